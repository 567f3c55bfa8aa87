import type { PlanAnswer, PlanRequest } from './plan-messages.ts'
import { reasonOf } from './reason.ts'
import type { Start } from './start.ts'

export type StartPlanner = Start<PlanRequest, PlanAnswer>

export type PlanSeeker = Readonly<{
  /** Tells answers up to the last one or a failure; nothing more after `end` or the next `seek`. */
  seek: (request: PlanRequest, tell: (answer: PlanAnswer) => void) => void
  end: () => void
}>

/** Seeks one plan at a time, each in a worker of its own, since a proof holds its thread for seconds. */
export function makePlanSeeker(startPlanner: StartPlanner): PlanSeeker {
  let endSearch: (() => void) | null = null
  const end = () => {
    endSearch?.()
    endSearch = null
  }
  const seek: PlanSeeker['seek'] = (request, tell) => {
    end()
    let isOver = false
    const hear = (answer: PlanAnswer) => {
      if (isOver) return
      tell(answer)
      if ('failed' in answer || answer.final) end()
    }
    const died = (reason: string) => hear({ failed: reason })
    try {
      const planner = startPlanner(hear, died)
      endSearch = () => {
        isOver = true
        planner.end()
      }
      planner.send(request)
    } catch (error) {
      died(reasonOf(error))
    }
  }
  return { seek, end }
}
