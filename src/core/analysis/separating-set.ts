import type { Compiled } from './compile.ts'
import { buildNetwork } from './flow-network.ts'
import type { Standing } from './held.ts'
import { STEP } from './ways.ts'
import { sinkSide } from './max-flow.ts'

/** All that the attacker starts from, and all that is to be kept from him; other components follow. */
const SOURCE = 0
const SINK = 1
const NOWHERE = -1

/**
 * AN12: the smallest set of links, as ascending indexes, whose cutting leaves no critical component held but those at
 * which a foothold is live; of the smallest sets the one nearest the targets. A minimum cut between footholds and
 * untrusted standing on the one side and those targets on the other.
 */
export function separatingSet(standing: Standing, compiled: Compiled): Int32Array {
  const { links, ...network } = layEdges(standing, compiled)
  const { from, to, back } = network
  const inside = sinkSide(buildNetwork(network.nodeCount, network), SOURCE, SINK)
  const cut = links.filter((_, edge) => {
    const [start, end] = [inside[from[edge] as number], inside[to[edge] as number]]
    return start === 0 ? end === 1 : end === 0 && back[edge] === 1
  })
  return cut.sort()
}

/**
 * The steps that may lead on to a target, each an edge of capacity 1 from where the attacker is to where he is not. That
 * a link has two steps makes no difference to a cut, which never has both: one of them starts where the other ends, on one
 * side or the other. Only where both start from untrusted standing does neither, so that these share a way in.
 */
function layEdges({ foothold, held, passage }: Standing, compiled: Compiled) {
  const { graph, owns, untrusted, targets, along, against } = compiled
  const { node, nodeCount: components } = numberComponents(foothold, held, targets)
  const most = graph.arcCount + along.length
  const [links, from, to] = [new Int32Array(most), new Int32Array(most), new Int32Array(most)]
  const back = new Uint8Array(most)
  let [count, nodeCount] = [0, components]
  const lay = (link: number, start: number, end: number, bothWays: 0 | 1) => {
    links[count] = link
    from[count] = start
    to[count] = end
    back[count++] = bothWays
  }
  for (let arc = 0; arc < graph.arcCount; arc++) {
    if (passage[arc] !== STEP) continue
    const [tail, head] = [graph.tail[arc] as number, graph.head[arc] as number]
    const start = untrusted[tail] === 1 && owns[arc] === 0 ? SOURCE : (node[tail] as number)
    const end = node[head] as number
    if (start === NOWHERE || start === SINK || end === SOURCE) continue
    const link = graph.link[arc] as number
    const other = (along[link] === arc ? against[link] : along[link]) as number
    const otherStart = untrusted[head] === 1 && owns[other] === 0 ? SOURCE : end
    const otherEnd = node[tail] as number
    if (passage[other] !== STEP || otherStart === SINK || otherEnd === SOURCE) lay(link, start, end, 0)
    else if (start === otherEnd && otherStart === end) {
      if (arc < other) lay(link, start, end, 1)
    } else if (start !== SOURCE || otherStart !== SOURCE) lay(link, start, end, 0)
    else if (arc < other) {
      const shared = nodeCount++
      lay(link, SOURCE, shared, 0)
      lay(link, shared, end, 0)
      lay(link, shared, otherEnd, 0)
    }
  }
  return {
    nodeCount,
    links: links.subarray(0, count),
    from: from.subarray(0, count),
    to: to.subarray(0, count),
    there: new Uint8Array(count).fill(1),
    back: back.subarray(0, count),
  }
}

/** Footholds are one node and targets another; of the rest only what is held has one. */
function numberComponents(foothold: Uint8Array, held: Uint8Array, targets: Int32Array) {
  const node = new Int32Array(held.length).fill(NOWHERE)
  for (const target of targets) if (held[target] === 1) node[target] = SINK
  let nodeCount = 2
  for (let component = 0; component < held.length; component++) {
    if (foothold[component] === 1) node[component] = SOURCE
    else if (held[component] === 1 && node[component] === NOWHERE) node[component] = nodeCount++
  }
  return { node, nodeCount }
}
