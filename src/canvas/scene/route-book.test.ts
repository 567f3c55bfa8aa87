import { expect, test } from 'vitest'
import { boardFrames, movedFrames, movesOf } from '../../core/layout/board-frames.ts'
import { MOST_ROUTED } from '../../core/layout/routes/draw-links.ts'
import { MANY_LINKS } from '../../core/layout/routes/route-links.ts'
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

test.each([MANY_LINKS, MOST_ROUTED])(
  'with more than %i links an edit draws only the lines whose ends have moved',
  (most) => {
    const count = most + 10
    const place = (index: number): Point => [(index % 30) * 220, Math.floor(index / 30) * 120]
    const frames = (last: Point) =>
      boardFrames({
        segments: [],
        components: Array.from({ length: count + 1 }, (_, index) =>
          component(`c${index}`, null, index === count ? last : place(index)),
        ),
        notes: [],
      })
    const many = Array.from({ length: count }, (_, index) => link(`l${index}`, `c${index}`, `c${index + 1}`))
    const book = new RouteBook()
    const first = book.settled(many, frames(place(count)))
    const second = book.settled(many, frames([9000, 9000]))
    const changed = many.filter(({ id }) => second.get(id) !== first.get(id))
    expect(changed.map(({ id }) => id)).toEqual([`l${count - 1}`])
  },
)
