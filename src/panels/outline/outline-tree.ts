import { segmentsAround } from '../../commands/placed.ts'
import { recordIn } from '../../core/model/lookup.ts'
import type { Link, Model } from '../../core/model/records.ts'
import { linkName, nameOf } from '../../state/record-names.ts'
import type { TreeRow } from '../../ui/tree-keys.ts'
import { collator, type OutlineIndex } from './outline-index.ts'

export type OutlineKind = 'segments' | 'components' | 'links' | 'risks' | 'notes'

/**
 * One record in its place: a link stands under both of its ends, a risk under each component to which it applies.
 * `under` is that component; null for what is not under one.
 */
export type OutlineRow = TreeRow & Readonly<{ kind: OutlineKind; id: string; under: string | null }>

/** Which rows are folded other than they are at first: segments open, components closed. Keys of rows. */
export type Folded = ReadonlySet<string>

/** The rows to show, in reading order. */
export function outlineRows(index: OutlineIndex, folded: Folded): readonly OutlineRow[] {
  const rows: OutlineRow[] = []
  const addInside = (segment: string | null, level: number) => {
    for (const { id, name } of index.segmentsIn(segment)) {
      const inside = index.segmentsIn(id).length + index.leavesIn(id).length
      const open = inside === 0 ? null : !folded.has(id)
      rows.push({ key: id, level, open, label: name || 'Segment', kind: 'segments', id, under: null })
      if (open === true) addInside(id, level + 1)
    }
    for (const { id, kind, label } of index.leavesIn(segment)) {
      const open = kind === 'notes' || isBare(index, id) ? null : folded.has(id)
      rows.push({ key: id, level, open, label, kind, id, under: null })
      if (open === true) rows.push(...rowsUnder(index, id, level + 1))
    }
  }
  addInside(null, 1)
  return rows
}

/** Whether a component has neither links nor risks. */
function isBare({ model, linksOf, risksOf }: OutlineIndex, id: string): boolean {
  const component = recordIn(model, 'components', id)
  return component === undefined || linksOf(id).length + risksOf(component).length === 0
}

/** The links of a component, then its risks. */
function rowsUnder({ model, linksOf, risksOf }: OutlineIndex, id: string, level: number): OutlineRow[] {
  const component = recordIn(model, 'components', id)
  if (component === undefined) return []
  const row = (kind: 'links' | 'risks', record: string, label: string): OutlineRow => ({
    key: `${id}/${record}`,
    level,
    open: null,
    label,
    kind,
    id: record,
    under: id,
  })
  return [
    ...linksOf(id)
      .map((link) => row('links', link.id, linkFrom(model, link, id)))
      .sort((a, b) => collator.compare(a.label, b.label)),
    ...risksOf(component).map((risk) => row('risks', risk.id, nameOf(model, risk.id))),
  ]
}

/** A link as one of its ends sees it: `to` where this is the controlling end. */
function linkFrom(model: Model, link: Link, end: string): string {
  const other = link.from === end ? link.to : link.from
  const whom = other === end ? 'itself' : nameOf(model, other)
  return `${linkName(link)} ${link.from === end ? 'to' : 'from'} ${whom}`
}

/** The rows above which a record stands: unfolding them shows it. */
export function foldedAbove({ model }: OutlineIndex, id: string, folded: Folded): readonly string[] {
  const home =
    recordIn(model, 'components', id)?.segment ??
    recordIn(model, 'notes', id)?.segment ??
    recordIn(model, 'segments', id)?.parent ??
    null
  return segmentsAround(model, home).filter((segment) => folded.has(segment))
}
