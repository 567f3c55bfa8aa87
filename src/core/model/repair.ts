import { checkRecordOf } from './check.ts'
import { toProblem } from './issues.ts'
import { inWords } from './problem.ts'
import { type Kind, type Meta, type RecordOf } from './records.ts'
import { metaSchema } from './schemas.ts'
import type { SetAside } from './normalise.ts'

type Fields = Readonly<Record<string, unknown>>

/** What an unreadable field of a risk counts as: the worst, so that damage never makes a board look better. */
const WORST: Fields = { status: 'open', propagation: 'foothold', likelihood: 5, impact: 5 }

/** Kinds that give credit: what is unreadable in them must not be made up. */
const STRICT: ReadonlySet<Kind> = new Set(['mitigations', 'waivers'])

/**
 * Reads one record of a shared document, where a peer may have written any JSON. A field that cannot be read falls back
 * to its default (of a risk: to the worst) and is listed; a record that cannot be read even so is null, and so is a
 * mitigation or waiver with any such field, since it would be given credit for something nobody wrote. Never throws.
 */
export function repairRecord<K extends Kind>(
  kind: K,
  id: string,
  fields: Fields,
): { record: RecordOf[K] | null; setAside: SetAside[] } {
  const setAside: SetAside[] = []
  const first = checkRecordOf(kind, { ...fields, id })
  if (first === null) return repairWithoutLists(kind, id, fields)
  if (first.success) return { record: first.data as unknown as RecordOf[K], setAside }
  const unreadable = { record: null, setAside: [{ id, reason: `unreadable record of ${kind}` }] }
  if (STRICT.has(kind)) return unreadable
  const kept: Record<string, unknown> = { ...fields, id }
  for (const issue of first.error.issues) {
    setAside.push({
      id,
      reason: `unreadable, its default stands instead: ${inWords(toProblem(issue, [], fields, kind))}`,
    })
    const field = String(issue.path[0])
    delete kept[field]
    if (kind !== 'risks') continue
    if (field in WORST) kept[field] = WORST[field]
    if (field === 'acceptedUntil') kept.status = 'open'
  }
  const second = checkRecordOf(kind, kept)
  if (second?.success) return { record: second.data as unknown as RecordOf[K], setAside }
  return unreadable
}

/** For a record with too many bad entries to list: reads it without any list. */
function repairWithoutLists<K extends Kind>(
  kind: K,
  id: string,
  fields: Fields,
): { record: RecordOf[K] | null; setAside: SetAside[] } {
  if (STRICT.has(kind)) return { record: null, setAside: [{ id, reason: `unreadable record of ${kind}` }] }
  const others = Object.fromEntries(Object.entries(fields).filter(([, value]) => !Array.isArray(value)))
  const { record, setAside } = repairRecord(kind, id, others)
  return { record, setAside: [{ id, reason: 'unreadable lists, their defaults stand instead' }, ...setAside] }
}

/** The same for the document's `meta`, of which each part that cannot be read falls back by itself. */
export function repairMeta(fields: Fields): Meta {
  const first = metaSchema.safeParse(fields)
  if (first.success) return first.data
  return metaSchema.parse(first.error.issues.reduce((kept, { path }) => without(kept, path), fields))
}

/** The same fields without the one at the end of a path. */
function without(fields: Fields, [first, ...rest]: readonly PropertyKey[]): Fields {
  const { [String(first)]: inner, ...others } = fields
  const isDeeper = rest.length > 0 && typeof inner === 'object' && inner !== null
  return isDeeper ? { ...others, [String(first)]: without(inner as Fields, rest) } : others
}
