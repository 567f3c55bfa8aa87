import { expect, test } from 'vitest'
import { boardFrames } from '../../core/layout/board-frames.ts'
import { component } from '../../core/layout/testing/boards.ts'
import { elementAfter, stepFor } from './keys.ts'

const scene = {
  settled: boardFrames({
    segments: [],
    components: [component('b', null, [300, 0]), component('a', null, [0, 0])],
    notes: [],
  }),
  routes: new Map([['link', { points: [], label: [0, 0] as const }]]),
}

test('a step goes through the reading order, links last, and stops at the ends', () => {
  expect(elementAfter(scene, null, 1)).toBe('a')
  expect(elementAfter(scene, 'a', 1)).toBe('b')
  expect(elementAfter(scene, 'b', 1)).toBe('link')
  expect(elementAfter(scene, 'link', 1)).toBe('link')
  expect(elementAfter(scene, 'b', -Infinity)).toBe('a')
  expect(elementAfter(scene, null, Infinity)).toBe('link')
})

test('on an empty board there is nothing to go to', () => {
  expect(elementAfter({ settled: new Map(), routes: new Map() }, null, 1)).toBeNull()
})

test('arrows walk only while nothing is selected, since they nudge what is', () => {
  expect([stepFor('ArrowDown', true), stepFor('ArrowUp', true), stepFor('ArrowDown', false)]).toEqual([
    1,
    -1,
    null,
  ])
  expect([stepFor('PageDown', false), stepFor('x', true)]).toEqual([1, null])
})
