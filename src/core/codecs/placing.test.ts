import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { type Box, encloses, overlap, plus } from '../layout/geometry.ts'
import type { Point } from '../model/records.ts'
import { type Place, settle, type Standing } from './placing.ts'

const point = fc.tuple(fc.integer({ min: -900, max: 900 }), fc.integer({ min: -900, max: 900 }))
const size = fc.tuple(fc.integer({ min: 10, max: 500 }), fc.integer({ min: 10, max: 500 }))
const box = fc.option(fc.record({ at: point, size }))

/** Segments in segments with things in them, some of which have places; a home is always one with a smaller number. */
const standings: fc.Arbitrary<Standing[]> = fc
  .array(fc.record({ box, size, isSegment: fc.boolean(), home: fc.nat(9) }), { maxLength: 10 })
  .map((items) =>
    items.map((item, index) => {
      const home = items[item.home]?.isSegment === true && item.home < index ? `e${item.home}` : null
      return { ...item, id: `e${index}`, home }
    }),
  )

function framesOf(items: readonly Standing[], places: ReadonlyMap<string, Place>): ReadonlyMap<string, Box> {
  const frames = new Map<string, Box>()
  for (const { id, home } of items) {
    const { pos, size: extent } = places.get(id) as Place
    const origin: Point = home === null ? [0, 0] : (frames.get(home) as Box).at
    frames.set(id, { at: plus(origin, pos), size: extent })
  }
  return frames
}

test('[EX9] what has a place stands there, and everything fits into its segment', () => {
  fc.assert(
    fc.property(standings, (items) => {
      const frames = framesOf(items, settle(items))
      for (const item of items) {
        const frame = frames.get(item.id) as Box
        // A segment without a place of its own, in which nothing has one, goes where there is room; all else is kept.
        if (item.box !== null && !item.isSegment) expect(frame).toEqual(item.box)
        if (item.box !== null && item.isSegment) expect(encloses(frame, item.box)).toBe(true)
        if (item.home !== null) expect(encloses(frames.get(item.home) as Box, frame)).toBe(true)
      }
    }),
  )
})

test('what has no place stands beside the others without covering any', () => {
  fc.assert(
    fc.property(standings, (items) => {
      const bare = items.map((item) => ({ ...item, box: null }))
      const frames = framesOf(bare, settle(bare))
      for (const a of bare) {
        for (const b of bare) {
          if (a.id === b.id || a.home !== b.home) continue
          expect(overlap(frames.get(a.id) as Box, frames.get(b.id) as Box)).toBe(false)
        }
      }
    }),
  )
})

test('homes that lie in each other in a circle are no harm', () => {
  const one = (id: string, home: string): Standing => ({
    id,
    home,
    box: null,
    size: [10, 10],
    isSegment: true,
  })
  expect(settle([one('a', 'b'), one('b', 'a'), one('c', 'c')]).size).toBe(3)
})
