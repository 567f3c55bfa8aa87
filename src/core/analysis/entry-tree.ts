import type { Compiled } from './compile.ts'
import { type CutTree, cutTree, sumBelow } from './cut-tree.ts'
import { dominatorSpace } from './dominators.ts'
import { buildGraph, type Graph } from './graph.ts'
import type { Standing } from './held.ts'
import { CUT, STEP } from './ways.ts'

/**
 * What the entry to each weakness hangs on. A graph of how components come to be held, in which, beside each component v,
 * - an untrusted one has a node for the standing there, which its access arcs leave, be it held or not;
 * - one that can be entered (AN9) has a node `entryOf[v]` to which nothing leads but uncut access to v.
 * An access arc into such a v is a node between its tail and the two, so that to cut it cuts both ways off.
 */
export type EntryTree = Readonly<{
  tree: CutTree
  graph: Graph
  /** Per component, the node that stands for its entry; −1 where it cannot be entered. */
  entryOf: Int32Array
}>

/** `weaknesses` marks the components at which a weakness is live. */
export function entryTree(
  weaknesses: Uint8Array,
  { foothold, passage, entry, held }: Standing,
  { graph, owns, untrusted }: Compiled,
): EntryTree {
  const { nodeCount, arcCount } = graph
  let nodes = nodeCount
  const standing = new Int32Array(nodeCount).fill(-1)
  const entryOf = new Int32Array(nodeCount).fill(-1)
  for (let node = 0; node < nodeCount; node++) {
    if (untrusted[node] === 1) standing[node] = nodes++
    if (weaknesses[node] === 1 && entry[node] !== -1) entryOf[node] = nodes++
  }
  const most = nodeCount + 3 * arcCount
  const arcs = { tail: new Int32Array(most), head: new Int32Array(most), link: new Int32Array(most) }
  let count = 0
  const lay = (tail: number, head: number, link: number) => {
    arcs.tail[count] = tail
    arcs.head[count] = head
    arcs.link[count++] = link
  }
  for (let arc = 0; arc < arcCount; arc++) {
    const from = graph.tail[arc] as number
    const to = graph.head[arc] as number
    const access = owns[arc] === 0
    const apart = access ? (standing[from] as number) : -1
    const entered = access ? (entryOf[to] as number) : -1
    // Access to what can be entered is a step, since a weakness is live there.
    if (passage[arc] === CUT || (passage[arc] !== STEP && entered === -1)) continue
    if (apart === -1 && held[from] === 0) continue
    const link = graph.link[arc] as number
    const tail = apart === -1 ? from : apart
    if (entered === -1) lay(tail, to, link)
    else {
      const between = nodes++
      lay(tail, between, link)
      lay(between, to, NO_LINK)
      lay(between, entered, NO_LINK)
    }
  }
  const roots: number[] = []
  for (let node = 0; node < nodeCount; node++) {
    if (foothold[node] === 1) roots.push(node)
    if (standing[node] === -1) continue
    roots.push(standing[node] as number)
    lay(node, standing[node] as number, NO_LINK)
  }
  const built = buildGraph(nodes, {
    tail: arcs.tail.subarray(0, count),
    head: arcs.head.subarray(0, count),
    link: arcs.link.subarray(0, count),
  })
  const alive = new Uint8Array(count).fill(1)
  return {
    tree: cutTree(built, alive, Int32Array.from(roots), dominatorSpace(nodes)),
    graph: built,
    entryOf,
  }
}

const NO_LINK = -1

/** How many of the sources lose every entry when a component or link is cut; itself not counted. */
export function entriesLost(
  { tree, graph, entryOf }: EntryTree,
  sources: Int32Array,
  { components, links }: Compiled,
): Readonly<{ byComponent: Int32Array; byLink: Int32Array }> {
  const lost = new Int32Array(graph.nodeCount)
  for (const source of sources) lost[entryOf[source] as number] = 1
  sumBelow(tree, lost)
  const byComponent = lost.slice(0, components.length)
  const byLink = new Int32Array(links.length)
  for (const node of tree.order) {
    const arc = tree.bridge[node] as number
    const link = arc === -1 ? NO_LINK : (graph.link[arc] as number)
    if (link !== NO_LINK) byLink[link] = (byLink[link] as number) + (lost[node] as number)
  }
  for (const source of sources) {
    if (tree.dominates(source, entryOf[source] as number))
      byComponent[source] = (byComponent[source] as number) - 1
  }
  return { byComponent, byLink }
}
