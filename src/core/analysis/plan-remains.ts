import { nameExposure } from './analyse.ts'
import { allSources, findExposures } from './exposures.ts'
import { standingUnder } from './held.ts'
import type { PlanTask } from './plan.ts'
import { addOptions } from './plan-options.ts'
import { makeRater } from './ratings.ts'
import type { Exposure } from './result.ts'

/**
 * What a plan leaves, and why (AN13): each exposure that stays taken though all that could count does, with the shown path
 * that then still leads to it. Rated as the scenario rates it.
 */
export function planRemains({ options, credit, compiled }: PlanTask): Exposure[] {
  addOptions(credit, options.list.keys(), options, 1)
  const standing = standingUnder(credit, compiled)
  addOptions(credit, options.list.keys(), options, -1)
  const { rate } = makeRater(standing, compiled)
  return findExposures(allSources(standing, compiled), standing, compiled)
    .filter(({ kind }) => kind === 'taken')
    .map((finding) => nameExposure(finding, rate(finding), compiled))
}
