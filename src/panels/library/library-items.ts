import { isVerified } from '../../core/catalogue/verified.ts'
import { canCut, mitigationControls } from '../../core/catalogue/mitigations.ts'
import { riskCategories } from '../../core/catalogue/risks.ts'
import { defaultEffect } from '../../core/catalogue/defaults.ts'
import type { MitigationControl, RiskCategory } from '../../core/catalogue/types.ts'
import type { Entry } from '../../core/model/records.ts'
import type { Effect, Propagation } from '../../core/model/terms.ts'
import { type Framework, referencesOfControl, referencesOfRisk, type References } from './frameworks.ts'

/** One thing of the library: of the catalogue, or the team's own. */
export type LibraryItem = Readonly<{
  key: string
  of: 'risk' | 'mitigation'
  title: string
  description: string
  source: string
  own: Entry | null
  isVerified: boolean
  references: References
  /** What it opens, for a risk; what it does, for a mitigation. */
  propagation: Propagation | null
  effect: Effect | null
  control: MitigationControl | null
  category: RiskCategory | null
  /** What the search looks at, in lower case. */
  text: string
}>

/** The whole library in catalogue order, own entries first. */
export function libraryItems(entries: readonly Entry[]): readonly LibraryItem[] {
  return [...entries.map(ofEntry), ...CATALOGUE]
}

const withText = (item: Omit<LibraryItem, 'text'>, ...more: readonly string[]): LibraryItem => {
  const ids = Object.values(item.references).flat()
  return {
    ...item,
    text: [item.title, item.description, item.source, ...ids, ...more].join(' ').toLowerCase(),
  }
}

const ofEntry = (entry: Entry): LibraryItem =>
  withText(
    {
      key: entry.id,
      of: entry.of,
      title: entry.title || 'Without a title',
      description: entry.description,
      source: entry.source,
      own: entry,
      isVerified: false,
      references: {},
      propagation: entry.of === 'risk' ? (entry.propagation ?? 'foothold') : null,
      effect: entry.of === 'mitigation' ? (entry.effect ?? defaultEffect(null)) : null,
      control: null,
      category: null,
    },
    ...entry.references,
    'own',
  )

const CATALOGUE: readonly LibraryItem[] = [
  ...mitigationControls.map((control) =>
    withText({
      key: control.id,
      of: 'mitigation',
      title: control.title,
      description: control.description,
      source: control.source,
      own: null,
      isVerified: isVerified(control),
      references: referencesOfControl(control),
      propagation: null,
      effect: control.pathEffect,
      control,
      category: null,
    }),
  ),
  ...riskCategories.map((category) =>
    withText(
      {
        key: category.id,
        of: 'risk',
        title: category.title,
        description: category.description,
        source: category.source,
        own: null,
        isVerified: isVerified(category),
        references: referencesOfRisk(category),
        propagation: category.propagation,
        effect: null,
        control: null,
        category,
      },
      ...category.typicalEvidence,
    ),
  ),
]

export type LibraryFilter = Readonly<{
  of: LibraryItem['of']
  query: string
  framework: Framework | null
  /** Only what can cut; for risks, only those that nothing in the library cuts. */
  narrow: boolean
}>

/** What passes a filter; every word of the query must be found. */
export function findItems(items: readonly LibraryItem[], filter: LibraryFilter): readonly LibraryItem[] {
  const words = filter.query.toLowerCase().split(/\s+/).filter(Boolean)
  return items.filter(
    (item) =>
      item.of === filter.of &&
      words.every((word) => item.text.includes(word)) &&
      (filter.framework === null || (item.references[filter.framework]?.length ?? 0) > 0) &&
      (!filter.narrow || (item.of === 'risk' ? isUncut(item) : item.effect !== null && canCut(item.effect))),
  )
}

/** The controls that the catalogue names for a risk: those that can cut it, and those that only rate it. */
export function controlsFor(category: RiskCategory): Readonly<{
  cutting: readonly MitigationControl[]
  rating: readonly MitigationControl[]
}> {
  const named = mitigationControls.filter(({ id }) => category.mitigations.includes(id))
  return {
    cutting: named.filter(({ pathEffect }) => canCut(pathEffect)),
    rating: named.filter(({ pathEffect }) => !canCut(pathEffect)),
  }
}

/** Whether nothing in the catalogue cuts a risk of it. */
export const isUncut = ({ category }: LibraryItem): boolean =>
  category !== null && controlsFor(category).cutting.length === 0

/** The categories that name a control. */
export const risksNaming = (control: string): readonly RiskCategory[] =>
  riskCategories.filter(({ mitigations }) => mitigations.includes(control))
