import { NO_PLAN, type PlanState, useAnalysis } from '../../state/analysis-store.ts'
import { isStillFor, type PlanBasis } from '../../state/plan-basis.ts'
import type { FromAnalysis, ToAnalysis } from '../../workers/analysis-messages.ts'

/**
 * Keeps the plan of the analysis store: one search at a time, and whether what it found still speaks of what there is.
 * `now` is what the worker has been told.
 */
export function keepPlan(post: (message: ToAnalysis) => void, now: () => PlanBasis) {
  let search = 0
  let basis: PlanBasis | null = null
  /** Asked for before the newest edit was answered. */
  let wanted = false

  const show = (plan: PlanState) => useAnalysis.setState({ plan })
  const begin = () => {
    wanted = false
    search++
    basis = now()
    post({ kind: 'plan', search })
  }
  const look = () => {
    const { plan } = useAnalysis.getState()
    const isOld = basis !== null && !isStillFor(basis, now(), plan.plan?.mitigations ?? [])
    if (isOld === plan.isOld) return
    if (isOld && plan.searching) post({ kind: 'endPlan' })
    show({ ...plan, isOld, searching: plan.searching && !isOld })
  }
  return {
    want: () => {
      basis = null
      show({ ...NO_PLAN, searching: true })
      if (useAnalysis.getState().running) wanted = true
      else begin()
    },
    /** The newest edit has its first answer. */
    onAnswer: () => {
      if (wanted) begin()
    },
    /** Looks whether the plan is still for what there is now. */
    look,
    take: ({ search: of, answer }: Extract<FromAnalysis, { kind: 'plan' }>) => {
      const { plan } = useAnalysis.getState()
      if (of !== search || !plan.searching) return
      if ('failed' in answer) show({ ...plan, searching: false, failed: answer.failed })
      else show({ ...NO_PLAN, searching: !answer.final, plan: answer.plan, remains: answer.remains })
      look()
    },
    /** The worker is gone; what was found stands. */
    onEnd: () => {
      wanted = false
      const { plan } = useAnalysis.getState()
      if (plan.searching) show({ ...plan, searching: false })
    },
  }
}
