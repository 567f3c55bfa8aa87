import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { buildNetwork, distancesTo, type FlowNetwork } from './flow-network.ts'
import { sendByLevels } from './level-flow.ts'
import { sinkSide } from './max-flow.ts'
import { checkIn } from './testing/check.ts'
import { sendByTrees } from './tree-flow.ts'

const check = checkIn(process.env)

const NODES = 7
const [SOURCE, SINK] = [0, 1]
type Edge = readonly [from: number, to: number, there: number, back: number]

const node = fc.integer({ min: 0, max: NODES - 1 })
const room = fc.integer({ min: 0, max: 4 })
/** With self edges, parallel ones, edges into the source and out of the sink. */
const someEdges = fc.array(fc.tuple(node, node, room, room), { maxLength: 20 })

const networkOf = (edges: readonly Edge[]): FlowNetwork =>
  buildNetwork(NODES, {
    from: edges.map(([from]) => from),
    to: edges.map(([, to]) => to),
    there: edges.map(([, , there]) => there),
    back: edges.map(([, , , back]) => back),
  })

/** The least that a set of nodes with the sink and without the source lets in, and of such sets the smallest. */
function cutByTryingAll(edges: readonly Edge[]): { value: number; inside: boolean[] } {
  const sets = Array.from({ length: 2 ** NODES }, (_, bits) =>
    Array.from({ length: NODES }, (_none, index) => (bits & (1 << index)) !== 0),
  ).filter((inside) => inside[SINK] === true && inside[SOURCE] === false)
  const sizeOf = (inside: readonly boolean[]) => inside.filter(Boolean).length
  const [best] = sets
    .map((inside) => {
      const enters = (from: number, to: number) => inside[from] === false && inside[to] === true
      const value = edges.reduce(
        (sum, [from, to, there, back]) =>
          sum + (enters(from, to) ? there : 0) + (enters(to, from) ? back : 0),
        0,
      )
      return { value, inside }
    })
    .sort((a, b) => a.value - b.value || sizeOf(a.inside) - sizeOf(b.inside))
  return best ?? { value: 0, inside: [] }
}

describe('maximum flow', () => {
  check(
    '[AN12] trees and levels both send the value of a least cut, and leave the one nearest the sink',
    someEdges,
    1500,
    (edges) => {
      const { value, inside } = cutByTryingAll(edges)
      for (const send of [sendByTrees, sendByLevels]) {
        const network = networkOf(edges)
        expect(send(network, SOURCE, SINK)).toBe(value)
        expect(Array.from(distancesTo(SINK, network), (distance) => distance !== -1)).toEqual(inside)
      }
    },
  )

  check(
    '[AN12] [AN14] wherever trees give way to levels, the cut is the same',
    fc.tuple(someEdges, fc.integer({ min: 0, max: 3 })),
    800,
    ([edges, patience]) => {
      const inside = Array.from(sinkSide(networkOf(edges), SOURCE, SINK, patience), (mark) => mark === 1)
      expect(inside).toEqual(cutByTryingAll(edges).inside)
    },
  )

  test('[AN12] trees out of patience stop with what they have sent, and levels go on from there', () => {
    const width = 50
    const middle = Array.from({ length: width }, (_, index) => index + 2)
    const edges = middle.flatMap((between) => [
      [SOURCE, between, 1],
      [between, SINK, 1],
    ])
    const network = buildNetwork(width + 2, {
      from: edges.map(([from]) => from ?? 0),
      to: edges.map(([, to]) => to ?? 0),
      there: edges.map(() => 1),
      back: edges.map(() => 0),
    })
    const sent = sendByTrees(network, SOURCE, SINK, 2 * width)
    expect(sent).toBeLessThan(width)
    expect(sent + sendByLevels(network, SOURCE, SINK)).toBe(width)
  })
})
