import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { sampleModel } from '../model/testing/sample.ts'
import { boardFrames } from './board-frames.ts'
import { bundled, pinPlace } from './pins.ts'

const model = sampleModel({
  segments: [{ id: 's1', pos: [100, 100], size: [400, 300] }],
  components: [{ id: 'c1', segment: 's1', pos: [20, 40] }],
})
const frames = boardFrames(model)
const placeOf = (on: Parameters<typeof pinPlace>[0]['on'], at: [number, number] | null = null) =>
  pinPlace({ on, at }, frames, (link) => (link === 'l1' ? [50, 60] : undefined))

test('a pin stands beside the upper right corner of what it is on, above the label of a link, or at its place', () => {
  expect(placeOf({ component: 'c1' })).toEqual([290, 128])
  expect(placeOf({ segment: 's1' })).toEqual([504, 92])
  expect(placeOf({ link: 'l1' })).toEqual([50, 49])
  expect(placeOf(null, [1, 2])).toEqual([1, 2])
})

test('on something gone it stands at the place that it was left, if it was', () => {
  expect(placeOf({ component: 'gone' }, [5, 6])).toEqual([5, 6])
  expect(placeOf({ link: 'gone' })).toBeNull()
  expect(placeOf(null)).toBeNull()
})

test('every pin is in one bundle, near it, and no two bundles cover each other', () => {
  const point = fc.tuple(fc.integer({ min: -99, max: 99 }), fc.integer({ min: -99, max: 99 }))
  fc.assert(
    fc.property(fc.array(point), fc.integer({ min: 1, max: 60 }), (points, reach) => {
      const bundles = bundled(
        points.map((at) => ({ at, pin: at })),
        reach,
      )
      expect(bundles.flatMap(({ members }) => members)).toHaveLength(points.length)
      const apart = (a: readonly [number, number], b: readonly [number, number]) =>
        Math.max(Math.abs(a[0] - b[0]), Math.abs(a[1] - b[1]))
      for (const { at, members } of bundles)
        for (const member of members) expect(apart(at, member)).toBeLessThan(reach)
      for (const [index, a] of bundles.entries())
        for (const b of bundles.slice(index + 1)) expect(apart(a.at, b.at)).toBeGreaterThanOrEqual(reach)
    }),
  )
})
