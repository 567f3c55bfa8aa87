import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { normalise } from '../model/normalise.ts'
import { randomRecords } from '../model/testing/random-records.ts'
import { readAny, READERS, WRITERS } from './codecs.ts'
import { FORMATS } from './formats.ts'
import { outputById, OUTPUTS } from './outputs.ts'
import { sourceOf } from './source.ts'
import { bytesOf } from './zip.ts'

const sorted = (names: readonly string[]) => names.toSorted()

test('what the list of formats says is read and written is, and nothing else', () => {
  expect(sorted(READERS.map(({ format }) => format))).toEqual(
    sorted(FORMATS.filter(({ reads }) => reads).map(({ id }) => id)),
  )
  expect(sorted(WRITERS.map(({ format }) => format))).toEqual(
    sorted(FORMATS.filter(({ writes }) => writes).map(({ id }) => id)),
  )
  expect(new Set(OUTPUTS.map(({ id }) => id)).size).toBe(OUTPUTS.length)
  expect(outputById('tm7')).toBeUndefined()
})

const BOTH = WRITERS.filter(
  ({ format }) => format !== 'csv' && READERS.some((reader) => reader.format === format),
)

test.each(BOTH.map((writer) => [writer.format, writer] as const))(
  '[EX4] what is written as %s is known for that among all formats, whatever it is called',
  (format, writer) => {
    fc.assert(
      fc.property(randomRecords, (records) => {
        const [file] = writer.write(normalise(records).model, { date: '2026-11-29' }).files
        const read = readAny(sourceOf(bytesOf(file?.content ?? ''), 'file'))
        expect(read.ok ? read.value.format : read.problems).toBe(format)
      }),
      { numRuns: 25 },
    )
  },
)

/** Of other projects, read in place; where they are not there this is skipped. */
const SAMPLES = '../shared/samples'
const NO_MODELS = /schema\.json$|expected\.otm\.json$|README/

const filesIn = (folder: string): string[] =>
  readdirSync(folder, { withFileTypes: true }).flatMap((entry) =>
    entry.isDirectory() ? filesIn(join(folder, entry.name)) : [join(folder, entry.name)],
  )
const isThere = existsSync(SAMPLES)
const samples = isThere ? filesIn(SAMPLES).filter((file) => !NO_MODELS.test(file)) : []
const open = (file: string) => readAny(sourceOf(readFileSync(file), file))

describe.skipIf(!isThere)('the samples of other tools', () => {
  test.each(samples.filter((file) => !file.includes('/invalid/')))('[EX1] %s opens', (file) => {
    const read = open(file)
    expect(read.ok ? [] : read.problems).toEqual([])
    expect(read.ok && read.value.model.components.length + read.value.model.threats.length).toBeGreaterThan(0)
  })

  test.each(samples.filter((file) => file.includes('/invalid/')))(
    '[EX1] %s is refused, with its place',
    (file) => {
      const read = open(file)
      expect(read.ok).toBe(false)
      if (!read.ok) for (const { at, message } of read.problems) expect([at, message]).not.toContain('')
    },
  )

  test.each(samples.filter((file) => !file.includes('/invalid/')))('[EX6] %s gives no credit', (file) => {
    const read = open(file)
    if (!read.ok) throw new Error(JSON.stringify(read.problems))
    expect(read.value.model.risks).toEqual([])
    for (const { treats, on, effect } of read.value.model.mitigations) {
      expect(treats).toEqual([])
      expect(on.length).toBeGreaterThan(0)
      expect(effect).toBe('governs')
    }
  })
})

test.each([
  ['nothing', [], 'is empty'],
  ['spaces', [0x20, 0x0a], 'is empty'],
  ['a picture', [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a], 'is a PNG picture'],
  ['a workbook', [0x50, 0x4b, 0x03, 0x04, 0xff, 0xfe], 'is a Word, Excel or Visio document'],
  ['bytes', [0x00, 0xff, 0xfe], 'is not UTF-8 text'],
])('a file of %s is refused in words for it', (_, bytes, expected) => {
  const read = readAny(sourceOf(Uint8Array.from(bytes), 'file'))
  expect(read.ok ? [] : read.problems.map(({ message }) => message)).toEqual([
    expect.stringContaining(expected),
  ])
})
