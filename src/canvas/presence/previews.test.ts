import { expect, test } from 'vitest'
import { boardFrames, movedFrames } from '../../core/layout/board-frames.ts'
import { component, segment } from '../../core/layout/testing/boards.ts'
import type { Point } from '../../core/model/records.ts'
import type { PeerDrag } from '../../state/people-store.ts'
import { previewsOf } from './previews.ts'

const board = (a: Point = [0, 0]) =>
  boardFrames({
    segments: [segment('s', null, [500, 500], [300, 300])],
    components: [component('a', null, a), component('b', 's', [20, 20])],
    notes: [],
  })
const drag = (ids: string[], from: Point, by: Point, client = 1): PeerDrag => ({
  client,
  name: 'Ada',
  colour: '#000000',
  ids,
  from,
  by,
})
/** Where everything is shown. */
const shown = (drags: PeerDrag[], settled = board()) =>
  Object.fromEntries([...movedFrames(settled, previewsOf(drags, settled))].map(([id, { at }]) => [id, at]))

test('what is dragged goes along, with all that stands in it', () => {
  expect(shown([drag(['s'], [500, 500], [10, -5])])).toEqual({ a: [0, 0], s: [510, 495], b: [530, 515] })
  expect(shown([drag(['a', 'b'], [0, 0], [7, 7])])).toEqual({ a: [7, 7], s: [500, 500], b: [527, 527] })
  expect(shown([])).toEqual({ a: [0, 0], s: [500, 500], b: [520, 520] })
})

test('a drop is shown neither back nor twice, whichever comes first', () => {
  expect(shown([drag(['a'], [0, 0], [48, 0])])).toMatchObject({ a: [48, 0] })
  const dropped = board([50, 0])
  for (const by of [[48, 0] as const, [50, 0] as const])
    expect(shown([drag(['a'], [0, 0], by)], dropped)).toMatchObject({ a: [50, 0] })
  expect(shown([], dropped)).toMatchObject({ a: [50, 0] })
})

test('the same thing dragged once more starts from where it was dropped', () =>
  expect(shown([drag(['a'], [50, 0], [1, 0])], board([50, 0]))).toMatchObject({ a: [51, 0] }))

test('two people drag different things, and what is not there is left out', () => {
  const drags = [drag(['a', 'gone'], [0, 0], [5, 5], 1), drag(['b'], [520, 520], [-5, 0], 2)]
  expect(shown(drags)).toEqual({ a: [5, 5], s: [500, 500], b: [515, 520] })
  expect(shown([drag(['gone'], [0, 0], [5, 5])])).toMatchObject({ a: [0, 0] })
})
