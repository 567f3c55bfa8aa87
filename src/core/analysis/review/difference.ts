import { indexById } from '../../model/lookup.ts'
import type { Kind, Model, RecordOf, Review } from '../../model/records.ts'
import { canonicalText, recordHash, recordText } from './canonical.ts'
import { contentOf, contentParts } from './content.ts'
import { type FieldChange, fieldChanges } from './field-changes.ts'
import { nameIn, recordName } from './names.ts'
import { type Facts, REVIEWED, type Reviewed } from './scope.ts'
import { sha256 } from './sha-256.ts'
import { type Fields, type Stored, storedIn } from './stored.ts'

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
  const current = contentParts(model, review.scope, facts)
  const outcome = current.outcome === null ? {} : parsed(current.outcome)
  const records = new Map(current.records.map(({ kind, list }) => [kind, list]))
  const names = namesThen(stored, model)
  return {
    state: 'changed',
    inShort: stored.form !== 'full',
    differences: [
      ...ofWhole('meta', 'Board', stored.meta, parsed(current.meta), model),
      ...ofWhole('outcome', 'Exposure', stored.outcome ?? {}, outcome, model),
      ...(stored.form === 'digest'
        ? []
        : REVIEWED.flatMap((kind) =>
            ofKind(kind, stored.records[kind] ?? {}, records.get(kind) ?? [], names, nameIn(model)),
          )),
    ],
  }
}

/**
 * All that one model says differently from another, in the order of `REVIEWED`. Left out, as in sign-offs, is what says nothing
 * of the network: layout, notes, comments and the sign-offs themselves.
 */
export function differenceBetween(before: Model, after: Model): readonly Difference[] {
  const [then, now] = [nameIn(before), nameIn(after)]
  const meta = (model: Model) => parsed(contentParts(model, null).meta)
  return [
    ...ofWhole('meta', 'Board', meta(before), meta(after), after),
    ...REVIEWED.flatMap((kind) => {
      const fields = before[kind].map((record) => [record.id, parsed(recordText(record))] as const)
      return ofKind(kind, Object.fromEntries(fields), after[kind], then, now)
    }),
  ]
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

function ofKind(
  kind: Reviewed,
  before: NonNullable<Stored['records'][Reviewed]>,
  list: readonly RecordOf[Kind][],
  then: Name,
  now: Name,
): Difference[] {
  const after = indexById(list)
  const differences: Difference[] = []
  for (const [id, was] of Object.entries(before)) {
    const is = after.get(id)
    if (is === undefined) {
      differences.push({ of: kind, id, what: 'removed', name: then(id), fields: [] })
      continue
    }
    const inShort = Array.isArray(was)
    if (inShort ? was[0] === recordHash(is) : storedText(was) === recordText(is)) continue
    const fields = inShort ? [] : fieldChanges(was as Fields, parsed(recordText(is)), then, now)
    differences.push({ of: kind, id, what: 'changed', name: now(id), fields })
  }
  for (const id of after.keys()) {
    if (!Object.hasOwn(before, id))
      differences.push({ of: kind, id, what: 'added', name: now(id), fields: [] })
  }
  return differences
}

const parsed = (text: string): Fields => JSON.parse(text) as Fields

const texts = new WeakMap<object, string>()

/** A record as it was signed, in the text that a record of now has; made once, for what was signed stays. */
function storedText(was: object): string {
  const text = texts.get(was) ?? canonicalText(was)
  texts.set(was, text)
  return text
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
