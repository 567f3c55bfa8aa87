import { standingUnder } from './held.ts'
import { nameExposures } from './name-outcome.ts'
import { assess } from './outcome.ts'
import type { PlanTask } from './plan.ts'
import { addOptions } from './plan-options.ts'
import type { Exposure } from './result.ts'

export type Remaining = Pick<Exposure, 'risk' | 'target'>

/**
 * What a plan leaves, and why (AN13): each exposure that stays taken though all that could count does, with the shown path
 * that then still leads to it. Rated as the scenario rates it.
 */
export function planRemains({ options, credit, compiled }: PlanTask): Exposure[] {
  addOptions(credit, options.list.keys(), options, 1)
  const standing = standingUnder(credit, compiled)
  addOptions(credit, options.list.keys(), options, -1)
  const { components, links } = compiled
  const risks = compiled.risks.map(({ record }) => record)
  return nameExposures(assess(standing, compiled).outcome.exposures, { components, links, risks }).filter(
    ({ kind }) => kind === 'taken',
  )
}
