import { expect, test } from 'vitest'
import { boardFrames } from '../../core/layout/board-frames.ts'
import { normalise } from '../../core/model/normalise.ts'
import { type Parts, sampleModel } from '../../core/model/testing/sample.ts'
import { threadsOf } from '../../state/comment-threads.ts'
import { describePin, pinsIn, unreadAmong } from './pins.ts'

const sceneOf = (parts: Parts) => {
  const { model } = normalise(sampleModel(parts))
  return { model, frames: boardFrames(model), routes: new Map() }
}
const EVERYWHERE = { at: [-1e6, -1e6], size: [2e6, 2e6] } as const
const IDLE = { opened: null, showResolved: false }
const resolved = { by: 'Bo', at: '2026-11-24T10:00:00Z' }

const scene = sceneOf({
  components: [
    { id: 'c1', name: 'AMF 1' },
    { id: 'c2', name: 'SMF 1', pos: [400, 0] },
  ],
  comments: [
    { id: 'a', author: 'Ada', text: 'Why\nis it?', on: { component: 'c1' } },
    { id: 'b', author: 'Bo', text: 'So.', thread: 'a' },
    { id: 'c', on: { component: 'c2' }, resolved },
    { id: 'd', on: { component: 'c1' } },
    { id: 'e' },
  ],
})
const idsIn = (...args: Parameters<typeof pinsIn>) =>
  pinsIn(...args).map(({ members }) => members.map(({ id }) => id))

test('threads in one place are one pin, resolved ones are hidden until asked for or looked at', () => {
  expect(idsIn(scene, IDLE, 1, EVERYWHERE)).toEqual([['a', 'd']])
  expect(idsIn(scene, { ...IDLE, showResolved: true }, 1, EVERYWHERE)).toEqual([['a', 'd'], ['c']])
  expect(idsIn(scene, { ...IDLE, opened: { kind: 'thread', id: 'c' } }, 1, EVERYWHERE)).toEqual([
    ['a', 'd'],
    ['c'],
  ])
})

test('pins that come near each other from afar are one; out of view there are none', () => {
  const all = { ...IDLE, showResolved: true }
  expect(idsIn(scene, all, 0.05, EVERYWHERE)).toEqual([['a', 'c', 'd']])
  expect(idsIn(scene, all, 1, { at: [300, -100], size: [500, 500] })).toEqual([['c']])
})

test('a pin says whose it is, on what, and what is new', () => {
  const [a] = threadsOf(scene.model)
  if (a === undefined) throw new Error('no thread')
  expect(describePin(scene.model, [a], 1)).toBe('Thread by Ada on AMF 1: Why is it?, 1 reply, 1 new')
  expect(describePin(scene.model, threadsOf(scene.model).slice(0, 2), 0)).toBe('2 threads')
  expect(unreadAmong([a], { seen: new Set(['a']), made: new Set() }, 'Ada')).toBe(1)
})

test('five thousand threads on a large board are bundled at once', () => {
  const components = Array.from({ length: 5000 }, (_, at) => ({
    id: `c${at}`,
    pos: [(at % 100) * 220, Math.floor(at / 100) * 120] as const,
  }))
  const comments = components.map(({ id }, at) => ({ id: `k${at}`, on: { component: id } }))
  const large = sceneOf({ components, comments })
  pinsIn(large, IDLE, 0.05, EVERYWHERE)
  const started = performance.now()
  const pins = pinsIn(large, IDLE, 0.05, EVERYWHERE)
  expect(performance.now() - started).toBeLessThan(1000)
  expect(pins.length).toBeLessThan(900)
  expect(pins.flatMap(({ members }) => members)).toHaveLength(5000)
})
