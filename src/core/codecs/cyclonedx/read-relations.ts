import type { Link } from '../../model/records.ts'
import { blankLink } from '../blanks.ts'
import { foreignOf, recordsOf, withForeign } from '../extension.ts'
import { FORMAT } from './kept.ts'
import type { Reading } from './reading.ts'
import type { Relation } from './relations.ts'

/** What a structural relationship is called where it is a link. */
const CALLED: Readonly<Record<string, string>> = {
  aggregates: 'aggregates',
  associates: 'is associated with',
  composes: 'is composed of',
  contains: 'contains',
  dependsOn: 'depends on',
  generalizes: 'generalises',
  realizes: 'realises',
  serves: 'serves',
}

/** The kind of relationship that a link came from, with what a custom one is called; null for any other link. */
export function relationOf(
  link: Link,
): Readonly<{ kind: string; type?: string; description?: string }> | null {
  const { list, kind, type, description } = foreignOf(link, FORMAT)
  if (list !== 'relationships' || typeof kind !== 'string') return null
  if (kind !== 'custom') return Object.hasOwn(CALLED, kind) ? { kind } : null
  if (typeof type !== 'string' || type === '') return null
  return { kind, type, ...(typeof description === 'string' ? { description } : {}) }
}

/**
 * A relationship is a link to each of its targets. It has no field for a record of ours, so that links which came from such
 * travel with the board, and are known again by their ends and kind; one that is gone from the file was deleted there.
 */
export function readRelations(reading: Reading): void {
  const { places, document, draft } = reading
  const known = new Map<string, Link[]>()
  for (const link of recordsOf(reading.board, 'links')) {
    const relation = relationOf(link)
    const key = relationKey(relation?.kind, relation?.type, link.from, link.to)
    const same = known.get(key)
    if (same === undefined) known.set(key, [link])
    else same.push(link)
  }
  for (const relations of document.blueprints.flatMap((blueprint) => blueprint.relations)) {
    const [first] = relations
    if (first === undefined) continue
    const standIns = new Set<string>()
    for (const relation of relations) {
      for (const target of relation.targets) {
        for (const ref of [relation.ref, target]) if (places.isStandIn(ref)) standIns.add(ref)
        const [from, to] = [places.componentAt(relation.ref), places.componentAt(target)]
        const own = known.get(relationKey(relation.kind, relation.type, from, to))?.shift()
        draft.add(
          'links',
          own ?? linkOf(relation, from, to, draft.fresh(relation.ref, target)),
          'relationship',
        )
      }
    }
    const words = [...standIns].map(
      (ref) => `ends at ${places.nameOf(ref)}, which is no component: one stands there for it`,
    )
    draft.account.tell('relationship', `${first.ref} ${first.kind}`, words)
  }
}

const relationKey = (...parts: readonly unknown[]): string =>
  JSON.stringify(parts.map((part) => part ?? null))

function linkOf(relation: Relation, from: string | null, to: string | null, id: string): Link {
  const { kind, type, description } = relation
  const link: Link = {
    ...blankLink(id),
    from,
    to,
    name: type ?? CALLED[kind] ?? kind,
    direction: 'forward',
  }
  return withForeign(link, FORMAT, {
    list: 'relationships',
    kind,
    ...(type === undefined ? {} : { type }),
    ...(description === undefined ? {} : { description }),
  })
}
