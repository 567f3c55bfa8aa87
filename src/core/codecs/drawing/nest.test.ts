import fc from 'fast-check'
import { expect, test } from 'vitest'
import { type Box, encloses } from '../../layout/geometry.ts'
import { circles, outermostFirst } from './cycles.ts'
import { Nest } from './nest.ts'

const anyBox: fc.Arbitrary<Box> = fc
  .tuple(fc.integer({ min: -40, max: 40 }), fc.integer({ min: -40, max: 40 }), fc.nat(60), fc.nat(60))
  .map(([x, y, width, height]) => ({ at: [x, y], size: [width, height] }))
const areaOf = ({ size }: Box) => size[0] * size[1]

test('the box around is the smallest that encloses and is larger', () => {
  fc.assert(
    fc.property(fc.array(anyBox, { maxLength: 30 }), anyBox, (boxes, inner) => {
      const named = boxes.map((box, index) => [String(index), box] as const)
      const around = named
        .filter(([, box]) => encloses(box, inner) && areaOf(box) > areaOf(inner))
        .toSorted(([, a], [, b]) => areaOf(a) - areaOf(b))[0]
      const found = new Nest(named).around(inner)
      if (around === undefined) expect(found).toBeNull()
      else expect(areaOf(boxes[Number(found)] as Box)).toBe(areaOf(around[1]))
    }),
  )
})

const anyHomes = fc
  .array(fc.option(fc.nat(11)), { minLength: 1, maxLength: 12 })
  .map((homes) => new Map(homes.map((home, index) => [String(index), home === null ? null : String(home)])))

test('cut where it is told, nothing lies within itself, and what is around comes first', () => {
  fc.assert(
    fc.property(anyHomes, (homes) => {
      const cut = circles(homes)
      const left = new Map(
        [...homes].map(([id, home]) => [id, cut.has(id) || !homes.has(home ?? '') ? null : home]),
      )
      expect(circles(left).size).toBe(0)
      const ordered = outermostFirst(left)
      expect(ordered.toSorted()).toEqual([...homes.keys()].toSorted())
      for (const [id, home] of left)
        if (home !== null) expect(ordered.indexOf(home)).toBeLessThan(ordered.indexOf(id))
    }),
  )
})
