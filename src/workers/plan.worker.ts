import { compile } from '../core/analysis/compile.ts'
import { countingCredit } from '../core/analysis/credit.ts'
import { describePlan, posePlan } from '../core/analysis/plan.ts'
import { provenPlan } from '../core/analysis/plan-proof.ts'
import { planRemains } from '../core/analysis/plan-remains.ts'
import { solveByHighs } from './highs.ts'
import type { PlanAnswer, PlanRequest } from './plan-messages.ts'

self.addEventListener('message', ({ data }: MessageEvent<PlanRequest>) => {
  answer(data).catch((error: unknown) => {
    post({ failed: error instanceof Error ? error.message : String(error) })
  })
})

const post = (message: PlanAnswer) => self.postMessage(message)

async function answer({ model, options }: PlanRequest): Promise<void> {
  const compiled = compile(model, options)
  const task = posePlan(countingCredit(compiled), compiled)
  const remains = planRemains(task)
  const quick = describePlan(task.cut, task)
  post({ plan: quick, remains, final: quick.minimal })
  if (!quick.minimal) post({ plan: await provenPlan(task, solveByHighs), remains, final: true })
}
