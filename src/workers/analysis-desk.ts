import { type Examined, makeEngine } from '../core/analysis/analyse.ts'
import { countChokePoints } from '../core/analysis/choke-points.ts'
import { MOST_EXPOSURES_SHOWN } from '../core/analysis/limits.ts'
import { projectOn } from '../core/analysis/projection.ts'
import type { AnalyseOptions } from '../core/analysis/result.ts'
import { findRoutes } from '../core/analysis/routes.ts'
import { separatingSet } from '../core/analysis/separating-set.ts'
import { findChanges } from '../core/analysis/what-if.ts'
import { joinPatches, patchModel, type RecordPatch } from '../core/model/patch.ts'
import { emptyModel, type Model } from '../core/model/records.ts'
import type { DeeperPart, FromAnalysis, ToAnalysis } from './analysis-messages.ts'
import { answerQuestion, isOfToday } from './answer-question.ts'
import type { PlanAnswer } from './plan-messages.ts'
import { makePlanSeeker, type StartPlanner } from './plan-seeker.ts'
import { reasonOf } from './reason.ts'
import { type Pace, takeTurns, workerPace } from './turns.ts'

type Request = Extract<ToAnalysis, { kind: 'analyse' }>
type Step = Readonly<{ part: DeeperPart; share: number }>

/** A model as it was analysed. */
type Analysed = Readonly<{ model: Model; options: AnalyseOptions; examined: Examined }>
/** `today`: the same where the board is not moved to another day. */
type Settled = (Analysed & Readonly<{ today: Analysed }>) | Readonly<{ failed: string }>

/** Boards below this get their routes with the first answer, so that nothing lights up in two goes. */
const ROUTES_AT_ONCE = 12_000
const TELLING_MS = 200

/**
 * What the analysis worker does with its messages. Keeps its own copy of the normalised records, up to date by patches, and
 * answers for the newest revision only: an older one is given up between two steps. Questions and plans are about the
 * newest, too, and wait until it is analysed.
 */
export function openDesk(
  post: (message: FromAnalysis) => void,
  startPlanner: StartPlanner,
  pace: Pace = workerPace(),
): (message: ToAnalysis) => void {
  let model = emptyModel()
  let parts: RecordPatch[] = []
  const examine = makeEngine(MOST_EXPOSURES_SHOWN)
  const examineBefore = makeEngine(MOST_EXPOSURES_SHOWN)
  const planner = makePlanSeeker(startPlanner)

  /** Of the newest revision; null while it waits, with those who wait for it. */
  let settled: Settled | null = { failed: 'Nothing has been analysed yet.' }
  let waiting: ((now: Settled) => void)[] = []
  const settle = (now: Settled) => {
    settled = now
    const then = waiting
    waiting = []
    for (const each of then) each(now)
  }
  const whenSettled = (then: (now: Settled) => void) => {
    if (settled === null) waiting.push(then)
    else then(settled)
  }

  const begin = takeTurns<Step>((step) => tell(step), pace)
  let [revision, begun, told] = [0, 0, 0]
  const tell = (step: Step) => {
    const now = pace.now()
    if (now - begun < TELLING_MS || now - told < TELLING_MS / 2) return
    told = now
    post({ kind: 'progress', revision, ...step })
  }

  function* answerInTiers({ revision: asked, date, switched, day }: Request): Generator<Step> {
    revision = asked
    begun = told = pace.now()
    let answered = false
    try {
      const asItStands: AnalyseOptions = { date }
      const options: AnalyseOptions =
        day !== null ? projectOn(model, day, date) : switched === null ? asItStands : { date, switched }
      const now = examine(model, options)
      const before = options === asItStands ? null : examineBefore(model, asItStands)
      const both = () => ({ routes: routesOf(now), routesBefore: before === null ? null : routesOf(before) })
      const atOnce = now.compiled.graph.arcCount <= ROUTES_AT_ONCE
      const routes = atOnce ? both() : { routes: null, routesBefore: null }
      post({ kind: 'first', revision, outcome: now.outcome, before: before?.outcome ?? null, ...routes })
      answered = true
      const shown: Analysed = { model, options, examined: now }
      const isMoved = day !== null && before !== null
      settle({ ...shown, today: isMoved ? { model, options: asItStands, examined: before } : shown })
      yield { part: 'routes', share: 0 }
      if (!atOnce) post({ kind: 'routes', revision, ...both() })
      yield { part: 'separatingSet', share: 0 }
      post({ kind: 'separatingSet', revision, links: separatingSet(now.standing, now.compiled) })
      const changes = yield* telling('changes', findChanges(now))
      post({ kind: 'changes', revision, changes })
      const counts = yield* telling('chokePoints', countChokePoints(now))
      post({ kind: 'chokePoints', revision, counts })
    } catch (error) {
      post({ kind: 'failed', revision, reason: reasonOf(error), answered })
      if (!answered) settle({ failed: reasonOf(error) })
    }
  }

  const ask = ({ ask: number, question }: Extract<ToAnalysis, { kind: 'ask' }>) =>
    whenSettled((now) => {
      const refuse = (reason: string) => post({ kind: 'refused', ask: number, reason })
      if ('failed' in now) return refuse(now.failed)
      const turn = async () => {
        await new Promise<void>((resolve) => pace.later(resolve))
        if (settled !== now) throw new Error('The board has changed since.')
      }
      const { examined, options } = isOfToday(question) ? now.today : now
      answerQuestion(question, examined, now.model, options, turn).then(
        (answer) => post({ kind: 'answer', ask: number, answer }),
        (error: unknown) => refuse(reasonOf(error)),
      )
    })

  /** The search that is wanted; one that still waits may be ended, too. */
  let sought: number | null = null
  const plan = (search: number) => {
    sought = search
    whenSettled((now) => {
      if (sought !== search) return
      const answer = (said: PlanAnswer) => post({ kind: 'plan', search, answer: said })
      if ('failed' in now) answer(now)
      else planner.seek({ model: now.model, options: now.today.options }, answer)
    })
  }
  const endPlan = () => {
    sought = null
    planner.end()
  }

  return (message) => {
    if (message.kind === 'ask') ask(message)
    else if (message.kind === 'plan') plan(message.search)
    else if (message.kind === 'endPlan') endPlan()
    else if (message.kind === 'part') parts.push(message.patch)
    else {
      model = patchModel(model, joinPatches([...parts, message.patch]))
      parts = []
      settled = null
      begin(answerInTiers(message))
    }
  }
}

const routesOf = ({ sources, standing, compiled }: Examined) => findRoutes(sources, standing, compiled)

/** Runs a part that says how far it is. */
function* telling<T>(part: DeeperPart, steps: Generator<number, T>): Generator<Step, T> {
  let step = steps.next()
  for (; step.done !== true; step = steps.next()) yield { part, share: step.value }
  return step.value
}
