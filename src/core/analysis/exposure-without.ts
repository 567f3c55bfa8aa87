import { normalise } from '../model/normalise.ts'
import type { Model } from '../model/records.ts'
import { type Examined, makeEngine } from './analyse.ts'
import type { WithoutVendor } from './questions.ts'
import type { AnalyseOptions } from './result.ts'
import { withoutVendor } from './without-vendor.ts'

/**
 * What would be exposed were a vendor gone, by the whole engine anew: it cannot be read off the paths as they stand. Normalised
 * again, so that a mitigation that covered only what is gone is set aside.
 */
export function exposureWithout(
  vendor: string,
  { outcome }: Pick<Examined, 'outcome'>,
  model: Model,
  options: AnalyseOptions,
): WithoutVendor {
  const { model: left, breaks } = withoutVendor(model, vendor)
  const after = makeEngine()(normalise(left).model, options).outcome.counts
  return { breaks, before: outcome.counts, after }
}
