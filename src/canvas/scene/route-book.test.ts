import { describe, expect, test } from 'vitest'
import { type BoardFrames, boardFrames, movedFrames, movesOf } from '../../core/layout/board-frames.ts'
import { drawLinks, MOST_ROUTED } from '../../core/layout/routes/draw-links.ts'
import { MANY_LINKS } from '../../core/layout/routes/route-links.ts'
import type { RouteLink } from '../../core/layout/routes/route.ts'
import { surroundingsOf } from '../../core/layout/routes/surroundings.ts'
import { component, segment } from '../../core/layout/testing/boards.ts'
import type { Point } from '../../core/model/records.ts'
import { RouteBook } from './route-book.ts'

const board = (third: Point = [400, 300]) =>
  boardFrames({
    segments: [segment('s', null, [0, 0], [300, 300])],
    components: [component('a', 's', [10, 40]), component('b', 's', [10, 180]), component('c', null, third)],
    notes: [],
  })
const link = (id: string, from: string, to: string) => ({ id, from, to, label: 20 })
const links = [link('ab', 'a', 'b'), link('bc', 'b', 'c')]

test('an edit that moves nothing leaves every line as it is', () => {
  const book = new RouteBook()
  const first = book.settled(links, board())
  expect(book.settled([...links], board())).toBe(first)
})

test('frames are the ones from before until something moves, or stands in another segment', () => {
  const book = new RouteBook()
  const first = book.ground(board())
  book.settled(links, first)
  expect(book.ground(board())).toBe(first)
  expect(book.ground(board([700, 500]))).not.toBe(first)
  const freed = new Map([...board()].map(([id, frame]) => [id, { ...frame, home: null }]))
  expect(book.ground(freed)).toBe(freed)
  book.settled(links, freed)
  expect(book.ground(new Map(freed))).toBe(freed)
})

test('an edit elsewhere keeps the lines that stay the same', () => {
  const book = new RouteBook()
  const first = book.settled(links, board())
  const second = book.settled(links, board([700, 500]))
  expect(second.get('ab')).toBe(first.get('ab'))
  expect(second.get('bc')).not.toEqual(first.get('bc'))
})

test('a link that is gone is drawn no more', () => {
  const book = new RouteBook()
  book.settled(links, board())
  expect([...book.settled([links[0] as (typeof links)[0]], board()).keys()]).toEqual(['ab'])
})

test('during a drag lines between what moves go along, and those to the rest are drawn anew', () => {
  const book = new RouteBook()
  const before = book.settled(links, board())
  const [x, y] = before.get('ab')?.points[0] ?? [0, 0]
  const moves = movesOf(board(), ['s'], [50, -20])
  const shifted = book.shifted(movedFrames(board(), moves), moves)
  expect(shifted.get('ab')?.points[0]).toEqual([x + 50, y - 20])
  expect(shifted.get('bc')?.points.at(-1)).toEqual(before.get('bc')?.points.at(-1))
  expect(shifted.get('bc')?.points[0]).not.toEqual(before.get('bc')?.points[0])
})

test('lines between things that different people move are drawn anew', () => {
  const book = new RouteBook()
  const before = book.settled(links, board())
  const moves = new Map<string, Point>([
    ['b', [0, 90]],
    ['c', [0, -60]],
  ])
  const shifted = book.shifted(movedFrames(board(), moves), moves)
  expect(shifted.get('bc')?.points).not.toEqual(before.get('bc')?.points)
})

const place = (index: number): Point => [(index % 30) * 220, Math.floor(index / 30) * 120]
/** `count` components, the last one where it is told to be. */
const rowOf = (count: number, last: Point = place(count - 1)) =>
  boardFrames({
    segments: [],
    components: Array.from({ length: count }, (_, index) =>
      component(`c${index}`, null, index === count - 1 ? last : place(index)),
    ),
    notes: [],
  })
const chainOf = (count: number) =>
  Array.from({ length: count }, (_, index) => link(`l${index}`, `c${index}`, `c${index + 1}`))
const allDrawn = (book: RouteBook, many: readonly RouteLink[], frames: BoardFrames) => {
  book.goOn(() => true)
  return book.settled(many, frames)
}

test.each([MANY_LINKS, MOST_ROUTED])(
  'with more than %i links an edit draws only the lines whose ends have moved',
  (most) => {
    const many = chainOf(most + 10)
    const book = new RouteBook()
    book.settled(many, rowOf(most + 11))
    const first = allDrawn(book, many, rowOf(most + 11))
    const second = book.settled(many, rowOf(most + 11, [9000, 9000]))
    const changed = many.filter(({ id }) => second.get(id) !== first.get(id))
    expect(changed.map(({ id }) => id)).toEqual([many.at(-1)?.id])
  },
)

describe('with more lines to draw than a page has time for', () => {
  const many = chainOf(MOST_ROUTED + 500)
  const frames = rowOf(many.length + 1)

  test('they are drawn in parts, and are the same in the end', () => {
    const book = new RouteBook()
    expect(book.settled(many, frames).size).toBe(0)
    let parts = 1
    while (!book.goOn(() => false)) parts++
    expect(parts).toBeGreaterThan(20)
    expect(book.isDrawing).toBe(false)
    expect(book.settled(many, frames)).toEqual(drawLinks(many, surroundingsOf(frames)))
  })

  test('an edit meanwhile is drawn as well', () => {
    const book = new RouteBook()
    book.settled(many, frames)
    book.goOn(() => false)
    const moved = rowOf(many.length + 1, [9000, 9000])
    book.settled(many, moved)
    expect(allDrawn(book, many, moved)).toEqual(drawLinks(many, surroundingsOf(moved)))
  })

  test('those that stay as they are stand meanwhile', () => {
    const book = new RouteBook()
    const few = many.slice(0, 300)
    const before = book.settled(few, frames)
    expect(before.size).toBe(300)
    expect(book.settled(many, frames)).toEqual(before)
    expect(allDrawn(book, many, frames).size).toBe(many.length)
  })

  test('a drag meanwhile draws those alone that are there', () => {
    const book = new RouteBook()
    book.settled(many.slice(0, 300), frames)
    book.settled(many, frames)
    const moves = movesOf(frames, ['c5'], [10, 10])
    const shifted = book.shifted(movedFrames(frames, moves), moves)
    expect([...shifted.keys()].sort()).toEqual(
      many
        .slice(0, 300)
        .map(({ id }) => id)
        .sort(),
    )
  })
})
