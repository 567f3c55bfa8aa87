import { compile } from '../core/analysis/compile.ts'
import { countingCredit } from '../core/analysis/credit.ts'
import { describePlan, posePlan } from '../core/analysis/plan.ts'
import { provenPlan } from '../core/analysis/plan-proof.ts'
import { planRemains } from '../core/analysis/plan-remains.ts'
import { solveByHighs } from './highs.ts'
import type { PlanAnswer, PlanRequest } from './plan-messages.ts'
import { reasonOf } from './reason.ts'

/** What the plan worker does with its one message. */
export const openPlanDesk =
  (post: (answer: PlanAnswer) => void) =>
  (request: PlanRequest): void => {
    answer(request, post).catch((error: unknown) => post({ failed: reasonOf(error) }))
  }

async function answer({ model, options }: PlanRequest, post: (answer: PlanAnswer) => void): Promise<void> {
  const compiled = compile(model, options)
  const task = posePlan(countingCredit(compiled), compiled)
  // Without their paths, which may be as long as the square of the board.
  const remains = planRemains(task).map(({ risk, target }) => ({ risk, target }))
  const quick = describePlan(task.cut, task)
  post({ plan: quick, remains, final: quick.minimal })
  if (!quick.minimal) post({ plan: await provenPlan(task, solveByHighs), remains, final: true })
}
