import * as fc from 'fast-check'
import { expect } from 'vitest'
import { normalise } from '../../model/normalise.ts'
import { compareCodeUnits } from '../../model/order.ts'
import { emptyModel, type Kind, KINDS, type Model, type RecordOf } from '../../model/records.ts'
import { serialiseModel } from '../../model/serialise.ts'
import { randomRecords, reordered } from '../../model/testing/random-records.ts'
import type { Imported, Reader, Writer, WrittenFile } from '../codec.ts'
import { stableJson } from '../edits.ts'
import { type Source, sourceOf } from '../source.ts'
import { encodeText } from '../text.ts'

const DATE = '2026-11-23'

const bytesOf = ({ content }: WrittenFile): Uint8Array =>
  typeof content === 'string' ? encodeText(content) : content

/** A text, or data as JSON, as a stranger's file. */
export const fileOf = (content: unknown, name = 'file'): Source =>
  sourceOf(encodeText(typeof content === 'string' ? content : JSON.stringify(content)), name)

/** The only file that the writer makes of the model, as somebody else would open it. */
export function written(writer: Writer, model: Model): Source {
  const [file, ...others] = writer.write(model, { date: DATE }).files
  expect(others).toEqual([])
  if (file === undefined) throw new Error('nothing was written')
  return sourceOf(bytesOf(file), file.name)
}

/** The same as text; empty where that is none. */
export function writtenText(writer: Writer, model: Model): string {
  const text = written(writer, model).text()
  return text.ok ? text.value : ''
}

/** What the reader makes of a file that it must not refuse. */
export function mustRead(reader: Reader, source: Source): Imported {
  const read = reader.read(source)
  if (!read.ok) throw new Error(JSON.stringify(read.problems))
  return read.value
}

/** The one with this id, which there must be. */
export function mustFind<T extends { readonly id: string }>(list: readonly T[], id: string): T {
  const found = list.find((one) => one.id === id)
  if (found === undefined) throw new Error(`nothing has the id ${id}`)
  return found
}

/** Rows of plain data in one order. */
export const inRows = <T>(rows: readonly T[]): T[] =>
  rows.toSorted((a, b) => compareCodeUnits(stableJson(a), stableJson(b)))

/** A record as the text of the one record of a file: fields in one order, -0 as 0. */
const textOf = <K extends Kind>(kind: K, record: RecordOf[K] | undefined): string =>
  record === undefined ? 'nothing' : serialiseModel({ ...emptyModel(), [kind]: [record] })

/** EX2: one entry for each record of the board. EX4: each record that was carried comes back the same. Gives what comes back. */
export function expectCarried(writer: Writer, reader: Reader, model: Model): Imported {
  const { report } = writer.write(model, { date: DATE })
  const told = report
    .filter(({ what }) => KINDS.includes(what as Kind))
    .map(({ what, at }) => `${what} ${at}`)
  expect(told.toSorted()).toEqual(
    KINDS.flatMap((kind) => model[kind].map(({ id }) => `${kind} ${id}`)).toSorted(),
  )
  const source = written(writer, model)
  expect(reader.detect(source)).toBe(true)
  const imported = mustRead(reader, source)
  const back = imported.model
  const carried = new Set(report.filter(({ fate }) => fate === 'carried').map(({ at }) => at))
  for (const kind of KINDS) {
    const there = new Map(back[kind].map((record) => [record.id, record]))
    for (const record of model[kind]) {
      if (carried.has(record.id)) expect(textOf(kind, there.get(record.id))).toBe(textOf(kind, record))
    }
    if (model[kind].every(({ id }) => carried.has(id))) expect(back[kind].length).toBe(model[kind].length)
  }
  return imported
}

/** EX5: the same bytes for the same model, whatever the order of its lists. */
function expectSameBytes(writer: Writer, model: Model, seed: number): void {
  const once = writer.write(model, { date: DATE }).files
  const again = writer.write(normalise(reordered(model, seed)).model, { date: DATE }).files
  expect(again.map(({ name }) => name)).toEqual(once.map(({ name }) => name))
  for (const [index, file] of once.entries()) {
    expect(bytesOf(again[index] as WrittenFile)).toEqual(bytesOf(file))
  }
}

/** Holds EX2, EX4 and EX5 for random normalised models, by a writer and the reader of the same format. */
export function expectRoundTrips(writer: Writer, reader: Reader, runs = 60): void {
  fc.assert(
    fc.property(randomRecords, fc.nat(1000), (records, seed) => {
      const { model } = normalise(records)
      expectCarried(writer, reader, model)
      expectSameBytes(writer, model, seed)
    }),
    { numRuns: runs },
  )
}

/** EX1: a reader neither throws nor refuses without saying where and why, whatever text it is given. */
export function expectTotal(reader: Reader, texts: fc.Arbitrary<string>, runs = 200): void {
  fc.assert(
    fc.property(texts, (text) => {
      const source = fileOf(text)
      reader.detect(source)
      const read = reader.read(source)
      if (read.ok) expect(normalise(read.value.model).setAside).toEqual([])
      else
        for (const { at, message } of read.problems)
          expect([at === '', message === '']).toEqual([false, false])
    }),
    { numRuns: runs },
  )
}
