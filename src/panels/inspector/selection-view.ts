import { recordIn } from '../../core/model/lookup.ts'
import type { Component, Model } from '../../core/model/records.ts'

/** What several selected records are, and what their components have in common. */
export type SelectionSummary = Readonly<{
  counts: readonly Readonly<{ label: string; count: number }>[]
  components: readonly Component[]
  /** The value that all components share; undefined where they differ. */
  vendor: string | null | undefined
  criticality: Component['criticality'] | undefined
}>

const KINDS = [
  ['components', 'component'],
  ['links', 'link'],
  ['segments', 'segment'],
  ['notes', 'note'],
] as const

export function summarise(model: Model, ids: Iterable<string>): SelectionSummary {
  const all = [...ids]
  const counts = KINDS.map(([kind, word]) => {
    const count = all.filter((id) => recordIn(model, kind, id) !== undefined).length
    return { label: count === 1 ? word : `${word}s`, count }
  }).filter(({ count }) => count > 0)
  const components = all.flatMap((id) => recordIn(model, 'components', id) ?? [])
  return {
    counts,
    components,
    vendor: shared(components.map(({ vendor }) => vendor)),
    criticality: shared(components.map(({ criticality }) => criticality)),
  }
}

const shared = <T>(values: readonly T[]): T | undefined =>
  values.every((value) => value === values[0]) ? values[0] : undefined
