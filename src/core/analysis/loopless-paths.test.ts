import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { buildGraph } from './graph.ts'
import { looplessPaths } from './loopless-paths.ts'
import { pathGraph } from './path-graph.ts'
import { checkIn } from './testing/check.ts'
import { columnsOf } from './testing/columns.ts'

const check = checkIn(process.env)

type Pair = readonly [tail: number, head: number]

/** As sequences of components. */
function* paths(nodeCount: number, pairs: readonly Pair[], sources: readonly number[], target: number) {
  const graph = buildGraph(nodeCount, columnsOf(pairs))
  const ways = pathGraph(graph, sources, target, () => true)
  for (const nodes of looplessPaths(ways)) yield nodes.slice(1).map((node) => ways.component[node])
}

function everyPath(pairs: readonly Pair[], sources: readonly number[], target: number): number[][] {
  const goOn = (path: readonly number[]): number[][] => {
    const at = path.at(-1) as number
    if (at === target) return [[...path]]
    const ends = pairs.filter(([tail, head]) => tail === at && !path.includes(head)).map(([, head]) => head)
    return [...new Set(ends)].flatMap((head) => goOn([...path, head]))
  }
  const compare = (a: number[], b: number[]) => {
    const place = a.findIndex((node, index) => node !== b[index])
    return a.length - b.length || (a[place] ?? 0) - (b[place] ?? 0)
  }
  return sources.flatMap((source) => goOn([source])).sort(compare)
}

const take = <T>(most: number, items: Iterable<T>): T[] => {
  const taken: T[] = []
  for (const item of items) if (taken.push(item) === most) break
  return taken
}

describe('loopless paths', () => {
  const NODES = 8
  const node = fc.integer({ min: 0, max: NODES - 1 })
  const drawn = fc.record({
    pairs: fc.array(fc.tuple(node, node), { minLength: 8, maxLength: 30 }),
    sources: fc.uniqueArray(node, { minLength: 1, maxLength: 3 }).map((some) => some.sort((a, b) => a - b)),
    target: node,
  })

  check('[AN10] are all there are, each once, in order', drawn, 1500, ({ pairs, sources, target }) => {
    expect([...paths(NODES, pairs, sources, target)]).toEqual(everyPath(pairs, sources, target))
  })

  test('[AN10] [AN14] a great ring both ways has two, over all of it', () => {
    const length = 100_000
    const pairs = Array.from({ length }, (_, at): Pair[] => [
      [at, (at + 1) % length],
      [(at + 1) % length, at],
    ]).flat()
    const lengths = Array.from(paths(length, pairs, [0], 10), (path) => path.length)
    expect(lengths).toEqual([11, length - 9])
  })

  test('[AN10] [AN14] of the countless ways over a long ladder the first are found at once', () => {
    const rungs = 5_000
    const pairs = Array.from({ length: rungs - 1 }, (_, at): Pair[] => [
      [2 * at, 2 * at + 2],
      [2 * at, 2 * at + 3],
      [2 * at + 1, 2 * at + 2],
      [2 * at + 1, 2 * at + 3],
    ]).flat()
    const found = take(5, paths(2 * rungs, pairs, [0], 2 * rungs - 2))
    // The later the turn, the smaller the sequence.
    expect(found.map((path) => path.findIndex((component) => (component ?? 0) % 2 === 1))).toEqual([
      -1,
      rungs - 2,
      rungs - 3,
      rungs - 3,
      rungs - 4,
    ])
  })
})
