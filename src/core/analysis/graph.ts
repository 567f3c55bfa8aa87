/** What connects two nodes in one direction; `link` numbers the record that it stands for. */
export type Arc = Readonly<{ tail: number; head: number; link: number }>

/**
 * A directed multigraph on 0 … nodeCount − 1 in typed arrays. Arcs are numbered by (tail, head, link): those out of v are
 * outStart[v] … outStart[v + 1] − 1, and a search that takes them in this order prefers small ids (AN10).
 */
export type Graph = Readonly<{
  nodeCount: number
  arcCount: number
  tail: Int32Array
  head: Int32Array
  link: Int32Array
  outStart: Int32Array
  /** The arcs into v, by (tail, link), are inArcs[inStart[v]] … inArcs[inStart[v + 1] − 1]. */
  inStart: Int32Array
  inArcs: Int32Array
  /** `given[i]` is the number that the i-th of the arcs given to `buildGraph` has. */
  given: Int32Array
}>

/** Linear: stable counting sorts. The links must come in ascending order. */
export function buildGraph(nodeCount: number, arcs: readonly Arc[]): Graph {
  const arcCount = arcs.length
  const heads = Int32Array.from(arcs, (arc) => arc.head)
  const tails = Int32Array.from(arcs, (arc) => arc.tail)
  const byHead = groupBy(range(arcCount), heads, nodeCount)
  const { items, start: outStart } = groupBy(byHead.items, tails, nodeCount)
  const given = new Int32Array(arcCount)
  for (let arc = 0; arc < arcCount; arc++) given[items[arc] as number] = arc
  const head = pick(heads, items)
  const { items: inArcs, start: inStart } = groupBy(range(arcCount), head, nodeCount)
  const link = items.map((index) => (arcs[index] as Arc).link)
  return { nodeCount, arcCount, tail: pick(tails, items), head, link, outStart, inStart, inArcs, given }
}

export const arcsInto = ({ inArcs, inStart }: Graph, node: number): Int32Array =>
  inArcs.subarray(inStart[node], inStart[node + 1])

export const arcsOutOf = ({ outStart }: Graph, node: number): number[] => {
  const arcs: number[] = []
  for (let arc = outStart[node] as number; arc < (outStart[node + 1] as number); arc++) arcs.push(arc)
  return arcs
}

export const range = (count: number): Int32Array => Int32Array.from({ length: count }, (_, index) => index)

const pick = (values: Int32Array, indexes: Int32Array): Int32Array =>
  indexes.map((index) => values[index] as number)

/** `items` in order of their key, equal keys in the order given; those of key k begin at start[k]. */
export function groupBy(
  items: Int32Array,
  keys: Int32Array,
  keyCount: number,
): { items: Int32Array; start: Int32Array } {
  const start = new Int32Array(keyCount + 1)
  for (const item of items) {
    const next = (keys[item] as number) + 1
    start[next] = (start[next] as number) + 1
  }
  for (let key = 0; key < keyCount; key++)
    start[key + 1] = (start[key + 1] as number) + (start[key] as number)
  const free = start.slice()
  const grouped = new Int32Array(items.length)
  for (const item of items) {
    const key = keys[item] as number
    const place = free[key] as number
    free[key] = place + 1
    grouped[place] = item
  }
  return { items: grouped, start }
}
