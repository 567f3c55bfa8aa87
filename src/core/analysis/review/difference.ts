import type { Kind, Model, RecordOf, Review } from '../../model/records.ts'
import { canonicalText } from './canonical.ts'
import { contentOf, shortHash } from './content.ts'
import { type FieldChange, fieldChanges } from './field-changes.ts'
import { nameIn, recordName } from './names.ts'
import { type Facts, REVIEWED, type Reviewed } from './scope.ts'
import { sha256 } from './sha-256.ts'
import { type Fields, readContent, type Stored, storedIn } from './stored.ts'

/** One record, or the board as a whole (`meta`), or what the analysis says (`outcome`), that is not as it was signed. */
export type Difference = Readonly<{
  of: Reviewed | 'meta' | 'outcome'
  /** Null for what is no record. */
  id: string | null
  what: 'added' | 'removed' | 'changed'
  name: string
  /** What of it changed, in words; empty where it was added or removed, and where only a hash was kept. */
  fields: readonly FieldChange[]
}>

/**
 * What changed since a sign-off was given. `unverifiable`: what was signed cannot be told any more, so nobody may say that it
 * is unchanged. `inShort`: the content was too long to be kept whole, so the differences name records, or nothing at all.
 */
export type SinceReview =
  | Readonly<{ state: 'unverifiable' }>
  | Readonly<{ state: 'unchanged' }>
  | Readonly<{ state: 'changed'; inShort: boolean; differences: readonly Difference[] }>

/** `now` is the content of the review's scope as `contentOf` gives it, made here where it is left out. */
export function differenceSince(
  review: Review,
  model: Model,
  facts: Facts = null,
  now: string = contentOf(model, review.scope, facts),
): SinceReview {
  const stored = storedIn(review)
  if (stored === null) return { state: 'unverifiable' }
  const isSame = stored.whole === null ? review.content === now : stored.whole === sha256(now)
  if (isSame) return { state: 'unchanged' }
  const current = readContent(JSON.parse(now) as Fields)
  if (current === null) return { state: 'unverifiable' }
  const names = namesThen(stored, model)
  return {
    state: 'changed',
    inShort: stored.form !== 'full',
    differences: [
      ...ofWhole('meta', 'Board', stored.meta, current.meta, model),
      ...ofWhole('outcome', 'Exposure', stored.outcome ?? {}, current.outcome ?? {}, model),
      ...(stored.form === 'digest'
        ? []
        : REVIEWED.flatMap((kind) => ofKind(kind, stored, current, names, nameIn(model)))),
    ],
  }
}

function ofWhole(
  of: 'meta' | 'outcome',
  name: string,
  before: Fields,
  after: Fields,
  model: Model,
): Difference[] {
  const fields = fieldChanges(before, after, nameIn(model), nameIn(model))
  return fields.length === 0 ? [] : [{ of, id: null, what: 'changed', name, fields }]
}

type Name = (id: string) => string

function ofKind(kind: Reviewed, stored: Stored, current: Stored, then: Name, now: Name): Difference[] {
  const before = stored.records[kind] ?? {}
  const after = current.records[kind] ?? {}
  const differences: Difference[] = []
  for (const [id, was] of Object.entries(before)) {
    if (!Object.hasOwn(after, id)) {
      differences.push({ of: kind, id, what: 'removed', name: then(id), fields: [] })
      continue
    }
    const is = after[id] as Fields
    const text = canonicalText(is)
    if (Array.isArray(was)) {
      if (was[0] === shortHash(text)) continue
      differences.push({ of: kind, id, what: 'changed', name: now(id), fields: [] })
    } else if (canonicalText(was) !== text) {
      const fields = fieldChanges(was as Fields, is, then, now)
      differences.push({ of: kind, id, what: 'changed', name: now(id), fields })
    }
  }
  for (const id of Object.keys(after)) {
    if (!Object.hasOwn(before, id))
      differences.push({ of: kind, id, what: 'added', name: now(id), fields: [] })
  }
  return differences
}

/** Names as they were when it was signed, and for what was not in it as they are. */
function namesThen({ records }: Stored, model: Model): Name {
  const now = nameIn(model)
  // A link is called by its ends, and only components are ends: nothing is called by itself.
  const end: Name = (id) => nameAmong(['components'], id)
  const nameAmong = (kinds: readonly Reviewed[], id: string): string => {
    for (const kind of kinds) {
      const list = records[kind]
      if (list === undefined || !Object.hasOwn(list, id)) continue
      const record = list[id] as Fields | readonly unknown[]
      if (Array.isArray(record)) return typeof record[1] === 'string' ? record[1] : id
      return storedName(kind, id, record as Fields, end)
    }
    return now(id)
  }
  return (id) => nameAmong(REVIEWED, id)
}

/** What a record is called is in few of its fields, all of them texts; a text that is none would be a peer's prank. */
function storedName(kind: Reviewed, id: string, fields: Fields, name: Name): string {
  const texts = Object.fromEntries(
    Object.entries(fields).filter(([, value]) => typeof value === 'string' || typeof value === 'number'),
  )
  return recordName(kind, { ...texts, id } as unknown as RecordOf[Kind] as never, name)
}
