import { expect, test } from 'vitest'
import {
  arrowhead,
  breakIn,
  chevronsAlong,
  lengthOf,
  partIn,
  reversed,
  roundedPath,
  simplified,
  stopAt,
} from './path.ts'

const line = [
  [0, 0],
  [100, 0],
  [100, 50],
] as const

test('points on a straight line and repetitions are left out', () => {
  expect(
    simplified([
      [0, 0],
      [40, 0],
      [40, 0],
      [100, 0],
      [100, 20],
      [100, 50],
    ]),
  ).toEqual(line)
})

test('corners are rounded as far as there is room', () => {
  expect(roundedPath(line, 10)).toBe('M0 0L90 0Q100 0 100 10L100 50')
  expect(
    roundedPath(
      [
        [0, 0],
        [8, 0],
        [8, 50],
      ],
      10,
    ),
  ).toBe('M0 0L4 0Q8 0 8 4L8 50')
  expect(roundedPath([], 10)).toBe('')
})

test('a place along a line knows which way the line goes', () => {
  expect(lengthOf(line)).toBe(150)
  expect(stopAt(line, 120)).toEqual({ at: [100, 20], heading: [0, 1] })
  expect(stopAt(line, 999)).toEqual({ at: [100, 50], heading: [0, 1] })
  expect(stopAt(reversed(line), 60)).toEqual({ at: [90, 0], heading: [-1, 0] })
})

test('an arrowhead points along the line, and chevrons stand evenly on it', () => {
  expect(arrowhead({ at: [100, 0], heading: [1, 0] }, 10)).toBe('M90 5.5L100 0L90 -5.5')
  expect(
    chevronsAlong(
      [
        [0, 0],
        [100, 0],
      ],
      30,
      4,
    ).match(/M/g),
  ).toHaveLength(2)
  expect(
    chevronsAlong(
      [
        [0, 0],
        [5, 0],
      ],
      30,
      4,
    ).match(/M/g),
  ).toHaveLength(1)
})

test('of a long line the part is kept that a rectangle shows, and how much came before', () => {
  expect(partIn(line, { at: [-10, -10], size: [200, 200] })).toEqual({ line, skipped: 0 })
  expect(
    partIn(
      [
        [0, 0],
        [1000, 0],
        [1000, 900],
      ],
      { at: [400, -50], size: [800, 250] },
    ),
  ).toEqual({
    line: [
      [400, 0],
      [1000, 0],
      [1000, 200],
    ],
    skipped: 400,
  })
  expect(partIn(line, { at: [500, 500], size: [10, 10] })).toEqual({ line: [], skipped: 0 })
})

test('a break lies across the middle of a line, or clear of its label', () => {
  const straight = [
    [0, 0],
    [400, 0],
  ] as const
  expect(breakIn(straight, [0, 0], 6, 8)).toEqual({
    gap: 'M197 0L203 0',
    bars: 'M197 -8L197 8M203 -8L203 8',
  })
  expect(breakIn(straight, [190, 0], 6, 8).gap).toBe('M297 0L303 0')
})
