import { cuttingMitigationsFor } from '../catalogue/mitigations.ts'
import type { Effect } from '../model/terms.ts'
import type { Compiled, CompiledMitigation } from './compile.ts'
import { effectsOf } from './credit.ts'
import type { ControlOption, MitigationNote } from './explanation.ts'
import type { Standing } from './held.ts'
import { mitigationTitle } from './naming.ts'

type EffectSets = Readonly<{ cuts: ReadonlySet<number>; removals: ReadonlySet<number> }>

/** What the engine made of a model, with what each mitigation would end. */
export type Background = Readonly<{
  compiled: Compiled
  standing: Standing
  effects: ReadonlyMap<CompiledMitigation, EffectSets>
}>

export const backgroundOf = ({ compiled, standing }: Omit<Background, 'effects'>): Background => ({
  compiled,
  standing,
  effects: new Map(
    compiled.mitigations.map((mitigation) => {
      const { cuts, removals } = effectsOf(mitigation, compiled)
      return [mitigation, { cuts: new Set(cuts), removals: new Set(removals) }]
    }),
  ),
})

const notes = (
  { compiled }: Background,
  which: (mitigation: CompiledMitigation) => boolean,
): MitigationNote[] =>
  compiled.mitigations.filter(which).map(({ record, effect }) => ({
    id: record.id,
    title: mitigationTitle(record),
    effect,
    status: record.status,
  }))

/** Mitigations that do not count and would cut the arc. */
export const cuttersPending = (arc: number, background: Background): MitigationNote[] =>
  notes(background, (one) => !one.counts && background.effects.get(one)?.cuts.has(arc) === true)

/** Mitigations that do not count and would remove the risk's instance. */
export const removersPending = (instance: number, background: Background): MitigationNote[] =>
  notes(background, (one) => !one.counts && background.effects.get(one)?.removals.has(instance) === true)

/** Counting mitigations that name the risk. */
export const treating = (risk: string, background: Background): MitigationNote[] =>
  notes(background, ({ counts, record }) => counts && record.treats.includes(risk))

/**
 * Counting mitigations in place at an arc that is uncut all the same: they name its link, an end of it, or the vendor or
 * a segment of an end. Those that are there for other risks only are left out.
 */
export function inPlaceAt(arc: number, risks: readonly string[], background: Background): MitigationNote[] {
  const { graph, links, territory } = background.compiled
  const ends = [graph.tail[arc] as number, graph.head[arc] as number]
  const link = links[graph.link[arc] as number]?.id
  return notes(background, ({ record, effect, counts }) => {
    const concerns =
      cuts(effect) || record.treats.length === 0 || record.treats.some((risk) => risks.includes(risk))
    if (!counts || !concerns) return false
    return record.on.some((subject) =>
      'link' in subject ? subject.link === link : ends.some(territory.names(subject)),
    )
  })
}

const cuts = (effect: Effect): boolean => effect === 'blocks-propagation' || effect === 'contains-node'

/** What the library names for these risk categories that works in one of these ways; each entry once. */
function libraryOptions(
  categories: readonly (string | null)[],
  wanted: (effect: Effect) => boolean,
): ControlOption[] {
  const controls = new Set(categories.flatMap((category) => cuttingMitigationsFor(category)))
  return [...controls]
    .filter(({ pathEffect }) => wanted(pathEffect))
    .map(({ id, title, pathEffect }) => ({ control: id, title, effect: pathEffect }))
}

export const removalOptions = (category: string | null): ControlOption[] =>
  libraryOptions([category], (effect) => effect === 'removes-risk')

export const cutOptions = (categories: readonly (string | null)[]): ControlOption[] =>
  libraryOptions(categories, cuts)
