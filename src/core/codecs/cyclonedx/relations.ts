import { isFields } from '../../model/issues.ts'
import type { Findings } from '../findings.ts'
import { customRelationSchema, relationTargetsSchema } from './schemas.ts'
import { RELATIONSHIPS } from './terms.ts'

/** One structural relationship of a blueprint: its subject, its kind, and each target. */
export type Relation = Readonly<{
  ref: string
  kind: string
  targets: readonly string[]
  /** Of a custom one: what the file calls it. */
  type?: string
  description?: string
  path: readonly PropertyKey[]
}>

/** The relationships of a blueprint. Each names exactly one kind; of custom ones there may be several. */
export function relationsOf(
  list: unknown,
  path: readonly PropertyKey[],
  findings: Findings,
): readonly (readonly Relation[])[] {
  if (list === undefined) return []
  if (!Array.isArray(list)) {
    findings.add('wrong-type', path, 'expected a list')
    return []
  }
  return list.map((item: unknown, index) => relationOf(item, [...path, index], findings))
}

function relationOf(item: unknown, path: readonly PropertyKey[], findings: Findings): readonly Relation[] {
  if (!isFields(item)) {
    findings.add('wrong-type', path, 'expected an object')
    return []
  }
  const { ref, ...kinds } = item
  if (typeof ref !== 'string' || ref === '') findings.add('missing', [...path, 'ref'], 'is missing')
  const [kind, ...others] = Object.keys(kinds)
  for (const name of Object.keys(kinds).filter((name) => !RELATIONSHIPS.includes(name))) {
    const message = `is no kind of relationship; these are: ${RELATIONSHIPS.join(', ')}`
    findings.add('wrong-value', [...path, name], message)
  }
  if (kind === undefined) {
    findings.add('missing', path, `names no kind of relationship; these are: ${RELATIONSHIPS.join(', ')}`)
  } else if (others.length > 0) {
    findings.add(
      'wrong-value',
      path,
      `names more than one kind of relationship: ${[kind, ...others].join(', ')}`,
    )
  }
  if (typeof ref !== 'string' || kind === undefined || others.length > 0 || !RELATIONSHIPS.includes(kind))
    return []
  if (kind !== 'custom') {
    const targets = findings.value(relationTargetsSchema, kinds[kind], [...path, kind])
    return targets === null ? [] : [{ ref, kind, targets, path: [...path, kind] }]
  }
  return findings.items(customRelationSchema, kinds[kind] ?? null, [...path, kind]).map((one, nth) => ({
    ref,
    kind,
    targets: one.targets,
    type: one.type,
    ...(one.description === undefined ? {} : { description: one.description }),
    path: [...path, kind, nth, 'targets'],
  }))
}
