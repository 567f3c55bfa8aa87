import data from './data/risks.json' with { type: 'json' }
import { lookupById } from './lazy.ts'
import type { RiskCategory } from './types.ts'

/** Every category of vendor risk, in catalogue order. */
export const riskCategories = data as readonly RiskCategory[]

/** The category that `risks[].category` of a model names. */
export const riskById = lookupById(riskCategories)
