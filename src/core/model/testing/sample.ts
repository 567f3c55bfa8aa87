import { emptyModel, type Kind, KINDS, type Meta, type Model, type RecordOf } from '../records.ts'
import { recordSchemas } from '../schemas.ts'

/** Some fields of a record; the rest get their defaults. */
export type Part = Readonly<Record<string, unknown> & { id: string }>
export type Parts = Readonly<{ [K in Kind]?: readonly Part[] } & { meta?: Partial<Meta> }>

/** One record. Throws where it could not stand in a file. */
export const recordOf = <K extends Kind>(kind: K, part: Part): RecordOf[K] =>
  recordSchemas[kind].parse(part) as unknown as RecordOf[K]

/** A model of the parts, as a file would give it. */
export function sampleModel(parts: Parts): Model {
  const empty = emptyModel('Sample')
  const lists = KINDS.map((kind) => [kind, (parts[kind] ?? []).map((part) => recordOf(kind, part))] as const)
  return { ...empty, meta: { ...empty.meta, ...parts.meta }, ...Object.fromEntries(lists) }
}
