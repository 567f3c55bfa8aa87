import type { Propagation } from '../model/terms.ts'
import data from './data/risks.json' with { type: 'json' }
import { lookupById } from './lazy.ts'
import type { RiskCategory } from './types.ts'

/** Every category of vendor risk, in catalogue order. */
export const riskCategories = data as readonly RiskCategory[]

/** The category that `risks[].category` of a model names. */
export const riskById = lookupById(riskCategories)

/**
 * MO2: the propagation of a risk whose own is null. MO2 is silent on a risk without a known category: it counts as a
 * foothold, the strongest claim, so that a risk nobody has classified holds its components instead of looking harmless.
 */
export const defaultPropagation = (category: string | null): Propagation =>
  riskById(category)?.propagation ?? 'foothold'
