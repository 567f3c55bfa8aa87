import fc from 'fast-check'
import { expect, test } from 'vitest'
import { SpatialIndex } from './spatial-index.ts'

const corner = fc.integer({ min: -3000, max: 3000 })
const extent = fc.integer({ min: 0, max: 600 })
const box = fc.tuple(corner, corner, extent, extent)

test('finds exactly what has a point in common with a rectangle, each once', () => {
  fc.assert(
    fc.property(fc.array(box, { maxLength: 40 }), box, (boxes, [x, y, w, h]) => {
      const index = new SpatialIndex()
      for (const [left, top, wide, high] of boxes) index.add(left, top, left + wide, top + high)
      const expected = boxes.flatMap(([left, top, wide, high], at) =>
        left <= x + w && x <= left + wide && top <= y + h && y <= top + high ? [at] : [],
      )
      expect([...index.find(x, y, x + w, y + h)].sort((a, b) => a - b)).toEqual(expected)
    }),
  )
})

test('no coordinate makes it slow or miss', () => {
  const index = new SpatialIndex()
  index.add(-1e15, 0, 1e15, 1)
  index.add(5, 5, 6, 6)
  expect(new Set(index.find(0, 0, 10, 10))).toEqual(new Set([0, 1]))
  expect([...index.find(-1e15, -1e15, 1e15, 1e15)]).toEqual([0, 1])
})
