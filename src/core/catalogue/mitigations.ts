import type { Effect } from '../model/terms.ts'
import data from './data/mitigations.json' with { type: 'json' }
import { lookupById } from './lazy.ts'
import { riskById, riskCategories } from './risks.ts'
import type { MitigationControl, RiskCategory } from './types.ts'

/** Every mitigation of the library, in catalogue order. */
export const mitigationControls = data as readonly MitigationControl[]

/** The mitigation that `mitigations[].control` of a model names. */
export const mitigationById = lookupById(mitigationControls)

/** Whether an effect can end an exposure: it removes the risk (AN3) or cuts arcs (AN5). The others change ratings alone. */
export const canCut = (effect: Effect): boolean =>
  effect === 'removes-risk' || effect === 'blocks-propagation' || effect === 'contains-node'

const cuts = (control: MitigationControl): boolean => canCut(control.pathEffect)

const cuttingFirst = (controls: readonly MitigationControl[]): MitigationControl[] => [
  ...controls.filter(cuts),
  ...controls.filter((control) => !cuts(control)),
]

const namedBy = (risk: RiskCategory | null): MitigationControl[] =>
  (risk?.mitigations ?? []).map(mitigationById).filter((control) => control !== null)

export type MitigationChoice = {
  /** Those that the catalogue names for the risk. */
  readonly treats: readonly MitigationControl[]
  /** The rest of the library. */
  readonly others: readonly MitigationControl[]
}

/**
 * The whole library, divided by what the catalogue names for a risk category; in both parts those that can cut come
 * first, otherwise in the order of the risk's own list and of the catalogue. An unknown category has no `treats`.
 */
export const mitigationsForRisk = (category: string | null): MitigationChoice => {
  const treats = namedBy(riskById(category))
  const others = mitigationControls.filter((control) => !treats.includes(control))
  return { treats: cuttingFirst(treats), others: cuttingFirst(others) }
}

/** The mitigations named for a risk category that can remove it or cut a path. */
export const cuttingMitigationsFor = (category: string | null): readonly MitigationControl[] =>
  namedBy(riskById(category)).filter(cuts)

/** The risk categories for which the library names nothing that removes or cuts. */
export const risksWithoutCut = (): readonly RiskCategory[] =>
  riskCategories.filter((risk) => !namedBy(risk).some(cuts))
