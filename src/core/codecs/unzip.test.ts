import * as fc from 'fast-check'
import { strToU8, zipSync } from 'fflate'
import { expect, test } from 'vitest'
import type { Parsed } from '../model/problem.ts'
import { READ_LIMITS, type ReadLimits } from './limits.ts'
import { filesInZip, isZip } from './unzip.ts'
import { zipOf } from './zip.ts'

const refusalOf = (parsed: Parsed<unknown>) =>
  parsed.ok ? [] : parsed.problems.map(({ code, at }) => `${code} ${at}`)

function unpacked(archive: Uint8Array, limits: ReadLimits = READ_LIMITS) {
  const files = filesInZip(archive)
  if (!files.ok) return refusalOf(files)
  return files.value.map(({ name, unpack }) => {
    const bytes = unpack(limits)
    return bytes.ok ? `${name}: ${bytes.value.length}` : refusalOf(bytes).join()
  })
}

/** The archive with one number in the listing of its first file changed. */
function altered(archive: Uint8Array, offset: number, value: number): Uint8Array {
  const copy = archive.slice()
  const view = new DataView(copy.buffer)
  view.setUint16(view.getUint32(copy.length - 6, true) + offset, value, true)
  return copy
}

test('what is packed is unpacked, by the last part of its name, and folders are none', () => {
  fc.assert(
    fc.property(fc.array(fc.uint8Array(), { maxLength: 5 }), (contents) => {
      const archive = zipOf(contents.map((content, nth) => [`a/../${nth}.csv`, content]))
      expect(unpacked(archive)).toEqual(contents.map(({ length }, nth) => `${nth}.csv: ${length}`))
    }),
  )
  const folders = zipSync({ 'a/': new Uint8Array(), 'C:\\x.csv': [strToU8('abc'), { level: 0 }] })
  expect(unpacked(folders)).toEqual(['x.csv: 3'])
})

test('[EX1] what unpacks to more than the limit is refused, packed or as it is', () => {
  const bomb = zipOf([['a.csv', new Uint8Array(8 * 1024 * 1024)]])
  expect(bomb.length).toBeLessThan(16 * 1024)
  const hidden = altered(altered(bomb, 24, 1), 26, 0)
  for (const archive of [bomb, hidden])
    expect(unpacked(archive, { ...READ_LIMITS, inflated: 1024 * 1024 })).toEqual(['too-large a.csv'])
  const plain = zipSync({ 'a.csv': [new Uint8Array(2000), { level: 0 }] })
  expect(unpacked(plain, { ...READ_LIMITS, inflated: 1999 })).toEqual(['too-large a.csv'])
  expect(unpacked(plain, { ...READ_LIMITS, inflated: 2000 })).toEqual(['a.csv: 2000'])
})

test('[EX1] more files than anybody packs are refused before they are looked at', () => {
  const many = (count: number) => zipOf(Array.from({ length: count }, (_, nth) => [`${nth}`, '']))
  expect(unpacked(many(1000))).toHaveLength(1000)
  expect(unpacked(many(1001))).toEqual(['too-large (file)'])
})

test('[EX1] what is encrypted or packed in another way is refused by its name', () => {
  const archive = zipOf([['a.csv', 'abc']])
  expect(unpacked(altered(archive, 8, 1))).toEqual(['wrong-value a.csv'])
  expect(unpacked(altered(archive, 10, 14))).toEqual(['wrong-value a.csv'])
})

test('[EX1] cut off or changed anywhere, an archive does not make it throw', () => {
  const archive = zipOf([
    ['a.csv', 'name\r\n'.repeat(50)],
    ['b.csv', 'from,to\r\na,b'],
  ])
  for (let length = 0; length < archive.length; length++)
    expect(unpacked(archive.subarray(0, length))).toEqual(['damaged (file)'])
  fc.assert(
    fc.property(fc.nat(archive.length - 1), fc.nat(255), (at, byte) => {
      const copy = archive.slice()
      copy[at] = byte
      expect(Array.isArray(unpacked(copy))).toBe(true)
    }),
    { numRuns: 1000 },
  )
  expect(isZip(archive)).toBe(true)
  expect(isZip(archive.subarray(0, 4))).toBe(false)
})
