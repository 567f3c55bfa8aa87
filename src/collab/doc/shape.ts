import type { Kind } from '../../core/model/records.ts'
import { KINDS } from '../../core/model/records.ts'

/**
 * The layout of a shared document: `meta` and one map of maps per record kind, named and with fields named as in the
 * file. What a file cannot say (a soft delete, the schema version, the epoch) stands beside it.
 */
export const META = 'meta'
/** Top-level map with `version` (of the schema) and `epoch` (changes when a board is restored from elsewhere). */
export const HEADER = 'ringfence'
/** Key of the header with the fields of a file, beside `meta` and the records, that this version does not know. */
export const UNKNOWN = 'unknown'
/**
 * Set by a delete to its time, in milliseconds since 1970; older documents say `true`. The record stays, so that undoing the
 * delete loses nobody's edit made meanwhile, until the server collects it (server/rooms/collect.ts).
 */
export const DELETED = 'deleted'
/** Whether a record with this value of `deleted` is deleted: anything but its absence says so. */
export const saysDeleted = (flag: unknown): boolean => flag !== undefined && flag !== false
export const DOCUMENT_VERSION = 1

/** Fields in which two people may type at once: a `Y.Text`. */
export const TEXT_FIELDS: Readonly<Partial<Record<Kind | typeof META, readonly string[]>>> = {
  meta: ['description'],
  risks: ['rationale'],
  notes: ['text'],
  comments: ['text'],
  reviews: ['statement', 'content'],
  statements: ['wording', 'reply'],
  threats: ['description', 'rationale'],
  entries: ['description'],
}

/**
 * List fields to which two people may add at once: a `Y.Map` from the entry's key to its place, since two arrays
 * written at once would keep only one. Order is by (place, key). An entry with unknown fields has `[place, fields]`.
 */
export const SET_FIELDS: Readonly<Partial<Record<Kind, readonly string[]>>> = {
  mitigations: ['treats', 'on'],
}

/**
 * The one key of an `on` that is empty on purpose and so covers everything (AN3). An `on` without any key has been
 * emptied by two people at once, one entry each; nobody meant everything, so it cannot be read.
 */
export const EVERYTHING = '*'

const SUBJECTS = ['component', 'link', 'segment', 'vendor'] as const

/** An entry of a set field as a map key, a plain id or `component:c1` for a subject, and what else it says. */
export function partsOfEntry(entry: unknown): { key: string; extra: Readonly<Record<string, unknown>> } {
  if (typeof entry === 'string') return { key: entry, extra: {} }
  const fields = entry as Readonly<Record<string, unknown>>
  const subject = SUBJECTS.find((name) => name in fields) ?? 'component'
  const { [subject]: id, ...extra } = fields
  return { key: `${subject}:${String(id)}`, extra }
}

export function entryOfParts(field: string, key: string, extra: Readonly<Record<string, unknown>>): unknown {
  if (field !== 'on') return key
  const colon = key.indexOf(':')
  return { ...extra, [key.slice(0, colon)]: key.slice(colon + 1) }
}

export const isKind = (name: string): name is Kind => (KINDS as readonly string[]).includes(name)
