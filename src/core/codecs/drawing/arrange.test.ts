import fc from 'fast-check'
import { expect, test } from 'vitest'
import { type Box, COMPONENT_SIZE, overlap } from '../../layout/geometry.ts'
import { BLANK_COMPONENT } from '../../model/blank.ts'
import { arrange, type Piece } from './arrange.ts'
import { roomFor } from './room.ts'

const component = (id: string, segment: string | null, box: Box): Piece => ({
  kind: 'components',
  record: { ...BLANK_COMPONENT, id, segment },
  box,
})
const segment = (id: string, parent: string | null, box: Box | null): Piece => ({
  kind: 'segments',
  record: { id, name: '', kind: null, parent, zone: null, pos: [0, 0], size: [1, 1] },
  box,
})
const at = (x: number, y: number, width: number, height: number): Box => ({
  at: [x, y],
  size: [width, height],
})

test('shapes that stand apart have room to stand apart as components', () => {
  const shape = fc
    .tuple(fc.integer({ min: 0, max: 900 }), fc.integer({ min: 0, max: 900 }))
    .map(([x, y]) => at(x, y, 100, 60))
  fc.assert(
    fc.property(fc.array(shape, { maxLength: 20 }), (shapes) => {
      const scale = roomFor(shapes)
      expect(scale).toBeGreaterThanOrEqual(1)
      const pieces = shapes.map((box, index) => component(String(index), null, box))
      const placed = arrange(pieces, { scale, grows: true }).map(({ record }) =>
        'pos' in record ? record.pos : [0, 0],
      )
      for (const [index, one] of shapes.entries()) {
        for (const [next, other] of shapes.entries()) {
          const [a, b] = [placed[index] as [number, number], placed[next] as [number, number]]
          if (next <= index || overlap(one, other) || scale >= 4) continue
          const apart =
            Math.abs(a[0] - b[0]) >= COMPONENT_SIZE[0] || Math.abs(a[1] - b[1]) >= COMPONENT_SIZE[1]
          expect(apart).toBe(true)
        }
      }
    }),
  )
})

test('a segment grows around what is in it, and one without a place lies around it', () => {
  const pieces = [
    segment('outer', null, null),
    segment('inner', 'outer', at(0, 0, 120, 80)),
    component('c', 'inner', at(10, 10, 100, 60)),
  ]
  const records = Object.fromEntries(
    arrange(pieces, { scale: 1, grows: true }).map(({ record }) => [record.id, record]),
  )
  expect(records['inner']).toMatchObject({ pos: [16, 30], size: [200, 110] })
  expect(records['outer']).toMatchObject({ pos: [-56, -52], size: [232, 156] })
  expect(records['c']).toMatchObject({ pos: [16, 30] })
})

test('words that are drawn on a component stand at its upper edge', () => {
  const note: Piece = {
    kind: 'notes',
    record: { id: 'n', text: 'Z1', segment: null, pos: [0, 0], size: [1, 1] },
    box: at(110, 110, 20, 20),
  }
  const [, placed] = arrange([component('c', null, at(100, 100, 168, 64)), note], { scale: 1, grows: true })
  expect(placed?.record).toMatchObject({ pos: [110, 52], size: [96, 48] })
})
