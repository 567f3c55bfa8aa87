import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { align, distribute, type Moves, type Side } from './align.ts'
import { boundsOf, type Frame } from './frames.ts'

const frames: readonly Frame[] = [
  { id: 'a', at: [0, 0], size: [100, 40] },
  { id: 'b', at: [50, 100], size: [20, 20] },
  { id: 'c', at: [300, 30], size: [60, 60] },
]

const after = (list: readonly Frame[], moves: Moves): Frame[] =>
  list.map(({ id, at, size }) => {
    const [x, y] = moves.get(id) ?? [0, 0]
    return { id, at: [at[0] + x, at[1] + y], size }
  })

test.each<[Side, number[]]>([
  ['left', [0, 0, 0]],
  ['right', [260, 340, 300]],
  ['centre', [130, 170, 150]],
])('to the %s', (side, expected) => {
  const moved = after(frames, align(frames, side))
  expect(moved.map(({ at }) => at[0])).toEqual(expected)
  expect(moved.map(({ at }) => at[1])).toEqual([0, 100, 30])
})

test.each<[Side, number[]]>([
  ['top', [0, 0, 0]],
  ['bottom', [80, 100, 60]],
  ['middle', [40, 50, 30]],
])('to the %s', (side, expected) => {
  expect(after(frames, align(frames, side)).map(({ at }) => at[1])).toEqual(expected)
})

test('what stands right already does not move', () => {
  expect([...align(frames, 'left').keys()]).toEqual(['b', 'c'])
  expect(align([], 'left').size).toBe(0)
})

describe('distributing', () => {
  test('makes the gaps equal, the outermost stay', () => {
    const moved = after(frames, distribute(frames, 'horizontal'))
    expect(moved.map(({ at }) => at[0])).toEqual([0, 190, 300])
    expect(moved.map(({ at }) => at[1])).toEqual([0, 100, 30])
  })

  test('two have nothing to share', () => {
    expect(distribute(frames.slice(0, 2), 'vertical').size).toBe(0)
  })

  const number = fc.integer({ min: -500, max: 500 })
  const some = fc
    .array(fc.tuple(number, number, fc.integer({ min: 1, max: 200 })), { minLength: 3, maxLength: 8 })
    .map((list) =>
      list.map(([x, y, width], index): Frame => ({ id: `f${index}`, at: [x, y], size: [width, 10] })),
    )

  test('goes from edge to edge, and gaps differ by rounding only', () => {
    fc.assert(
      fc.property(some, (list) => {
        const moved = after(list, distribute(list, 'horizontal'))
        const middle = ({ at, size }: Frame) => at[0] + size[0] / 2
        const order = list
          .toSorted((a, b) => middle(a) - middle(b) || (a.id < b.id ? -1 : 1))
          .map(({ id }) => id)
        const ordered = order.map((id) => moved.find((frame) => frame.id === id) as Frame)
        const bounds = boundsOf(list)
        const [first, last] = [ordered[0] as Frame, ordered.at(-1) as Frame]
        const far = (bounds?.at[0] ?? 0) + (bounds?.size[0] ?? 0)
        expect(first.at[0]).toBe(bounds?.at[0])
        expect(Math.abs(last.at[0] + last.size[0] - far)).toBeLessThanOrEqual(1)
        const gaps = ordered.slice(1).map(({ at }, index) => {
          const left = ordered[index] as Frame
          return at[0] - left.at[0] - left.size[0]
        })
        expect(Math.max(...gaps) - Math.min(...gaps)).toBeLessThanOrEqual(2)
      }),
    )
  })
})
