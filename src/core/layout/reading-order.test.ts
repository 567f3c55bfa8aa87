import fc from 'fast-check'
import { expect, test } from 'vitest'
import { boardFrames } from './board-frames.ts'
import { readingOrder } from './reading-order.ts'
import { component, note, segment } from './testing/boards.ts'

test('rows from the top, each from the left, what stands in a segment right after it', () => {
  const frames = boardFrames({
    segments: [segment('right', null, [500, 10], [400, 300]), segment('left', null, [0, 0], [400, 300])],
    components: [
      component('below', null, [0, 400]),
      component('r1', 'right', [20, 40]),
      component('l2', 'left', [200, 45]),
      component('l1', 'left', [10, 50]),
      component('l3', 'left', [10, 150]),
    ],
    notes: [note('n', null, [300, 395], [100, 80])],
  })
  expect(readingOrder(frames)).toEqual(['left', 'l1', 'l2', 'l3', 'right', 'r1', 'below', 'n'])
})

test('everything is read once, in the same order whatever the order of records', () => {
  const places = fc.array(fc.tuple(fc.integer({ min: 0, max: 900 }), fc.integer({ min: 0, max: 900 })), {
    maxLength: 12,
  })
  fc.assert(
    fc.property(places, (all) => {
      const components = all.map((pos, index) => component(`c${index}`, index % 3 === 0 ? 's' : null, pos))
      const segments = [segment('s', null, [100, 100], [300, 300])]
      const order = readingOrder(boardFrames({ segments, components, notes: [] }))
      expect([...order].sort()).toEqual(['s', ...components.map(({ id }) => id)].sort())
      expect(readingOrder(boardFrames({ segments, components: components.toReversed(), notes: [] }))).toEqual(
        order,
      )
    }),
  )
})
