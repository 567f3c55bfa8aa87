import fc from 'fast-check'
import { expect, test } from 'vitest'
import { BLANK_COMPONENT } from '../model/blank.ts'
import { type Component, emptyModel, type Model, type Point } from '../model/records.ts'
import { fitsInto, freePlace, freeSpot } from './free-spot.ts'
import { COMPONENT_SIZE } from './geometry.ts'

const segment = (id: string, parent: string | null, pos: Point, size: Point) => ({
  id,
  name: id,
  kind: null,
  parent,
  zone: null,
  pos: [...pos] as [number, number],
  size: [...size] as [number, number],
})

const component = (id: string, home: string | null, pos: Point): Component => ({
  ...BLANK_COMPONENT,
  id,
  name: id,
  segment: home,
  pos: [...pos],
})

const board = (parts: Partial<Pick<Model, 'segments' | 'components' | 'notes'>>): Model => ({
  ...emptyModel(),
  ...parts,
})

const [width, height] = COMPONENT_SIZE
const apart = (a: Point, b: Point): boolean =>
  Math.abs(a[0] - b[0]) >= width || Math.abs(a[1] - b[1]) >= height

test('the middle stands where it is wanted when nothing is in the way', () => {
  const [x, y] = freeSpot(board({}), null, COMPONENT_SIZE, [500, 300])
  expect(Math.abs(x + width / 2 - 500)).toBeLessThanOrEqual(10)
  expect(Math.abs(y + height / 2 - 300)).toBeLessThanOrEqual(10)
})

test('in a segment the answer is relative to it, inside it and below its title', () => {
  const model = board({ segments: [segment('s', null, [1000, 1000], [420, 280])] })
  const [x, y] = freeSpot(model, 's', COMPONENT_SIZE, [0, 0])
  expect([x, y]).toEqual([20, 40])
  const [right, low] = freeSpot(model, 's', COMPONENT_SIZE, [9000, 9000])
  expect(right + width).toBeLessThanOrEqual(420)
  expect(low + height).toBeLessThanOrEqual(280)
})

test('components put at one point one after the other never lie on each other while there is room', () => {
  fc.assert(
    fc.property(fc.integer({ min: -500, max: 500 }), fc.integer({ min: -500, max: 500 }), (x, y) => {
      let model = board({})
      for (let count = 0; count < 12; count++) {
        const pos = freeSpot(model, null, COMPONENT_SIZE, [x, y])
        expect(model.components.every((other) => apart(other.pos, pos))).toBe(true)
        model = board({ components: [...model.components, component(`c${count}`, null, pos)] })
      }
    }),
    { numRuns: 30 },
  )
})

test('a full segment still takes one more, inside it', () => {
  const segments = [segment('s', null, [0, 0], [220, 140])]
  const model = board({ segments, components: [component('c', 's', [20, 40])] })
  expect(freePlace(model, 's', COMPONENT_SIZE, [100, 100])).toBeNull()
  const [x, y] = freeSpot(model, 's', COMPONENT_SIZE, [100, 100])
  expect(x).toBeGreaterThanOrEqual(20)
  expect(x + width).toBeLessThanOrEqual(220)
  expect(y).toBeGreaterThanOrEqual(36)
  expect(y + height).toBeLessThanOrEqual(140)
})

test('what is moved does not stand in its own way', () => {
  const model = board({ components: [component('c', null, [0, 0])] })
  expect(freeSpot(model, null, COMPONENT_SIZE, [width / 2, height / 2], new Set(['c']))).toEqual([0, 0])
})

test('a segment fits into a larger one alone', () => {
  const model = board({ segments: [segment('s', null, [0, 0], [420, 280])] })
  expect(fitsInto(model, 's', [420, 280])).toBe(false)
  expect(fitsInto(model, 's', [380, 220])).toBe(true)
})
