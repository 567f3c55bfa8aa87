import { byId } from '../../model/order.ts'
import type { Model, ReviewScope } from '../../model/records.ts'
import { canonicalText, recordText } from './canonical.ts'
import { nameIn } from './names.ts'
import { type Facts, recordsIn, REVIEWED } from './scope.ts'
import { sha256 } from './sha-256.ts'

export const CONTENT_VERSION = 1

/**
 * The text of what a sign-off is about (MO7), canonical: the same content gives the same text. It has every record that
 * matters under its kind and id, without layout, comments, notes and what nothing is said in; what the board says as a whole
 * (policy and where it stands; title and description of the board itself); of an exposure, what the analysis says of it.
 */
export function contentOf(model: Model, scope: ReviewScope | null, facts: Facts = null): string {
  const part = recordsIn(model, scope, facts)
  const lists = REVIEWED.toSorted().flatMap((kind) => {
    const records = part[kind] ?? []
    if (records.length === 0) return []
    const each = [...records].sort(byId).map((record) => `${JSON.stringify(record.id)}:${recordText(record)}`)
    return [`"${kind}":{${each.join()}}`]
  })
  const fields = [
    '"form":"full"',
    `"meta":${metaText(model, scope)}`,
    ...(scope !== null && 'risk' in scope ? [`"outcome":${canonicalText(outcomeOf(facts))}`] : []),
    `"records":{${lists.join()}}`,
    ...(scope === null ? [] : [`"scope":${canonicalText(scope)}`]),
    `"version":${CONTENT_VERSION}`,
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

/** What a sign-off stores: the text, or of a long one a hash and name per record, which still tells what changed. */
export function writeContent(model: Model, content: string): Readonly<{ content: string; digest: string }> {
  const kept = content.length <= LONGEST_FULL ? content : shorten(model, content)
  return { content: kept, digest: sha256(kept) }
}

type Full = Readonly<{
  meta: object
  outcome?: object
  records: Readonly<Record<string, Readonly<Record<string, object>>>>
  scope?: object
}>

function shorten(model: Model, content: string): string {
  const { meta, outcome, records, scope } = JSON.parse(content) as Full
  const name = nameIn(model)
  const short = Object.entries(records).map(([kind, of]) => [
    kind,
    Object.fromEntries(
      Object.entries(of).map(([id, record]) => [
        id,
        [shortHash(canonicalText(record)), name(id).slice(0, LONGEST_NAME)],
      ]),
    ),
  ])
  const rest = { meta, outcome, scope, version: CONTENT_VERSION, whole: sha256(content) }
  const text = canonicalText({ ...rest, form: 'short', records: Object.fromEntries(short) })
  return text.length <= LONGEST_SHORT ? text : canonicalText({ ...rest, form: 'digest', records: {} })
}

/** Tells which record changed; whether any did is told by the digest of the whole. */
export const shortHash = (text: string): string => sha256(text).slice(0, 16)
