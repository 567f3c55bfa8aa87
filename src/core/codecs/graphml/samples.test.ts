import { existsSync, readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { COMPONENT_SIZE } from '../../layout/geometry.ts'
import { tally } from '../report.ts'
import { importOf } from '../testing/reading.ts'

/** Backbones of the Internet Topology Zoo, in a folder beside the project that not everybody has. */
const FOLDER = '../shared/samples/graphml'

describe.skipIf(!existsSync(FOLDER))('samples in ../shared/samples/graphml', () => {
  const read = (name: string) => {
    const file = readFileSync(`${FOLDER}/${name}.graphml`, 'utf8')
    return { file, ...importOf(file, `${name}.graphml`) }
  }

  test.each([
    ['Abilene', 11, 14, 14],
    ['BtEurope', 24, 37, 37],
    ['Interoute', 110, 158, 148],
    ['Janetbackbone', 29, 45, 45],
  ])('%s has %i nodes and %i edges between %i pairs, each on the board', (name, nodes, edges, pairs) => {
    const { file, model, report, placed } = read(name)
    expect(file.match(/<node /g)).toHaveLength(nodes)
    const ends = [...file.matchAll(/<edge source="(\d+)" target="(\d+)"/g)].map(
      ([, from, to]) => `${from} ${to}`,
    )
    expect([ends.length, new Set(ends).size]).toEqual([edges, pairs])
    expect(model.components).toHaveLength(nodes)
    expect(model.links.map(({ from, to }) => `${from} ${to}`).toSorted()).toEqual(ends.toSorted())
    expect(new Set(model.links.map(({ direction }) => direction))).toEqual(new Set(['both']))
    expect(tally(report).filter(({ changed, dropped }) => changed + dropped > 0)).toEqual([])
    expect([placed, model.meta.title]).toEqual([true, name])
  })

  test.each(['Abilene', 'BtEurope', 'Interoute', 'Janetbackbone'])(
    '%s keeps the shape of its map, and nothing lies on anything',
    (name) => {
      const { file, model } = read(name)
      const key = (field: string) =>
        new RegExp(`attr.name="${field}"[^>]* id="(d\\d+)"`).exec(file)?.[1] ?? ''
      const [latitude, longitude] = [key('Latitude'), key('Longitude')]
      const degrees = new Map(
        [...file.matchAll(/<node id="(\d+)">([\s\S]*?)<\/node>/g)].flatMap(([, id = '', data = '']) => {
          const value = (field: string) => Number(new RegExp(`key="${field}">([^<]+)<`).exec(data)?.[1])
          const place = [value(longitude), -value(latitude)] as const
          return place.some(Number.isNaN) ? [] : [[id, place] as const]
        }),
      )
      const corners = new Map(model.components.map(({ id, pos }) => [id, pos]))
      for (const axis of [0, 1] as const) {
        const pairs = [...degrees].map(([id, place]) => [place[axis], corners.get(id)?.[axis] ?? 0] as const)
        expect(correlation(pairs)).toBeGreaterThan(0.985)
      }
      const all = [...corners.values()]
      for (const [index, a] of all.entries()) {
        for (const b of all.slice(index + 1)) {
          const isApart =
            Math.abs(a[0] - b[0]) >= COMPONENT_SIZE[0] || Math.abs(a[1] - b[1]) >= COMPONENT_SIZE[1]
          expect(isApart).toBe(true)
        }
      }
    },
  )
})

function correlation(pairs: readonly (readonly [number, number])[]): number {
  const mean = (axis: 0 | 1) => pairs.reduce((sum, pair) => sum + pair[axis], 0) / pairs.length
  const [x, y] = [mean(0), mean(1)]
  const sum = (of: (a: number, b: number) => number) =>
    pairs.reduce((all, [a, b]) => all + of(a - x, b - y), 0)
  return sum((a, b) => a * b) / Math.sqrt(sum((a) => a * a) * sum((_, b) => b * b))
}
