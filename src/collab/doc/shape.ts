import type { Kind } from '../../core/model/records.ts'
import { KINDS } from '../../core/model/records.ts'

/**
 * The layout of a shared document: `meta` and one map of maps per record kind, named and with fields named as in the
 * file. What a file cannot say (a soft delete, the schema version, the epoch) stands beside it.
 */
export const META = 'meta'
/** Top-level map with `version` (of the schema) and `epoch` (changes when a board is restored from elsewhere). */
export const HEADER = 'ringfence'
/** Set to true by a delete. The record stays, so that undoing the delete loses nobody's edit made meanwhile. */
export const DELETED = 'deleted'
export const DOCUMENT_VERSION = 1

/** Fields in which two people may type at once: a `Y.Text`. */
export const TEXT_FIELDS: Readonly<Partial<Record<Kind | typeof META, readonly string[]>>> = {
  meta: ['description'],
  risks: ['rationale'],
  notes: ['text'],
}

/**
 * List fields to which two people may add at once: a `Y.Map` from the entry's key to its place, since two arrays
 * written at once would keep only one. Order is by (place, key).
 */
export const SET_FIELDS: Readonly<Partial<Record<Kind, readonly string[]>>> = {
  mitigations: ['treats', 'on'],
}

/** An entry of a set field as a map key: a plain id, or `component:c1` for a subject. */
export function keyOfEntry(entry: unknown): string {
  if (typeof entry === 'string') return entry
  const [first] = Object.entries(entry as Record<string, unknown>)
  return first === undefined ? '' : `${first[0]}:${String(first[1])}`
}

export function entryOfKey(field: string, key: string): unknown {
  if (field !== 'on') return key
  const colon = key.indexOf(':')
  return { [key.slice(0, colon)]: key.slice(colon + 1) }
}

export const isKind = (name: string): name is Kind => (KINDS as readonly string[]).includes(name)
