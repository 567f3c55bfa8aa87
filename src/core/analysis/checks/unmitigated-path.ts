import { indexById } from '../../model/lookup.ts'
import type { Check } from './check.ts'

/** What the engine calls exposed (AN9), and no second notion of it. An accepted risk is not open. */
export const unmitigatedPath: Check = {
  id: 'chk-unmitigated-path',
  run: ({ exposures, placeOf, model }) => {
    const risks = indexById(model.risks)
    return exposures
      .filter(({ accepted }) => !accepted)
      .map(({ risk, target, source, kind }) => ({
        check: 'chk-unmitigated-path',
        records: source === target ? [target, risk] : [target, risk, source],
        words: `${placeOf(target)?.name ?? target} is ${kind} through “${risks.get(risk)?.title || risk}” at ${placeOf(source)?.name ?? source}.`,
      }))
  },
}
