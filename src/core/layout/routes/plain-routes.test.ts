import { expect, test } from 'vitest'
import { COMPONENT_SIZE } from '../geometry.ts'
import { finish } from '../../model/in-parts.ts'
import { plainRoutes } from './plain-routes.ts'

const box = (x: number, y: number) => ({ at: [x, y] as const, size: COMPONENT_SIZE })
const COMPONENTS = new Map([
  ['a', box(0, 0)],
  ['b', box(400, 0)],
  ['c', box(0, 300)],
  ['d', box(20, 10)],
])
const link = (id: string, from: string, to: string) => ({ id, from, to, label: 20 })

test('each line goes at right angles from border to border, its label upon it', () => {
  const links = [
    link('1', 'a', 'b'),
    link('2', 'a', 'c'),
    link('3', 'b', 'c'),
    link('4', 'a', 'd'),
    link('5', 'a', 'a'),
  ]
  const routes = finish(plainRoutes(links, { components: COMPONENTS }))
  expect([...routes.keys()].sort()).toEqual(['1', '2', '3', '4', '5'])
  for (const { points, label } of routes.values()) {
    points.slice(1).forEach(([x, y], index) => {
      const [px, py] = points[index] as readonly [number, number]
      expect(x === px || y === py).toBe(true)
    })
    expect(
      points
        .slice(1)
        .some(([x, y], index) => isBetween(label, points[index] as readonly [number, number], [x, y])),
    ).toBe(true)
  }
  expect(routes.get('1')?.points[0]?.[0]).toBe(COMPONENT_SIZE[0])
  expect(routes.get('2')?.points[0]?.[1]).toBe(COMPONENT_SIZE[1])
})

test('a link without an end is left out', () => {
  expect(finish(plainRoutes([link('1', 'a', 'gone')], { components: COMPONENTS })).size).toBe(0)
})

test('lines that are kept stay as they are', () => {
  const links = [link('1', 'a', 'b'), link('2', 'a', 'c'), link('3', 'a', 'a')]
  const kept = new Map(finish(plainRoutes(links, { components: COMPONENTS })))
  kept.delete('2')
  const moved = new Map([...COMPONENTS, ['a', box(40, 40)]])
  const routes = finish(plainRoutes(links, { components: moved, kept }))
  expect(routes.get('1')).toBe(kept.get('1'))
  expect(routes.get('3')).toBe(kept.get('3'))
  expect(routes.get('2')?.points[0]?.[1]).toBe(40 + COMPONENT_SIZE[1])
})

test('a line that comes to those that are kept is drawn beside them', () => {
  const links = [link('1', 'a', 'b'), link('2', 'a', 'b'), link('3', 'b', 'a')]
  const kept = finish(plainRoutes(links.slice(0, 1), { components: COMPONENTS }))
  const routes = finish(plainRoutes(links, { components: COMPONENTS, kept }))
  const heights = [...routes.values()].map(({ points }) => points[0]?.[1])
  expect(new Set(heights).size).toBe(3)
})

const isBetween = (
  [x, y]: readonly [number, number],
  [ax, ay]: readonly [number, number],
  [bx, by]: readonly [number, number],
) => x >= Math.min(ax, bx) && x <= Math.max(ax, bx) && y >= Math.min(ay, by) && y <= Math.max(ay, by)
