import { describe, expect, test } from 'vitest'
import { boardFrames } from './board-frames.ts'
import { componentAt, hitAt } from './hit.ts'
import { component, note, segment } from './testing/boards.ts'
import { distanceTo, lineTouches, touchedBy } from './touching.ts'

const frames = boardFrames({
  segments: [segment('s', null, [0, 0], [800, 600]), segment('inner', 's', [400, 300], [300, 200])],
  components: [component('a', 's', [50, 100]), component('b', 's', [50, 300])],
  notes: [note('n', null, [900, 0], [100, 100])],
})
const lines = new Map([
  [
    'ab',
    {
      points: [
        [134, 164],
        [134, 300],
      ] as const,
    },
  ],
  [
    'far',
    {
      points: [
        [0, 700],
        [1000, 700],
      ] as const,
    },
  ],
])
const ends = new Map([
  ['ab', { from: 'a', to: 'b' }],
  ['far', { from: 'x', to: 'y' }],
])

describe('a marquee', () => {
  test('takes components and notes that it touches anywhere', () => {
    expect(touchedBy(frames, lines, ends, { at: [200, 90], size: [60, 20] })).toEqual(['a'])
    expect(touchedBy(frames, lines, ends, { at: [990, 90], size: [60, 60] })).toEqual(['n'])
  })
  test('goes through the inside of a segment, not through its border or title', () => {
    expect(touchedBy(frames, lines, ends, { at: [300, 200], size: [50, 50] })).toEqual([])
    expect(touchedBy(frames, lines, ends, { at: [300, 10], size: [50, 50] })).toEqual(['s'])
    expect(touchedBy(frames, lines, ends, { at: [-20, 200], size: [40, 40] })).toEqual(['s'])
  })
  test('takes the links between the components it takes, and leaves those that only pass by', () => {
    expect(touchedBy(frames, lines, ends, { at: [40, 90], size: [300, 250] })).toEqual(['a', 'b', 'ab'])
    expect(touchedBy(frames, lines, ends, { at: [120, 110], size: [40, 80] })).toEqual(['a'])
  })
  test('takes links that it touches where there is nothing else', () => {
    expect(touchedBy(frames, lines, ends, { at: [100, 650], size: [40, 80] })).toEqual(['far'])
  })
})

describe('a point', () => {
  test('hits components before links, links before segments', () => {
    expect(hitAt(frames, lines, [134, 150], 1)).toBe('a')
    expect(hitAt(frames, lines, [137, 220], 1)).toBe('ab')
    expect(hitAt(frames, lines, [300, 15], 1)).toBe('s')
    expect(hitAt(frames, lines, [420, 310], 1)).toBe('inner')
    expect(hitAt(frames, lines, [300, 250], 1)).toBeNull()
  })
  test('reaches further for a line where the board is small', () => {
    expect(hitAt(frames, lines, [500, 715], 1)).toBeNull()
    expect(hitAt(frames, lines, [500, 715], 4)).toBe('far')
  })
  test('finds the component for a link to end on', () => {
    expect([componentAt(frames, [60, 110]), componentAt(frames, [950, 50])]).toEqual(['a', null])
  })
})

test('a line touches a box that it only crosses', () => {
  expect(
    lineTouches(
      [
        [0, 5],
        [100, 5],
      ],
      { at: [40, 0], size: [10, 10] },
    ),
  ).toBe(true)
  expect(
    lineTouches(
      [
        [0, 5],
        [30, 5],
        [30, 90],
      ],
      { at: [40, 0], size: [10, 10] },
    ),
  ).toBe(false)
  expect(
    lineTouches(
      [
        [0, 0],
        [100, 100],
      ],
      { at: [60, 0], size: [30, 30] },
    ),
  ).toBe(false)
})

test('the distance to a line is that to its nearest piece', () => {
  expect(
    distanceTo(
      [
        [0, 0],
        [100, 0],
        [100, 100],
      ],
      [90, 40],
    ),
  ).toBe(10)
  expect(
    distanceTo(
      [
        [0, 0],
        [100, 0],
      ],
      [130, 40],
    ),
  ).toBe(50)
  expect(distanceTo([], [0, 0])).toBe(Infinity)
})
