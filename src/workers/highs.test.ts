import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { compile } from '../core/analysis/compile.ts'
import { countingCredit } from '../core/analysis/credit.ts'
import { describePlan, type PlanTask, posePlan } from '../core/analysis/plan.ts'
import { provenPlan } from '../core/analysis/plan-proof.ts'
import type { AnalyseOptions, Plan } from '../core/analysis/result.ts'
import { checkIn } from '../core/analysis/testing/check.ts'
import { operatorModel } from '../core/analysis/testing/operator-model.ts'
import { whatIfOracle } from '../core/analysis/testing/oracle-cuts.ts'
import { randomModel, randomOptions } from '../core/analysis/testing/random-model.ts'
import { randomPlans } from '../core/analysis/testing/random-plans.ts'
import { normalise } from '../core/model/normalise.ts'
import type { Model } from '../core/model/records.ts'
import { loadSolver } from './highs.ts'

const TODAY = { date: '2026-11-23' }
const solver = loadSolver()
const check = checkIn(process.env)

function pose(model: Model, options: AnalyseOptions = TODAY): PlanTask {
  const compiled = compile(model, options)
  return posePlan(countingCredit(compiled), compiled)
}

/** The proof that the solver gives even where the greedy search has one already. */
const proofOf = async (task: PlanTask): Promise<Plan> =>
  provenPlan({ ...task, cut: { ...task.cut, bound: 0 } }, await solver)

describe('the solver', () => {
  const modelAndOptions = fc.oneof(
    fc.tuple(
      randomPlans.map(({ model }) => model),
      fc.constant<AnalyseOptions>(TODAY),
    ),
    fc.tuple(
      randomModel.map((model) => normalise(model).model),
      randomOptions,
    ),
  )
  check(
    '[AN13] a proven plan has the least effort, and of those the fewest mitigations, of all sets',
    modelAndOptions,
    150,
    async ([model, options]) => {
      const task = pose(model, options)
      const expected = whatIfOracle(model, options).plan
      const plan = await proofOf(task)
      expect(plan).toMatchObject({ effort: expected.effort, minimal: true, remaining: expected.remaining })
      expect(plan.mitigations).toHaveLength(expected.size ?? 0)
      expect(plan).not.toHaveProperty('lowerBound')
      const quick = describePlan(task.cut, task)
      expect(quick.effort).toBeGreaterThanOrEqual(plan.effort)
      expect(quick.lowerBound ?? quick.effort).toBeLessThanOrEqual(plan.effort)
    },
  )

  test('[AN13] on a network of a thousand components it proves a plan that is better than the quick one', async () => {
    const task = pose(operatorModel({ components: 1_000, mitigations: 100, seed: 1 }).model)
    const quick = describePlan(task.cut, task)
    const plan = await provenPlan(task, await solver)
    expect({ quick: quick.minimal, proven: plan.minimal }).toEqual({ quick: false, proven: true })
    expect(plan.effort).toBeLessThan(quick.effort)
    expect(plan.effort).toBeGreaterThanOrEqual(quick.lowerBound ?? Infinity)
  })

  test('[AN13] out of time, the bound and the quick plan stand', async () => {
    const task = pose(operatorModel({ components: 1_000, mitigations: 100, seed: 1 }).model)
    const plan = await provenPlan(task, await solver, 0)
    expect(plan.lowerBound ?? plan.effort).toBeLessThanOrEqual(plan.effort)
    expect(plan.effort).toBeLessThanOrEqual(describePlan(task.cut, task).effort)
  })

  test('[AN14] the same plan each time', async () => {
    const task = pose(operatorModel({ components: 1_000, mitigations: 100, seed: 1 }).model)
    expect(await proofOf(task)).toEqual(await provenPlan(task, await loadSolver()))
  })
})
