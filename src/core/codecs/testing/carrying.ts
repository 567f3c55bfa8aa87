import { expect } from 'vitest'
import { compareCodeUnits } from '../../model/order.ts'
import { type Kind, KINDS, type Model } from '../../model/records.ts'
import type { Imported, Reader, Writer } from '../codec.ts'
import { stableJson } from '../edits.ts'
import { type Source, sourceOf } from '../source.ts'
import { encodeText } from '../text.ts'

/** A file of this content. */
export const fileOf = (content: unknown, name = 'file.json'): Source =>
  sourceOf(encodeText(typeof content === 'string' ? content : JSON.stringify(content)), name)

export const writtenText = (writer: Writer, model: Model): string => {
  const [file] = writer.write(model, { date: '2026-11-23' }).files
  return typeof file?.content === 'string' ? file.content : ''
}

/** What is read of a file that can be read. */
export function readOf(reader: Reader, source: Source): Imported {
  const read = reader.read(source)
  if (!read.ok) throw new Error(JSON.stringify(read.problems))
  return read.value
}

/** EX4: each record that the writer says was carried reads back as the same record. Gives what is read back. */
export function expectCarried(reader: Reader, writer: Writer, model: Model): Imported {
  const { files, report } = writer.write(model, { date: '2026-11-23' })
  const back = readOf(reader, fileOf(files[0]?.content))
  for (const kind of KINDS) {
    const carried = report.filter(({ what, fate }) => what === kind && fate === 'carried').map(({ at }) => at)
    expect(recordsIn(back.model, kind, carried)).toEqual(recordsIn(model, kind, carried))
  }
  return back
}

/** Rows of plain data in one order. */
export const inRows = <T>(rows: readonly T[]): T[] =>
  rows.toSorted((a, b) => compareCodeUnits(stableJson(a), stableJson(b)))

const recordsIn = (model: Model, kind: Kind, ids: readonly string[]): readonly string[] =>
  [...model[kind]]
    .filter(({ id }) => ids.includes(id))
    .map((record) => stableJson(record))
    .sort()
