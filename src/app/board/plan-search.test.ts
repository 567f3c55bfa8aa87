import { beforeEach, expect, test } from 'vitest'
import { sampleModel } from '../../core/model/testing/sample.ts'
import { useAnalysis } from '../../state/analysis-store.ts'
import type { PlanBasis } from '../../state/plan-basis.ts'
import type { ToAnalysis } from '../../workers/analysis-messages.ts'
import { keepPlan } from './plan-search.ts'

const boardWith = (component: object) => sampleModel({ components: [{ id: 'a', ...component }] })
const found = (mitigations: readonly string[]) => ({
  mitigations,
  effort: mitigations.length,
  minimal: true,
  remaining: 0,
})
const answerOf = (search: number, mitigations: readonly string[], final = true) =>
  ({ kind: 'plan', search, answer: { plan: found(mitigations), remains: [], final } }) as const

let now: PlanBasis
let posted: ToAnalysis[]
let keeper: ReturnType<typeof keepPlan>
const plan = () => useAnalysis.getState().plan
const become = (change: Partial<PlanBasis>) => {
  now = { ...now, ...change }
  keeper.look()
}

beforeEach(() => {
  useAnalysis.setState(useAnalysis.getInitialState())
  now = { model: boardWith({ name: 'A' }), date: '2026-01-01', switched: null }
  posted = []
  keeper = keepPlan(
    (message) => posted.push(message),
    () => now,
  )
})

test('a plan outlives a rename and its own trial, and says so once it is of another board', () => {
  keeper.want()
  keeper.take(answerOf(1, ['m']))
  become({ model: boardWith({ name: 'Renamed' }) })
  become({ switched: new Map([['m', true]]) })
  expect(plan()).toMatchObject({ plan: found(['m']), isOld: false })
  become({ model: boardWith({ criticality: 'low' }) })
  expect(plan()).toMatchObject({ plan: found(['m']), isOld: true })
  become({ model: boardWith({ name: 'A' }) })
  expect(plan().isOld).toBe(false)
})

test('a search goes on over a rename, and ends with the board that it was for', () => {
  keeper.want()
  keeper.take(answerOf(1, ['m'], false))
  become({ model: boardWith({ name: 'Renamed' }) })
  expect(plan()).toMatchObject({ searching: true, isOld: false })
  become({ model: boardWith({ criticality: 'low' }) })
  expect(plan()).toMatchObject({ searching: false, isOld: true, plan: found(['m']) })
  expect(posted.map(({ kind }) => kind)).toEqual(['plan', 'endPlan'])
  keeper.take(answerOf(1, []))
  expect(plan().plan).toEqual(found(['m']))
})

test('what is asked for before the newest edit is answered is sought once it is', () => {
  useAnalysis.setState({ running: true })
  keeper.want()
  expect([plan().searching, posted]).toEqual([true, []])
  become({ model: boardWith({ criticality: 'low' }) })
  useAnalysis.setState({ running: false })
  keeper.onAnswer()
  keeper.onAnswer()
  expect(posted).toEqual([{ kind: 'plan', search: 1 }])
  keeper.take(answerOf(1, ['m']))
  expect(plan()).toMatchObject({ searching: false, plan: found(['m']), isOld: false })
})

test('an answer of an earlier search is not shown, and a better one is checked for what is tried', () => {
  keeper.want()
  keeper.want()
  keeper.take(answerOf(1, ['m']))
  expect(plan()).toMatchObject({ searching: true, plan: null })
  keeper.take(answerOf(2, ['m', 'n'], false))
  become({ switched: new Map([['m', true]]) })
  expect(plan().isOld).toBe(false)
  keeper.take(answerOf(2, ['n']))
  expect(plan()).toMatchObject({ plan: found(['n']), isOld: true })
})

test('without its worker a search is over, and what was found stays', () => {
  keeper.want()
  keeper.take(answerOf(1, ['m'], false))
  keeper.onEnd()
  expect(plan()).toMatchObject({ searching: false, plan: found(['m']), isOld: false })
})
