import { expect, test } from 'vitest'
import { boardFrames, movedFrames, movesOf } from './board-frames.ts'
import { dragRoots, dropOf, segmentUnder } from './membership.ts'
import { component, note, segment } from './testing/boards.ts'

const frames = boardFrames({
  segments: [
    segment('outer', null, [100, 100], [600, 400]),
    segment('inner', 'outer', [50, 50], [300, 200]),
    segment('other', null, [1000, 0], [400, 400]),
  ],
  components: [
    component('a', 'inner', [20, 20]),
    component('b', 'outer', [400, 300]),
    component('c', null, [0, 0]),
  ],
  notes: [note('n', 'inner', [10, 100], [100, 50])],
})

test('frames are those on the open canvas, however deep something stands', () => {
  expect(frames.get('a')).toMatchObject({ at: [170, 170], home: 'inner', depth: 2 })
  expect(frames.get('n')).toMatchObject({ at: [160, 250], size: [100, 50] })
})

test('what moves takes along what stands in it, and nothing else changes', () => {
  const moved = movedFrames(frames, movesOf(frames, ['inner'], [10, -10]))
  expect([moved.get('inner')?.at, moved.get('a')?.at, moved.get('n')?.at]).toEqual([
    [160, 140],
    [180, 160],
    [170, 240],
  ])
  expect(moved.get('b')).toBe(frames.get('b'))
})

test('the segment under a point is the innermost, and none of those left out', () => {
  expect(segmentUnder(frames, [200, 200])).toBe('inner')
  expect(segmentUnder(frames, [200, 200], new Set(['inner']))).toBe('outer')
  expect(segmentUnder(frames, [50, 50])).toBeNull()
})

test('what stands in something that is dragged is not dragged twice', () => {
  expect(dragRoots(frames, ['a', 'inner', 'c', 'gone'])).toEqual(['inner', 'c'])
  expect(dragRoots(frames, ['a', 'outer'])).toEqual(['outer'])
})

test('a drop makes a member of the segment under the pointer and keeps the place on the canvas', () => {
  expect(dropOf(frames, ['a'], [900, 0], [1100, 180])).toEqual([
    { id: 'a', kind: 'components', pos: [70, 170], segment: 'other' },
  ])
})

test('a drop on the open canvas leaves every segment', () => {
  expect(dropOf(frames, ['a'], [0, 600], [200, 800])).toEqual([
    { id: 'a', kind: 'components', pos: [170, 770], segment: null },
  ])
})

test('a segment never lands in itself or in what it contains', () => {
  expect(dropOf(frames, ['outer'], [5, 5], [200, 200])).toEqual([
    { id: 'outer', kind: 'segments', pos: [105, 105], segment: null },
  ])
  expect(dropOf(frames, ['other'], [-800, 200], [200, 200])[0]).toMatchObject({ segment: 'inner' })
})

test('of several, those follow the pointer whose middle is there, and the others their own', () => {
  const drops = dropOf(frames, ['b', 'c'], [10, 0], [520, 430])
  expect(drops.map(({ id, segment }) => [id, segment])).toEqual([
    ['b', 'outer'],
    ['c', null],
  ])
})
