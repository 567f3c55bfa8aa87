import type { Model } from '../model/records.ts'
import { compile } from './compile.ts'
import { countingCredit } from './credit.ts'
import { describePlan, type Found, type PlanTask, posePlan } from './plan.ts'
import { clearsGoals } from './plan-goals.ts'
import { weightOf } from './plan-options.ts'
import { planProgram, type Program } from './plan-program.ts'
import type { ExposureResult, Plan } from './result.ts'

/** What a solver found in the time that it had; neither part is taken on trust further than it can be checked. */
type Solution = Readonly<{
  /** A value for each column, null where it found none. */
  values: ArrayLike<number> | null
  /** No solution costs less; −Infinity where it knows none. */
  bound: number
}>

/** Solves a mixed integer program, or stops after some seconds with the best that it has. */
export type Solver = (program: Program, seconds: number) => Promise<Solution>

const PLAN_SECONDS = 5

/** The better plan and the better bound of the greedy search and a solver, which is asked only where there is need. */
export async function provenPlan(task: PlanTask, solve: Solver, seconds = PLAN_SECONDS): Promise<Plan> {
  const { cut, graph, options } = task
  if (cut.bound >= cut.weight) return describePlan(cut, task)
  return describePlan(merge(await solve(planProgram(graph, cut, options.weights), seconds), task), task)
}

/** The whole result with such a plan. `model` is the normalised one that it was made of. */
export async function withProvenPlan(
  result: ExposureResult,
  model: Model,
  solve: Solver,
): Promise<ExposureResult> {
  if (result.whatIf.plan.minimal) return result
  const compiled = compile(model, { date: result.date, scenario: result.policy.scenario })
  const plan = await provenPlan(posePlan(countingCredit(compiled), compiled), solve)
  return { ...result, whatIf: { ...result.whatIf, plan } }
}

/**
 * Of two equal plans the greedy one stays, so that the answer does not change for nothing. A bound that the plan at hand
 * refutes is not worth anything.
 */
function merge({ values, bound }: Solution, task: PlanTask): Found {
  const { cut } = task
  const chosen = values === null ? null : readChoice(values, task)
  const weight = chosen === null ? Infinity : weightOf(chosen, task.options)
  const best = chosen !== null && weight < cut.weight ? { chosen, weight } : cut
  // Weights are whole numbers, and the solver's arithmetic is not exact.
  const whole = Math.ceil(bound - 1e-6 - 1e-8 * Math.abs(bound))
  const trusted = whole <= best.weight ? Math.max(whole, cut.bound) : cut.bound
  return { chosen: best.chosen, weight: best.weight, bound: trusted }
}

/** The choice that a solution stands for, without what it can do without; null where it leaves a goal taken. */
function readChoice(values: ArrayLike<number>, task: PlanTask): readonly number[] | null {
  const { options, goals, credit, compiled } = task
  const clears = (chosen: readonly number[]) => clearsGoals(chosen, goals, options, credit, compiled)
  const whole = [...options.list.keys()].filter((option) => (values[option] ?? 0) > 0.5)
  if (!clears(whole)) return null
  const weight = (option: number) => options.weights[option] as number
  return whole
    .toSorted((a, b) => weight(b) - weight(a) || a - b)
    .reduce((chosen, option) => {
      const fewer = chosen.filter((other) => other !== option)
      return clears(fewer) ? fewer : chosen
    }, whole)
}
