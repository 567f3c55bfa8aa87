import type { BoardResult } from '../../core/analysis/board-result.ts'
import type { CoverageState, Routes } from '../../core/analysis/result.ts'
import type { Model } from '../../core/model/records.ts'
import { indexResult } from '../../state/result-index.ts'
import type { OutlineRow } from './outline-tree.ts'

/** How the analysis sees records: a target that is taken or reached, what an attacker holds, links on a route. */
type Mark = 'taken' | 'reached' | 'held'

type InSegment = Readonly<Record<Mark, number>>

export type OutlineMarks = Readonly<{
  /** By component and link. */
  marks: ReadonlyMap<string, Mark>
  /** Components in a segment, at any depth, by their marks. */
  inSegments: ReadonlyMap<string, InSegment>
  /** Of a risk at a component (CO1 to CO7); null where the analysis says nothing. */
  coverageOf: (risk: string, component: string) => CoverageState | null
}>

const NOTHING: InSegment = { taken: 0, reached: 0, held: 0 }

export function markOutline(model: Model, result: BoardResult | null, routes: Routes | null): OutlineMarks {
  const marks = new Map<string, Mark>()
  const inSegments = new Map(model.segments.map(({ id }) => [id, { ...NOTHING }]))
  if (result === null) return { marks, inSegments, coverageOf: () => null }
  const { exposuresByTarget } = indexResult(result)
  for (const id of result.held) marks.set(id, 'held')
  for (const [id, exposures] of exposuresByTarget) {
    marks.set(id, exposures.some(({ kind }) => kind === 'taken') ? 'taken' : 'reached')
  }
  for (const id of routes?.reached.links ?? []) marks.set(id, 'reached')
  for (const id of routes?.taken.links ?? []) marks.set(id, 'taken')
  const parents = new Map(model.segments.map(({ id, parent }) => [id, parent]))
  for (const { id, segment } of model.components) {
    const mark = marks.get(id)
    if (mark === undefined) continue
    for (let at = segment; at !== null; at = parents.get(at) ?? null) {
      const counts = inSegments.get(at)
      if (counts !== undefined) counts[mark]++
    }
  }
  return { marks, inSegments, coverageOf: result.coverage.stateOf }
}

/** What a row says beside its name, in words. */
export function wordsFor({ kind, id }: OutlineRow, { marks, inSegments }: OutlineMarks): string {
  if (kind === 'segments') {
    const { taken, reached } = inSegments.get(id) ?? NOTHING
    return [taken > 0 ? `${taken} taken` : '', reached > 0 ? `${reached} reached` : '']
      .filter(Boolean)
      .join(', ')
  }
  const mark = marks.get(id)
  if (mark === undefined) return ''
  return kind === 'links' ? `on a ${mark} route` : mark
}
