import { type Examined, makeEngine } from '../core/analysis/analyse.ts'
import { countChokePoints } from '../core/analysis/choke-points.ts'
import type { Question } from '../core/analysis/questions.ts'
import type { AnalyseOptions } from '../core/analysis/result.ts'
import { findRoutes } from '../core/analysis/routes.ts'
import { separatingSet } from '../core/analysis/separating-set.ts'
import { findChanges } from '../core/analysis/what-if.ts'
import { patchModel } from '../core/model/patch.ts'
import { emptyModel } from '../core/model/records.ts'
import type { DeeperPart, FromAnalysis, ToAnalysis } from './analysis-messages.ts'
import { buffersOf } from './buffers.ts'
import type { PlanAnswer, PlanRequest } from './plan-messages.ts'

type Request = Extract<ToAnalysis, { kind: 'analyse' }>

/** Keeps its own copy of the normalised records, up to date by patches, and answers for the newest revision only. */
let model = emptyModel()
let newest: Request | null = null
let examined: Examined | null = null
const examine = makeEngine()
const examineBefore = makeEngine()

let job: Generator<Step> | null = null
let turning = false
/** A task of its own, after those that wait already: requests that came meanwhile are taken in between two turns. */
const turns = new MessageChannel()

type Step = Readonly<{ part: DeeperPart; share: number }> | null

/** Long enough to get on, short enough to be interrupted. */
const TURN_MS = 8
const TELLING_MS = 200

self.addEventListener('message', ({ data }: MessageEvent<ToAnalysis>) => {
  if (data.kind === 'ask') void answer(data.ask, data.question)
  else if (data.kind === 'plan') plan(data.search)
  else if (data.kind === 'endPlan') planner?.terminate()
  else {
    model = patchModel(model, data.patch)
    newest = data
    wake()
  }
})

function wake(): void {
  if (turning) return
  turning = true
  turns.port2.postMessage(null)
}

turns.port1.addEventListener('message', () => {
  turning = false
  takeTurn()
})
turns.port1.start()

let begun = 0
let told = 0

function takeTurn(): void {
  if (newest !== null) {
    job = tiers(newest)
    newest = null
    begun = told = performance.now()
  }
  if (job === null) return
  const until = performance.now() + TURN_MS
  do {
    const { done, value } = job.next()
    if (done === true) {
      job = null
      return
    }
    tellProgress(value)
  } while (performance.now() < until)
  wake()
}

/** Of the newest answer. */
let revision = 0
let options: AnalyseOptions = { date: '' }

function tellProgress(step: Step): void {
  const now = performance.now()
  if (step === null || now - begun < TELLING_MS || now - told < TELLING_MS / 2) return
  told = now
  post({ kind: 'progress', revision, ...step })
}

const post = (message: FromAnalysis): void => self.postMessage(message, { transfer: buffersOf(message) })

/** Boards below this get their routes with the first answer, so that nothing lights up in two goes. */
const ROUTES_AT_ONCE = 12_000

function* tiers({ revision: asked, date, switched }: Request): Generator<Step> {
  revision = asked
  let answered = false
  try {
    options = switched === null ? { date } : { date, switched }
    const now = examine(model, options)
    const before = switched === null ? null : examineBefore(model, { date })
    examined = now
    const routesOf = ({ sources, standing, compiled }: Examined) => findRoutes(sources, standing, compiled)
    const both = () => ({ routes: routesOf(now), routesBefore: before === null ? null : routesOf(before) })
    const atOnce = now.compiled.graph.arcCount <= ROUTES_AT_ONCE
    const routes = atOnce ? both() : { routes: null, routesBefore: null }
    post({ kind: 'first', revision, outcome: now.outcome, before: before?.outcome ?? null, ...routes })
    answered = true
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
  }
}

/** Runs a part that says how far it is. */
function* telling<T>(part: DeeperPart, steps: Generator<number, T>): Generator<Step, T> {
  let step = steps.next()
  for (; step.done !== true; step = steps.next()) yield { part, share: step.value }
  return step.value
}

let planner: Worker | null = null

/** In a worker of its own, since a proof holds its thread for seconds; started from here, where the model is. */
function plan(search: number): void {
  planner?.terminate()
  const tell = (message: PlanAnswer) => post({ kind: 'plan', search, answer: message })
  planner = new Worker(new URL('./plan.worker.ts', import.meta.url), { type: 'module' })
  planner.addEventListener('message', ({ data }: MessageEvent<PlanAnswer>) => {
    tell(data)
    if ('failed' in data || data.final) planner?.terminate()
  })
  planner.addEventListener('error', (event) =>
    tell({ failed: event.message || 'The search stopped unexpectedly.' }),
  )
  planner.postMessage({ model, options } satisfies PlanRequest)
}

async function answer(ask: number, question: Question): Promise<void> {
  try {
    post({ kind: 'answer', ask, answer: await answerTo(question) })
  } catch (error) {
    post({ kind: 'refused', ask, reason: reasonOf(error) })
  }
}

async function answerTo(question: Question): Promise<unknown> {
  const asked = examined
  if (asked === null) throw new Error('Nothing has been analysed yet.')
  switch (question.of) {
    // Nobody asks before the board is there, and an explanation brings the texts of the whole library along.
    case 'paths': {
      const { morePaths } = await import('../core/analysis/more-paths.ts')
      return morePaths(asked, question, question.most)
    }
    case 'blast': {
      const { blastRadius } = await import('../core/analysis/blast-radius.ts')
      return blastRadius(question.component, asked)
    }
    case 'explanation': {
      const { explainExposure } = await import('../core/analysis/explain.ts')
      return explainExposure(question.exposure, asked, model.vendors)
    }
  }
}

const reasonOf = (error: unknown): string => (error instanceof Error ? error.message : String(error))
