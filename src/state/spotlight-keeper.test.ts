import { afterEach, beforeEach, expect, test } from 'vitest'
import type { AttackPath } from '../core/analysis/more-paths.ts'
import type { BlastRadius } from '../core/analysis/questions.ts'
import type { BoardResult } from '../core/analysis/board-result.ts'
import type { Exposure } from '../core/analysis/result.ts'
import { sampleModel } from '../core/model/testing/sample.ts'
import { type Ask, useAnalysis } from './analysis-store.ts'
import { useBoard } from './board-store.ts'
import { askBlast, useInquiry } from './inquiry-store.ts'
import { showExposure } from './selection-store.ts'
import { keepSpotlight } from './spotlight-keeper.ts'
import { setSpotlight, useSpotlight } from './spotlight-store.ts'

const model = sampleModel({
  components: [{ id: 'a' }, { id: 'b' }, { id: 'c' }],
  links: [
    { id: 'l1', from: 'a', to: 'c' },
    { id: 'l2', from: 'a', to: 'b' },
    { id: 'l3', from: 'b', to: 'c' },
  ],
})
const key = { risk: 'r', target: 'c' }
const shown: AttackPath = { source: 'a', hops: 1, path: ['a', 'c'], links: ['l1'] }
const other: AttackPath = { source: 'a', hops: 2, path: ['a', 'b', 'c'], links: ['l2', 'l3'] }
const exposed = (path: AttackPath) => ({ ...key, ...path }) as Exposure
const resultWith = (...exposures: Exposure[]) => ({ exposures }) as unknown as BoardResult
const radius: BlastRadius = { component: 'a', held: false, components: ['b'], links: ['l2'], targets: [] }

/** What the worker answers, and the questions that wait for it. */
let paths: readonly AttackPath[] = []
let blast: BlastRadius | null = radius
let held: (() => void)[] | null = null
const asked: string[] = []
const ask = (async (question: { of: string }) => {
  asked.push(question.of)
  const waiting = held
  if (waiting !== null) await new Promise<void>((resolve) => waiting.push(resolve))
  return question.of === 'paths' ? paths : blast
}) as Ask
const settled = async () => {
  for (let turn = 0; turn < 10; turn++) await Promise.resolve()
}

let stop = () => undefined as void
beforeEach(() => {
  asked.length = 0
  held = null
  paths = [shown, other]
  blast = radius
  showExposure(null)
  useBoard.setState({ model })
  useAnalysis.setState({ result: resultWith(exposed(shown)), ask })
  stop = keepSpotlight()
})
afterEach(() => stop())

const without = (kind: 'components' | 'links', id: string) =>
  useBoard.setState({
    model: { ...model, [kind]: model[kind].filter((each) => each.id !== id) },
  })
const answerAnew = (...exposures: Exposure[]) => useAnalysis.setState({ result: resultWith(...exposures) })

test('a path that has lost a link or a component is dropped at once, with its hop', () => {
  for (const [kind, id] of [
    ['links', 'l3'],
    ['components', 'b'],
  ] as const) {
    useBoard.setState({ model })
    showExposure(key)
    setSpotlight({ path: other, hop: 1 })
    without(kind, id)
    expect(useSpotlight.getState()).toMatchObject({ path: null, hop: null })
  }
})

test('a path is kept over a new result that still has it, and dropped where an attacker can no longer go it', async () => {
  showExposure(key)
  setSpotlight({ path: other, hop: 1 })
  answerAnew(exposed(shown))
  await settled()
  expect(useSpotlight.getState()).toMatchObject({ path: other, hop: 1 })
  paths = [shown]
  answerAnew(exposed(shown))
  await settled()
  expect(useSpotlight.getState()).toMatchObject({ path: null, hop: null })
})

test('path and hop go with the exposure, and the hop with the shown path', () => {
  showExposure(key)
  setSpotlight({ path: other, hop: 1 })
  answerAnew()
  expect(useSpotlight.getState()).toMatchObject({ path: null, hop: null })
  answerAnew(exposed(shown))
  setSpotlight({ hop: 0 })
  answerAnew(exposed(shown))
  expect(useSpotlight.getState().hop).toBe(0)
  answerAnew(exposed(other))
  expect(useSpotlight.getState().hop).toBeNull()
})

test('a blast radius is asked for when it is wanted, and again after every new result', async () => {
  askBlast('a')
  expect(useSpotlight.getState().blast).toBeNull()
  await settled()
  expect(useSpotlight.getState().blast).toEqual(radius)
  blast = { ...radius, links: [], components: [] }
  answerAnew()
  await settled()
  expect(useSpotlight.getState().blast).toEqual(blast)
  expect(useInquiry.getState().blastFrom).toBe(useAnalysis.getState().result)
  expect(asked).toEqual(['blast', 'blast'])
})

test('an answer that comes late, for an older result or another component, is not shown', async () => {
  held = []
  askBlast('a')
  blast = { ...radius, component: 'b' }
  askBlast('b')
  askBlast(null)
  for (const answer of held) answer()
  await settled()
  expect(useSpotlight.getState().blast).toBeNull()
})

test('a blast radius goes with its component, and is not shown over links that are gone', async () => {
  askBlast('a')
  await settled()
  without('links', 'l2')
  expect(useSpotlight.getState().blast).toBeNull()
  expect(useInquiry.getState().blastOf).toBe('a')
  without('components', 'a')
  expect(useInquiry.getState().blastOf).toBeNull()
})

test('a blast radius goes with the result that it belongs to, and comes back with the next', async () => {
  askBlast('a')
  await settled()
  useAnalysis.setState({ result: null, failed: 'Stopped.' })
  expect(useSpotlight.getState().blast).toBeNull()
  expect(useInquiry.getState()).toMatchObject({ blastOf: 'a', blastFrom: null })
  answerAnew()
  await settled()
  expect(useSpotlight.getState().blast).toEqual(radius)
})

test('what fails says why, and closing leaves nothing', async () => {
  useAnalysis.setState({ ask: () => Promise.reject(new Error('Stopped.')) })
  askBlast('a')
  await settled()
  expect(useInquiry.getState()).toMatchObject({ blastOf: 'a', blastFailed: 'Stopped.' })
  stop()
  expect(useInquiry.getState()).toEqual(useInquiry.getInitialState())
  expect(useSpotlight.getState()).toEqual(useSpotlight.getInitialState())
})
