import type { Compiled } from './compile.ts'
import type { Credit } from './credit.ts'
import { contract } from './plan-contract.ts'
import { findGoals, type Goals } from './plan-goals.ts'
import { buildCutGraph, type CutGraph } from './plan-graph.ts'
import { type Cut, greedyCut } from './plan-greedy.ts'
import { effortOf, leastEffort, type Option, type Options, planOptions } from './plan-options.ts'
import type { Plan } from './result.ts'

/** The task of AN13 for a plan, as a label cut, and the answer of the greedy search. */
export type PlanTask = Readonly<{
  options: Options
  goals: Goals
  graph: CutGraph
  cut: Cut
  credit: Credit
  compiled: Compiled
}>

/** `credit` is that of the mitigations that count; it is used as scratch and comes back as it was. */
export function posePlan(credit: Credit, compiled: Compiled): PlanTask {
  const options = planOptions(compiled)
  const goals = findGoals(options, credit, compiled)
  const graph = contract(buildCutGraph(options, goals, credit, compiled))
  return { options, goals, graph, cut: greedyCut(graph, options.weights), credit, compiled }
}

/**
 * AN13: a set of little effort of the mitigations that could count that clears every taken exposure that all of them
 * together would, and what none can cost less than. Quick; `provenPlan` does better where this is not proven minimal.
 */
export const findPlan = (credit: Credit, compiled: Compiled): Plan => {
  const task = posePlan(credit, compiled)
  return describePlan(task.cut, task)
}

export type Found = Pick<Cut, 'chosen' | 'weight' | 'bound'>

export function describePlan({ chosen, weight, bound }: Found, { options, goals }: PlanTask): Plan {
  const plan = {
    mitigations: chosen.map((option) => (options.list[option] as Option).mitigation.record.id),
    effort: effortOf(weight, options),
    minimal: bound >= weight,
    remaining: goals.remainingCount,
  }
  return plan.minimal ? plan : { ...plan, lowerBound: leastEffort(bound, options) }
}
