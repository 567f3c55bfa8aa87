import { boardResult } from '../../core/analysis/board-result.ts'
import { spellOut } from '../../core/analysis/exposure-on-demand.ts'
import { nameRoutes, namesOf } from '../../core/analysis/name-outcome.ts'
import type { Outcome } from '../../core/analysis/outcome.ts'
import type { Question } from '../../core/analysis/questions.ts'
import type { RouteNumbers } from '../../core/analysis/routes.ts'
import { nextTask } from '../../collab/doc/next-task.ts'
import { patchBetween, patchInParts, type RecordPatch } from '../../core/model/patch.ts'
import type { Model } from '../../core/model/records.ts'
import { type AnalysisState, useAnalysis } from '../../state/analysis-store.ts'
import { type BoardState, useBoard } from '../../state/board-store.ts'
import { CHECKED } from '../../state/plan-basis.ts'
import { moveBoard, useTrial } from '../../state/trial-store.ts'
import type { FromAnalysis, ToAnalysis } from '../../workers/analysis-messages.ts'
import { today } from '../../commands/today.ts'
import { keepPlan } from './plan-search.ts'
import { type Start, startWith } from '../../workers/start.ts'

type Waiting = { resolve: (answer: never) => void; reject: (reason: Error) => void }

/** What has not come yet for the newest answer. */
const NOT_YET: Partial<AnalysisState> = {
  routes: null,
  separatingSet: null,
  chokePoints: null,
  changes: null,
  progress: null,
}

/** What there is where the board as it stands has no answer at all. */
const NOTHING: Partial<AnalysisState> = { ...NOT_YET, result: null, before: null }

const DAY_CHECK_MS = 60_000
/** Records that are copied to the worker without the page missing a frame. */
const AT_A_TIME = 250

type StartAnalyst = Start<ToAnalysis, FromAnalysis>
type Analyst = ReturnType<StartAnalyst>

const startWorker: StartAnalyst = startWith(
  () => new Worker(new URL('../../workers/analysis.worker.ts', import.meta.url), { type: 'module' }),
)

/**
 * Runs the analysis worker beside the board for as long as it is open: what changes in the board store, what is tried out or
 * the day that the board is moved to, goes in; the newest answers come out into the analysis store. Returns its stopping.
 */
export function startAnalysis(startAnalyst: StartAnalyst = startWorker): () => void {
  let worker: Analyst | null = null
  let revision = 0
  /** What the worker has been told, and the boards of the revisions that it has not answered yet. */
  let sent: Model | null = null
  const boards = new Map<number, BoardState>()
  /** While the parts of what changed are on their way. */
  let isSending = false
  let hasChanged = false
  let asks = 0
  const waiting = new Map<number, Waiting>()

  const post = (message: ToAnalysis) => worker?.send(message)
  let day = today()
  const plan = keepPlan(post, () => ({
    model: useBoard.getState().model,
    date: day,
    switched: useTrial.getState().switched,
  }))
  const send = () => {
    day = today()
    const { switched, day: moved } = useTrial.getState()
    // Once that day has come, the board is as it stands; this is called again for it.
    if (moved !== null && moved <= day) return moveBoard(null)
    plan.look()
    if (worker === null) return
    hasChanged = isSending
    if (isSending) return
    const board = useBoard.getState()
    const parts = patchInParts(patchBetween(sent, board.model, CHECKED), AT_A_TIME)
    sent = board.model
    revision++
    boards.set(revision, board)
    useAnalysis.setState({ running: true })
    const asked = { kind: 'analyse', revision, date: day, switched, day: moved } as const
    void sendParts(parts, (patch) => post({ ...asked, patch }))
  }
  /** Each in a task of its own, the last with what is asked; what changes meanwhile is sent after that. */
  const sendParts = async (parts: readonly RecordPatch[], askWith: (patch: RecordPatch) => void) => {
    const to = worker
    isSending = true
    for (const [index, patch] of parts.entries()) {
      if (index > 0) await nextTask()
      if (worker !== to) return
      if (index < parts.length - 1) post({ kind: 'part', patch })
      else askWith(patch)
    }
    isSending = false
    if (hasChanged) send()
  }
  /** Ends the worker and whatever waits for it. */
  const drop = (reason: string) => {
    worker?.end()
    worker = null
    sent = null
    isSending = false
    plan.onEnd()
    boards.clear()
    for (const { reject } of waiting.values()) reject(new Error(reason))
    waiting.clear()
  }
  const fail = (message: string) => {
    drop(message)
    useAnalysis.setState({ ...NOTHING, running: false, failed: message })
  }
  const take = (message: FromAnalysis) => {
    if (message.kind === 'answer' || message.kind === 'refused') {
      const asked = waiting.get(message.ask)
      waiting.delete(message.ask)
      if (message.kind === 'answer') asked?.resolve(message.answer as never)
      else asked?.reject(new Error(message.reason))
      return
    }
    if (message.kind === 'plan') {
      plan.take(message)
      return
    }
    const board = boards.get(message.revision)
    if (board === undefined) return
    for (const older of boards.keys()) if (older < message.revision) boards.delete(older)
    const old = message.revision < revision
    useAnalysis.setState(changeBy(message, board, old))
    if (message.kind === 'first' && !old) plan.onAnswer()
  }
  const start = () => {
    drop('The analysis was started anew.')
    // What an older worker had on its way is of no use.
    const started: Analyst = startAnalyst(
      (message) => worker === started && take(message),
      (reason) => worker === started && fail(reason),
    )
    worker = started
    useAnalysis.setState({ failed: null })
    send()
  }
  useAnalysis.setState({
    retry: start,
    suggestPlan: () => {
      if (worker !== null) plan.want()
    },
    ask: (question) =>
      new Promise((resolve, reject) => {
        if (worker === null) {
          reject(new Error('The analysis is not running.'))
          return
        }
        asks++
        waiting.set(asks, { resolve, reject })
        post({ kind: 'ask', ask: asks, question: spelledOut(question as Question) })
      }),
  })
  start()
  const stops = [
    useBoard.subscribe((now, before) => {
      if (
        now.model.meta !== before.model.meta ||
        CHECKED.some((kind) => now.model[kind] !== before.model[kind])
      )
        send()
    }),
    useTrial.subscribe(send),
  ]
  // A board may stay open over midnight, when acceptances end.
  const watch = setInterval(() => today() !== day && send(), DAY_CHECK_MS)
  return () => {
    clearInterval(watch)
    for (const stop of stops) stop()
    drop('The board was closed.')
    useAnalysis.setState(useAnalysis.getInitialState())
  }
}

const spelledOut = (question: Question): Question =>
  question.of === 'explanation' ? { ...question, exposure: spellOut(question.exposure) } : question

type Told = Exclude<FromAnalysis, { kind: 'answer' | 'refused' | 'plan' }>

/** What a message changes in the store. `old`: a newer revision is on its way already. */
function changeBy(message: Told, board: BoardState, old: boolean): Partial<AnalysisState> {
  const name = (outcome: Outcome) => boardResult(outcome, board)
  const routesOf = (routes: RouteNumbers | null) => (routes === null ? null : nameRoutes(routes, board))
  switch (message.kind) {
    case 'failed':
      return {
        ...(message.answered ? { progress: null } : NOTHING),
        running: old,
        failed: message.reason,
      }
    case 'first': {
      const { outcome, before, routes, routesBefore } = message
      return {
        ...NOT_YET,
        result: name(outcome),
        routes: routesOf(routes),
        before: before === null ? null : { result: name(before), routes: routesOf(routesBefore) },
        running: old,
        failed: null,
      }
    }
    case 'routes': {
      const { before } = useAnalysis.getState()
      return {
        routes: routesOf(message.routes),
        before: before === null ? null : { ...before, routes: routesOf(message.routesBefore) },
      }
    }
    case 'separatingSet':
      return { separatingSet: namesOf(message.links, board.model.links) }
    case 'changes':
      return { changes: message.changes }
    case 'chokePoints':
      return { chokePoints: message.counts, progress: null }
    case 'progress':
      return { progress: { part: message.part, share: message.share } }
  }
}
