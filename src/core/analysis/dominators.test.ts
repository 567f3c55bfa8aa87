import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { dominance, dominatorSpace, dominatorTree, OUT_OF_REACH, VIRTUAL_ROOT } from './dominators.ts'
import { buildGraph, range } from './graph.ts'
import { checkIn } from './testing/check.ts'
import { columnsOf } from './testing/columns.ts'

const check = checkIn(process.env)

const NODES = 8
const node = fc.integer({ min: 0, max: NODES - 1 })
type Drawn = Readonly<{ arcs: [number, number, boolean][]; roots: number[]; backward: boolean }>
const drawn: fc.Arbitrary<Drawn> = fc.record({
  arcs: fc.array(fc.tuple(node, node, fc.boolean()), { maxLength: 26 }),
  roots: fc.array(node, { maxLength: 3 }),
  backward: fc.boolean(),
})

const compiledOf = ({ arcs }: Drawn) => {
  const graph = buildGraph(NODES, columnsOf(arcs))
  const alive = new Uint8Array(arcs.length)
  graph.link.forEach((index, arc) => {
    alive[arc] = Number(arcs[index]?.[2])
  })
  return { graph, alive }
}

/** What can be reached with one node left out. */
function reachableWithout({ arcs, roots, backward }: Drawn, leftOut: number): Set<number> {
  const reached = new Set(roots.filter((root) => root !== leftOut))
  for (let size = -1; size !== reached.size; ) {
    size = reached.size
    for (const [tail, head, lives] of arcs) {
      const [from, to] = backward ? [head, tail] : [tail, head]
      if (lives && reached.has(from) && to !== leftOut) reached.add(to)
    }
  }
  return reached
}

describe('dominators', () => {
  const space = dominatorSpace(NODES)
  check('[AN11] [AN12] are the nodes without which another is out of reach', drawn, 1500, (given) => {
    const { graph, alive } = compiledOf(given)
    const tree = dominatorTree(graph, alive, given.roots, given.backward, space)
    const dominates = dominance(tree)
    const reached = reachableWithout(given, -1)
    const expected = Array.from({ length: NODES }, (_, v) => {
      const left = reachableWithout(given, v)
      return Array.from({ length: NODES }, (_none, u) => reached.has(u) && reached.has(v) && !left.has(u))
    })
    expect(expected.map((row, v) => row.map((_, u) => dominates(v, u)))).toEqual(expected)
    // The immediate one is that of the others which all the others dominate.
    const others = (u: number) => [...reached].filter((v) => v !== u && expected[v]?.[u])
    const immediate = Array.from({ length: NODES }, (_, u) => {
      if (!reached.has(u)) return OUT_OF_REACH
      return others(u).find((v) => others(u).every((other) => expected[other]?.[v])) ?? VIRTUAL_ROOT
    })
    expect([...tree.immediate]).toEqual(immediate)
    expect(new Set(tree.order)).toEqual(reached)
    expect(tree.order).toHaveLength(reached.size)
    const place = (v: number) => tree.order.indexOf(v)
    for (const u of reached) expect(place(u)).toBeGreaterThan(place(tree.immediate[u] as number))
  })

  test('[AN14] a long chain with a way back from everywhere is no deep recursion', () => {
    const length = 50_000
    const arcs = Array.from({ length: length - 1 }, (_, at) => [
      [at, at + 1] as const,
      [at + 1, Math.floor(at / 2)] as const,
    ]).flat()
    const { immediate } = dominatorTree(
      buildGraph(length, columnsOf(arcs)),
      new Uint8Array(arcs.length).fill(1),
      [0],
      false,
    )
    expect(immediate).toEqual(range(length).map((at) => at - 1))
  })
})
