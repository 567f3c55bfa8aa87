import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { normalise } from '../../model/normalise.ts'
import { randomRecords } from '../../model/testing/random-records.ts'
import { readAny } from '../codecs.ts'
import { READ_LIMITS } from '../limits.ts'
import { oneFile } from '../outputs.ts'
import { sourceOf } from '../source.ts'
import { zipOf } from '../zip.ts'
import { smallBoard } from '../testing/small-board.ts'
import { readCsv } from './read-csv.ts'
import { writeCsv } from './write-csv.ts'

const archiveOf = (files: Readonly<Record<string, string>>, limits = READ_LIMITS) =>
  sourceOf(zipOf(Object.entries(files)), 'board.zip', limits)

function mustRead(source: ReturnType<typeof sourceOf>) {
  const read = readAny(source)
  if (!read.ok) throw new Error(JSON.stringify(read.problems))
  return read.value
}

const refusalOf = (source: ReturnType<typeof sourceOf>) => {
  const read = readAny(source)
  return read.ok ? [] : read.problems.map(({ code, at }) => `${code} ${at}`)
}

const COMPONENTS = 'name,vendor\nA,Acme\nB,'
const LINKS = 'from,to,Cost\nA,B,3'

test('[EX4] the archive that is handed out reads back as its tables do in one file', () => {
  fc.assert(
    fc.property(randomRecords, (records) => {
      const { model } = normalise(records)
      fc.pre(model.components.length > 0)
      const { files } = writeCsv.write(model, { date: '2026-11-23' })
      const archive = oneFile('csv', model.meta.title, files)
      const back = mustRead(sourceOf(archive.content as Uint8Array, 'network.zip'))
      const texts = files.filter(({ name }) => /\.(?:components|links)\.csv$/.test(name))
      const pasted = texts.map(({ content }) => String(content).slice(1)).join('\r\n')
      const alone = mustRead(sourceOf(new TextEncoder().encode(pasted), 'network.csv'))
      const { report, ...rest } = back
      expect({ ...rest, report: [] }).toEqual({ ...alone, report: [] })
      expect(report.filter(({ what }) => what !== 'file').map(({ fate, words }) => [fate, words])).toEqual(
        alone.report.map(({ fate, words }) => [fate, words]),
      )
    }),
    { numRuns: 60 },
  )
})

test('[EX2] rows are told of by file and line, and so is what else is in the archive', () => {
  const { files } = writeCsv.write(smallBoard(), { date: '2026-11-23' })
  const archive = oneFile('csv', 'Small', files)
  const { report } = mustRead(sourceOf(archive.content as Uint8Array, archive.name))
  expect(report.find(({ what }) => what === 'link')?.at).toBe('Small.links.csv, line 2')
  expect(report.filter(({ what }) => what === 'file').map(({ fate, at }) => `${fate} ${at}`)).toContain(
    'dropped Small.vendors.csv',
  )
  const others = { 'x/a.csv': COMPONENTS, 'x/links.CSV': LINKS, '__MACOSX/._a.csv': '\0', 'read.me': 'x' }
  const told = mustRead(archiveOf(others)).report
  expect(told.map(({ fate, at }) => `${fate} ${at}`)).toEqual([
    'carried a.csv, line 2',
    'carried a.csv, line 3',
    'carried links.CSV, line 2',
    'dropped ._a.csv',
    'dropped read.me',
    'dropped Cost',
  ])
})

test('[EX1] what is wrong in one file refuses the archive, by file and line', () => {
  expect(refusalOf(archiveOf({ 'a.csv': COMPONENTS, 'b.csv': 'Cost\n3' }))).toEqual(['missing b.csv, line 1'])
  expect(refusalOf(archiveOf({ 'a.csv': 'name\n"A' }))).toEqual(['damaged a.csv, line 2'])
  expect(refusalOf(archiveOf({ 'a.csv': '' }))).toEqual(['missing a.csv, line 1'])
  const cut = zipOf([['a.csv', COMPONENTS]]).slice(0, -9)
  expect(refusalOf(sourceOf(cut, 'board.zip'))).toEqual(['damaged (file)'])
})

test('[EX1] the limits hold for all tables of an archive together', () => {
  const files = { 'a.csv': COMPONENTS, 'b.csv': LINKS }
  const refused = (limits: Partial<typeof READ_LIMITS>) =>
    refusalOf(archiveOf(files, { ...READ_LIMITS, ...limits }))
  expect(refused({ values: 12, inflated: COMPONENTS.length + LINKS.length })).toEqual([])
  expect(refused({ values: 11 })).toEqual(['too-large b.csv'])
  expect(refused({ inflated: COMPONENTS.length + LINKS.length - 1 })).toEqual(['too-large b.csv'])
  expect(refused({ bytes: 100 })).toEqual(['too-large (file)'])
})

test('[EX1] an archive without a table is refused as the document that it may be', () => {
  const document = archiveOf({ '[Content_Types].xml': '<Types/>', 'word/document.xml': 'é' })
  expect(readCsv.detect(document)).toBe(false)
  expect(refusalOf(document)).toEqual(['not-text (file)'])
  expect(readCsv.read(document)).toMatchObject({ problems: [{ code: 'missing', at: '(file)' }] })
})
