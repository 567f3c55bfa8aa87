import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Point } from '../../model/records.ts'
import { type Box, bottom, COMPONENT_SIZE, right } from '../geometry.ts'
import { routeLinks } from './route-links.ts'
import type { Route } from './route.ts'

const box = (x: number, y: number): Box => ({ at: [x, y], size: COMPONENT_SIZE })
const link = (id: string, from: string, to: string, label = 30) => ({ id, from, to, label })
const route = (components: Record<string, Box>, ...links: ReturnType<typeof link>[]) =>
  routeLinks(links, { components: new Map(Object.entries(components)), avoid: [] })
const pointsOf = (routes: Map<string, Route>, id: string) => routes.get(id)?.points ?? []

const isOnBorder = ([x, y]: Point, { at, size }: Box) =>
  ((x === at[0] || x === at[0] + size[0]) && y >= at[1] && y <= at[1] + size[1]) ||
  ((y === at[1] || y === at[1] + size[1]) && x >= at[0] && x <= at[0] + size[0])

const goesBehind = (points: readonly Point[], other: Box): boolean =>
  points.slice(1).some((b, index) => {
    const a = points[index] as Point
    const [x1, x2] = [Math.min(a[0], b[0]), Math.max(a[0], b[0])]
    const [y1, y2] = [Math.min(a[1], b[1]), Math.max(a[1], b[1])]
    return x1 < right(other) && x2 > other.at[0] && y1 < bottom(other) && y2 > other.at[1]
  })

describe('a line between two components', () => {
  test('is straight where they face each other', () => {
    expect(pointsOf(route({ a: box(0, 0), b: box(300, 0) }, link('l', 'a', 'b')), 'l')).toEqual([
      [168, 32],
      [300, 32],
    ])
  })
  test('leaves and enters by the sides that face each other', () => {
    const points = pointsOf(route({ a: box(0, 0), b: box(20, 300) }, link('l', 'b', 'a')), 'l')
    expect([points[0]?.[1], points.at(-1)?.[1]]).toEqual([300, 64])
  })
  test('goes round what stands between them', () => {
    const components = { a: box(0, 0), wall: box(250, 0), b: box(500, 0) }
    expect(goesBehind(pointsOf(route(components, link('l', 'a', 'b')), 'l'), components.wall)).toBe(false)
  })
  test('finds its way through a grid of components', () => {
    const components = Object.fromEntries(
      Array.from({ length: 25 }, (_, index) => [
        `c${index}`,
        box((index % 5) * 220, Math.floor(index / 5) * 120),
      ]),
    )
    const points = pointsOf(route(components, link('l', 'c0', 'c18'), link('m', 'c4', 'c20')), 'l')
    const others = Object.entries(components).filter(([id]) => id !== 'c0' && id !== 'c18')
    expect(others.filter(([, other]) => goesBehind(points, other))).toEqual([])
  })
  test('turns back to where it came from for a link of a component with itself', () => {
    const a = box(0, 0)
    const points = pointsOf(route({ a }, link('l', 'a', 'a')), 'l')
    expect(points.length).toBeGreaterThan(3)
    expect(isOnBorder(points[0] as Point, a) && isOnBorder(points.at(-1) as Point, a)).toBe(true)
  })
  test('is not drawn where an end is missing', () => {
    expect(route({ a: box(0, 0) }, link('l', 'a', 'gone')).size).toBe(0)
  })
})

test('parallel links do not lie on each other', () => {
  const routes = route(
    { a: box(0, 0), b: box(300, 0) },
    link('l1', 'a', 'b'),
    link('l2', 'b', 'a'),
    link('l3', 'a', 'b'),
  )
  const levels = [...routes.values()].map(({ points }) => points[0]?.[1])
  expect(new Set(levels).size).toBe(3)
})

test('several links of one side are spread over it in the order of where they lead', () => {
  const components = { hub: box(0, 200), top: box(400, 0), mid: box(400, 200), low: box(400, 400) }
  const routes = route(
    components,
    link('l1', 'hub', 'low'),
    link('l2', 'hub', 'top'),
    link('l3', 'hub', 'mid'),
  )
  const level = (id: string) => pointsOf(routes, id)[0]?.[1] as number
  expect([level('l2'), level('l3'), level('l1')]).toEqual(
    [level('l2'), level('l3'), level('l1')].toSorted((a, b) => a - b),
  )
})

test('labels keep off components and off each other', () => {
  const components = { a: box(0, 0), b: box(460, 0), c: box(460, 120) }
  const routes = route(
    components,
    link('l1', 'a', 'b', 40),
    link('l2', 'a', 'b', 40),
    link('l3', 'a', 'c', 40),
  )
  const labels = [...routes.values()].map(
    ({ label: [x, y] }): Box => ({ at: [x - 20, y - 9], size: [40, 18] }),
  )
  const boxes = [...labels, ...Object.values(components)]
  for (const [index, label] of labels.entries()) {
    for (const other of boxes.slice(index + 1)) {
      const apart =
        right(label) <= other.at[0] ||
        right(other) <= label.at[0] ||
        bottom(label) <= other.at[1] ||
        bottom(other) <= label.at[1]
      expect(apart).toBe(true)
    }
  }
})

test('lines that are kept stay as they are', () => {
  const components = { a: box(0, 0), b: box(300, 0), c: box(300, 200) }
  const before = route(components, link('l1', 'a', 'b'), link('l2', 'a', 'c'))
  const kept = new Map([['l1', before.get('l1') as Route]])
  const moved = new Map(Object.entries({ ...components, c: box(500, 260) }))
  const after = routeLinks([link('l1', 'a', 'b'), link('l2', 'a', 'c')], {
    components: moved,
    avoid: [],
    kept,
  })
  expect(after.get('l1')).toBe(before.get('l1'))
  expect(after.get('l2')?.points.at(-1)).not.toEqual(before.get('l2')?.points.at(-1))
})

test('every line has right angles and joins its two components; the order of links does not matter', () => {
  const places = fc.array(
    fc.tuple(fc.integer({ min: -800, max: 800 }), fc.integer({ min: -800, max: 800 })),
    {
      minLength: 2,
      maxLength: 8,
    },
  )
  const pairs = fc.array(fc.tuple(fc.nat(7), fc.nat(7)), { minLength: 1, maxLength: 12 })
  fc.assert(
    fc.property(places, pairs, (at, joined) => {
      const components = new Map(at.map(([x, y], index) => [`c${index}`, box(x, y)]))
      const links = joined.map(([a, b], index) => link(`l${index}`, `c${a % at.length}`, `c${b % at.length}`))
      const routes = routeLinks(links, { components, avoid: [] })
      for (const { id, from, to } of links) {
        const points = pointsOf(routes, id)
        expect(isOnBorder(points[0] as Point, components.get(from) as Box)).toBe(true)
        expect(isOnBorder(points.at(-1) as Point, components.get(to) as Box)).toBe(true)
        points.slice(1).forEach((point, index) => {
          const before = points[index] as Point
          expect(Math.min(Math.abs(point[0] - before[0]), Math.abs(point[1] - before[1]))).toBeLessThan(0.02)
        })
      }
      const again = routeLinks(links.toReversed(), { components, avoid: [] })
      for (const { id } of links) expect(again.get(id)).toEqual(routes.get(id))
    }),
    { numRuns: 60 },
  )
})

test('places at the end of the world are drawn like any other', () => {
  const started = performance.now()
  const routes = route({ a: box(-1e12, 0), b: box(1e12, 1e12) }, link('l', 'a', 'b'))
  expect(pointsOf(routes, 'l').length).toBeGreaterThan(1)
  expect(performance.now() - started).toBeLessThan(2000)
})
