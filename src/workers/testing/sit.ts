import type { Question } from '../../core/analysis/questions.ts'
import type { Normalised } from '../../core/model/normalise.ts'
import { patchBetween } from '../../core/model/patch.ts'
import { KINDS, type Model } from '../../core/model/records.ts'
import { openDesk } from '../analysis-desk.ts'
import type { FromAnalysis, ToAnalysis } from '../analysis-messages.ts'
import { openPlanDesk } from '../plan-desk.ts'
import type { StartPlanner } from '../plan-seeker.ts'
import type { Pace } from '../turns.ts'
import { startHere } from './start-here.ts'

/** The day of whatever is sent from here. */
export const DATE = '2026-11-23'
/** Plans are sought on the spot. */
export const solving: StartPlanner = startHere(openPlanDesk)

/** A desk at the other end of a channel, and all that it has said. */
export function sit({ planner = solving, pace }: { planner?: StartPlanner; pace?: Pace } = {}) {
  const heard: FromAnalysis[] = []
  const listeners = new Set<(message: FromAnalysis) => void>()
  const desk = startHere<ToAnalysis, FromAnalysis>((post) => openDesk(post, planner, pace))(
    (message) => {
      heard.push(message)
      for (const listener of listeners) listener(message)
    },
    (reason) => {
      throw new Error(reason)
    },
  )
  let [sent, revision, asks, searches] = [null as Model | null, 0, 0, 0]
  const until = <Kind extends FromAnalysis['kind']>(kind: Kind) =>
    new Promise<Extract<FromAnalysis, { kind: Kind }>>((resolve) => {
      const listener = (message: FromAnalysis) => {
        if (message.kind !== kind) return
        listeners.delete(listener)
        resolve(message as Extract<FromAnalysis, { kind: Kind }>)
      }
      listeners.add(listener)
    })
  return {
    heard,
    /** The next message of a kind. */
    until,
    edit: (
      { model }: Pick<Normalised, 'model'>,
      switched: ReadonlyMap<string, boolean> | null = null,
      day: string | null = null,
    ) => {
      const patch = patchBetween(sent, model, KINDS)
      sent = model
      desk.send({ kind: 'analyse', revision: ++revision, patch, date: DATE, switched, day })
    },
    ask: (question: Question) => desk.send({ kind: 'ask', ask: ++asks, question }),
    plan: () => {
      desk.send({ kind: 'plan', search: ++searches })
      return until('plan')
    },
    endPlan: () => desk.send({ kind: 'endPlan' }),
  }
}
