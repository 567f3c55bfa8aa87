import { type Examined, makeEngine } from '../analysis/analyse.ts'
import type { CheckResult } from '../analysis/checks/findings.ts'
import { checksOf } from '../analysis/checks/checks-of.ts'
import { explainExposure } from '../analysis/explain.ts'
import type { Explanation } from '../analysis/explanation.ts'
import { TooLarge } from '../analysis/limits.ts'
import { nameExposures } from '../analysis/name-outcome.ts'
import type { Exposure } from '../analysis/result.ts'
import type { Model } from '../model/records.ts'
import type { WriteOptions } from './codec.ts'

/** A file that tells every hop of more exposures than this is read by nobody, and takes minutes to write. */
const MOST_TOLD = 10_000

/** What the engine finds in a model on a day, for formats that tell exposures one by one. */
export type Told = Readonly<{
  examined: Examined
  exposures: readonly ToldExposure[]
  checks: CheckResult
}>

/** An exposure, and why it is there. */
export type ToldExposure = Readonly<{ exposure: Exposure; why: Explanation }>

/** In words, why there is no answer: the model has more to tell than there is room for. */
export type Untold = Readonly<{ reason: string }>

/** `model` is a normalised one; the scenario is that of its policy. */
export function tell(model: Model, { date }: WriteOptions): Told | Untold {
  try {
    const examined = makeEngine(MOST_TOLD)(model, { date })
    const { components, links, risks } = model
    const exposures = nameExposures(examined.outcome.exposures, { components, links, risks })
    const told = exposures.flatMap((exposure): ToldExposure[] => {
      const why = explainExposure(exposure, examined, model.vendors)
      return why === null ? [] : [{ exposure, why }]
    })
    return { examined, exposures: told, checks: checksOf(examined, model) }
  } catch (error) {
    if (error instanceof TooLarge) return { reason: error.message }
    throw error
  }
}
