import type { Model } from '../model/records.ts'
import { counts } from './counting.ts'
import type { AnalyseOptions } from './result.ts'

/**
 * The board on a later day, if every planned mitigation that is due from today to that day is in place by then: each of
 * those counts like an implemented one. No other planned one counts: what was due before today has not happened, and has
 * no day until it is given a new one.
 */
export function projectOn(
  { meta, mitigations }: Pick<Model, 'meta' | 'mitigations'>,
  date: string,
  today: string,
): Required<Pick<AnalyseOptions, 'date' | 'switched'>> {
  const inForce = counts('implemented', meta.policy.scenario)
  const planned = mitigations.filter(({ status }) => status === 'planned')
  return {
    date,
    switched: new Map(
      planned.map(({ id, due }) => [
        id,
        inForce && date > today && due !== null && today <= due && due <= date,
      ]),
    ),
  }
}
