import { afterEach, expect, test } from 'vitest'
import { spellOut } from '../../core/analysis/exposure-on-demand.ts'
import { normalisedOf } from '../../core/analysis/testing/model-of.ts'
import { sketch, type Sketch } from '../../core/analysis/testing/sketch.ts'
import { type AnalysisState, useAnalysis } from '../../state/analysis-store.ts'
import { type BoardState, useBoard } from '../../state/board-store.ts'
import { moveBoard, setTrial, useTrial } from '../../state/trial-store.ts'
import { openDesk } from '../../workers/analysis-desk.ts'
import type { FromAnalysis, ToAnalysis } from '../../workers/analysis-messages.ts'
import { openPlanDesk } from '../../workers/plan-desk.ts'
import type { StartPlanner } from '../../workers/plan-seeker.ts'
import type { Start } from '../../workers/start.ts'
import { startHere, startThread } from '../../workers/testing/start-here.ts'
import { startAnalysis } from './analysis-runner.ts'

const solving: StartPlanner = startHere(openPlanDesk)
const BOARD: Sketch = {
  links: 'a => b, b => t',
  critical: 't u',
  footholds: 'a',
  mitigations: [{ id: 'm', effect: 'blocks-propagation', on: [{ link: 'l2' }], status: 'planned' }],
}

let close = () => undefined as void
afterEach(() => {
  close()
  useBoard.setState(useBoard.getInitialState())
  setTrial(null)
})

const show = (board: BoardState) => useBoard.setState(board)

/** Runs the analysis of what is shown; every worker that it starts, with what it was sent. */
function run(planner: StartPlanner = solving) {
  const workers: { sent: ToAnalysis[]; crash: (reason: string) => void }[] = []
  const start: Start<ToAnalysis, FromAnalysis> = (hear, died) => {
    const sent: ToAnalysis[] = []
    const { send, end } = startHere<ToAnalysis, FromAnalysis>((post) => openDesk(post, planner))(hear, died)
    workers.push({ sent, crash: died })
    return {
      send: (message) => {
        sent.push(message)
        send(message)
      },
      end,
    }
  }
  close = startAnalysis(start)
  return workers
}

/** The first state of the store in which something holds. */
const until = (holds: (analysis: AnalysisState) => boolean) =>
  new Promise<AnalysisState>((resolve) => {
    if (holds(useAnalysis.getState())) return resolve(useAnalysis.getState())
    const stop = useAnalysis.subscribe((analysis) => {
      if (!holds(analysis)) return
      stop()
      resolve(analysis)
    })
  })

const allHasCome = ({ running, chokePoints }: AnalysisState) => !running && chokePoints !== null

function told({ result, routes, separatingSet, chokePoints, changes }: AnalysisState) {
  const { exposures, coverage, ...rest } = result as NonNullable<AnalysisState['result']>
  const { share, instances } = coverage
  const whole = { ...rest, exposures: exposures.map(spellOut), coverage: { share, instances } }
  return { whole, routes, separatingSet, chokePoints, changes }
}

test('what has changed goes in, and the answer is that to the whole board', async () => {
  show(sketch({ ...BOARD, critical: 'u' }))
  const [worker] = run()
  expect((await until(allHasCome)).result?.exposures).toEqual([])
  show(sketch(BOARD))
  show(sketch({ ...BOARD, links: 'a => b, b => t, c -> t, b => u', weaknesses: 'c' }))
  expect(useAnalysis.getState().running).toBe(true)
  const patched = told(await until(allHasCome))
  expect(patched.whole.exposures.map(({ target }) => target)).toEqual(['t', 'u'])
  expect(worker?.sent).toHaveLength(3)

  useAnalysis.getState().retry()
  expect(told(await until(allHasCome))).toEqual(patched)
})

test('only a patch is sent, and an edit that changes nothing to analyse is not', async () => {
  const board = sketch(BOARD)
  show(board)
  const [worker] = run()
  const [link, ...links] = board.model.links
  show({ ...board, model: { ...board.model, notes: [] } })
  show({
    ...board,
    model: { ...board.model, links: [{ ...link, name: 'N2' } as typeof link & {}, ...links] },
  })
  await until(allHasCome)
  expect(worker?.sent).toHaveLength(2)
  expect(worker?.sent[1]).toMatchObject({
    patch: { meta: null, upserts: { links: [{ id: 'l1' }] }, removed: { links: [] } },
  })
})

test('a large board is sent in parts, what changes meanwhile after it, and the newest is answered', async () => {
  const board = sketch(BOARD)
  const [one] = board.model.components
  const spare = Array.from({ length: 1_200 }, (_, index) => ({
    ...(one as typeof one & {}),
    id: `spare-${index + 1_000}`,
    criticality: null,
  }))
  show(board)
  const [worker] = run()
  await until(allHasCome)
  const large = { ...board.model, components: [...board.model.components, ...spare] }
  show({ ...board, model: large })
  show({ ...board, model: { ...large, links: [] } })
  const { result } = await until((now) => now.result?.counts.taken === 0 && allHasCome(now))
  expect(result?.exposures).toEqual([])
  const parts = Array.from({ length: 5 }, () => 'part')
  expect(worker?.sent.map(({ kind }) => kind)).toEqual(['analyse', ...parts, 'analyse', 'analyse'])
})

test('with something tried out, the board as it stands is there, too', async () => {
  show(sketch(BOARD))
  run()
  setTrial(new Map([['m', true]]))
  const { result, before } = await until(allHasCome)
  expect([result?.counts.taken, before?.result.counts.taken]).toEqual([0, 1])
})

test('[PR5] moved to a day, the board as it stands is there, too; once that day has come, it is today again', async () => {
  const due = '2199-03-01'
  const [measure] = BOARD.mitigations ?? []
  show(sketch({ ...BOARD, mitigations: [{ ...measure, id: 'm', due }] }))
  run()
  moveBoard(due)
  const { result, before } = await until(allHasCome)
  expect([result?.date, result?.counts.taken, before?.result.counts.taken]).toEqual([due, 0, 1])
  moveBoard('2020-01-01')
  expect(useTrial.getState().day).toBeNull()
  expect((await until(allHasCome)).before).toBeNull()
})

test('a crash is a failure that ends whatever waits; trying again starts anew with the whole board', async () => {
  const board = sketch(BOARD)
  show(board)
  const workers = run()
  await until(allHasCome)
  const asked = useAnalysis.getState().ask({ of: 'blast', component: 'b' })
  workers[0]?.crash('out of memory')
  await expect(asked).rejects.toThrow('out of memory')
  expect(useAnalysis.getState()).toMatchObject({
    failed: 'out of memory',
    running: false,
    result: null,
    routes: null,
    chokePoints: null,
  })
  await expect(useAnalysis.getState().ask({ of: 'blast', component: 'b' })).rejects.toThrow('not running')
  // Nobody is there to be told.
  show(sketch({ ...BOARD, links: 'a => b, b => t, b => u' }))

  useAnalysis.getState().retry()
  expect(useAnalysis.getState()).toMatchObject({ failed: null, running: true })
  expect((await until(allHasCome)).result?.counts.taken).toBe(2)
  expect(workers[1]?.sent).toMatchObject([
    {
      kind: 'analyse',
      patch: { upserts: { components: [{ id: 'a' }, { id: 'b' }, { id: 't' }, { id: 'u' }] } },
    },
  ])
})

test('what a worker had on its way when another took its place is not taken', async () => {
  show(sketch(BOARD))
  const workers = run()
  useAnalysis.getState().retry()
  workers[0]?.crash('too late')
  expect(useAnalysis.getState().failed).toBeNull()
  expect((await until(allHasCome)).result?.counts.taken).toBe(1)
})

test('a board that is too large says so, and is analysed once it is smaller', async () => {
  show(
    normalisedOf({
      vendors: [{ id: 'v' }],
      components: Array.from({ length: 320 }, (_, i) => ({
        id: `c${i}`,
        vendor: 'v',
        criticality: 'critical',
      })),
      risks: Array.from({ length: 320 }, (_, i) => ({
        id: `r${i}`,
        on: { vendor: 'v' },
        propagation: 'foothold',
      })),
    }),
  )
  const workers = run()
  const { failed, result } = await until((analysis) => analysis.failed !== null)
  expect([failed, result]).toEqual([expect.stringMatching(/more than 100,000 exposures/), null])
  show(sketch(BOARD))
  expect((await until(allHasCome)).failed).toBeNull()
  expect(workers).toHaveLength(1)
})

test('a question is answered, with the path of an exposure that is named on demand', async () => {
  show(sketch(BOARD))
  run()
  const { ask, result } = await until(allHasCome)
  const [exposure] = result?.exposures ?? []
  expect(await ask({ of: 'paths', risk: 'f-a', target: 't', most: 5 })).toMatchObject([
    { path: ['a', 'b', 't'] },
  ])
  const explained = await ask({ of: 'explanation', exposure: exposure as NonNullable<typeof exposure> })
  expect(explained?.exposure.path).toEqual(['a', 'b', 't'])
})

test('a plan whose worker dies has failed in so many words, and the next one is found', async () => {
  const starts: StartPlanner[] = [
    startThread(`require('node:worker_threads').parentPort.once('message', () => process.exit(3))`),
    solving,
  ]
  show(sketch(BOARD))
  run((...told) => (starts.shift() as StartPlanner)(...told))
  // Asked for before the board is analysed, it waits.
  useAnalysis.getState().suggestPlan()
  const { plan } = await until((analysis) => analysis.plan.failed !== null)
  expect(plan).toMatchObject({ searching: false, plan: null, failed: 'The worker ended (3).' })
  useAnalysis.getState().suggestPlan()
  const next = await until((analysis) => analysis.plan.plan !== null)
  expect(next.plan).toMatchObject({ plan: { mitigations: ['m'] }, failed: null, searching: false })
})

test('when the board is closed, what waits is told, and nothing stays', async () => {
  show(sketch(BOARD))
  run()
  const { ask } = await until(allHasCome)
  const asked = ask({ of: 'blast', component: 'b' })
  close()
  await expect(asked).rejects.toThrow('closed')
  expect(useAnalysis.getState()).toMatchObject({ result: null, running: false, chokePoints: null })
})
