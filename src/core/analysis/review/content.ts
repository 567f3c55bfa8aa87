import { byId } from '../../model/order.ts'
import type { Kind, Model, RecordOf, ReviewScope } from '../../model/records.ts'
import { lastOf } from '../steps.ts'
import { canonicalText, recordHash, recordText } from './canonical.ts'
import { nameIn, recordName } from './names.ts'
import { type Facts, recordsIn, REVIEWED, type Reviewed } from './scope.ts'
import { sha256 } from './sha-256.ts'

export const CONTENT_VERSION = 1

/** What a sign-off is about, as canonical texts and records in order of id. */
export type Content = Readonly<{
  meta: string
  /** Null for a scope that is no exposure. */
  outcome: string | null
  records: readonly Readonly<{ kind: Reviewed; list: readonly RecordOf[Kind][] }>[]
  scope: ReviewScope | null
}>

/** The content of a scope (MO7) in its parts; see `contentOf`. */
export function contentParts(model: Model, scope: ReviewScope | null, facts: Facts = null): Content {
  const part = recordsIn(model, scope, facts)
  return {
    meta: metaText(model, scope),
    outcome: scope !== null && 'risk' in scope ? canonicalText(outcomeOf(facts)) : null,
    records: REVIEWED.toSorted().flatMap((kind) => {
      const list: readonly RecordOf[Kind][] = part[kind] ?? []
      return list.length === 0 ? [] : [{ kind, list: [...list].sort(byId) }]
    }),
    scope,
  }
}

/** Records that are put into text and hashed at one go. */
const AT_A_TIME = 200

/**
 * Puts the records of a model into text and hashes them, some at each step: what is left to do when a scope of it is signed or
 * compared takes a moment, however large the board is.
 */
export function* prepareRecords(model: Model): Generator<void> {
  let left = AT_A_TIME
  for (const kind of REVIEWED)
    for (const record of model[kind]) {
      recordHash(record)
      if (--left > 0) continue
      yield
      left = AT_A_TIME
    }
}

/** All of `writeContent` ahead of it, in steps. */
export function* prepareContent(model: Model, scope: ReviewScope | null, facts: Facts): Generator<void> {
  yield* prepareRecords(model)
  yield* writing(model, scope, facts)
}

/**
 * The text of what a sign-off is about (MO7), canonical: the same content gives the same text. It has every record that
 * matters under its kind and id, without layout, comments, notes and what nothing is said in; what the board says as a whole
 * (policy and where it stands; title and description of the board itself); of an exposure, what the analysis says of it.
 */
export function contentOf(model: Model, scope: ReviewScope | null, facts: Facts = null): string {
  return textOf('full', contentParts(model, scope, facts), recordText, null)
}

type Form = 'full' | 'short' | 'digest'

/** Fields in order of name. `whole`: the digest of the text in full, where this is not that. */
function textOf(
  form: Form,
  { meta, outcome, records, scope }: Content,
  tell: ((record: RecordOf[Kind], kind: Reviewed) => string) | null,
  whole: string | null,
): string {
  const lists = (tell === null ? [] : records).map(
    ({ kind, list }) =>
      `"${kind}":{${list.map((record) => `${JSON.stringify(record.id)}:${tell?.(record, kind)}`).join()}}`,
  )
  const fields = [
    `"form":"${form}"`,
    `"meta":${meta}`,
    ...(outcome === null ? [] : [`"outcome":${outcome}`]),
    `"records":{${lists.join()}}`,
    ...(scope === null ? [] : [`"scope":${canonicalText(scope)}`]),
    `"version":${CONTENT_VERSION}`,
    ...(whole === null ? [] : [`"whole":"${whole}"`]),
  ]
  return `{${fields.join()}}`
}

function metaText(model: Model, scope: ReviewScope | null): string {
  const { lastThreat: _, ...meta } = model.meta
  const { policy, jurisdiction, restrictedCap } = meta
  return recordText(scope === null ? meta : { policy, jurisdiction, restrictedCap })
}

function outcomeOf(facts: Facts): object {
  if (facts === null) return { kind: 'none' }
  const { kind, rating, source, path, links, entry } = facts
  return { kind, rating, source, path, links, entry }
}

/** A document takes texts of up to a million characters; what is longer than this is kept in short. */
const LONGEST_FULL = 500_000
const LONGEST_SHORT = 900_000
const LONGEST_NAME = 24

type Written = Readonly<{ content: string; digest: string }>

/** What was written last of a model; a sign-off is prepared while its statement is, and given of the same. */
const written = new WeakMap<Model, Readonly<{ key: string; result: Written }>>()

/** What a sign-off stores: the text, or of a long one a hash and name per record, which still tells what changed. */
export function writeContent(model: Model, scope: ReviewScope | null, facts: Facts = null): Written {
  return lastOf(writing(model, scope, facts))
}

function* writing(model: Model, scope: ReviewScope | null, facts: Facts): Generator<void, Written> {
  const key = canonicalText({ scope, outcome: outcomeOf(facts) })
  const known = written.get(model)
  if (known?.key === key) return known.result
  const parts = contentParts(model, scope, facts)
  const full = textOf('full', parts, recordText, null)
  let content = full
  if (full.length > LONGEST_FULL) {
    yield
    const whole = sha256(full)
    yield
    content = shorten(model, parts, whole)
  }
  yield
  const result = { content, digest: sha256(content) }
  written.set(model, { key, result })
  return result
}

function shorten(model: Model, parts: Content, whole: string): string {
  const name = nameIn(model)
  const inShort = (record: RecordOf[Kind], kind: Reviewed) => {
    const called = recordName(kind, record as never, name).slice(0, LONGEST_NAME)
    return `["${recordHash(record)}",${JSON.stringify(called)}]`
  }
  const text = textOf('short', parts, inShort, whole)
  return text.length <= LONGEST_SHORT ? text : textOf('digest', parts, null, whole)
}
