/** Arcs as columns of equal length: arc i leads from tail[i] to head[i] and stands for the record link[i]. */
export type Arcs = Readonly<{ tail: Int32Array; head: Int32Array; link: Int32Array }>

/**
 * A directed multigraph on 0 … nodeCount − 1 in typed arrays. Arcs are numbered by (tail, head, link): those out of v are
 * outStart[v] … outStart[v + 1] − 1, and a search that takes them in this order prefers small ids (AN10).
 */
export type Graph = Arcs &
  Readonly<{
    nodeCount: number
    arcCount: number
    outStart: Int32Array
    /** The arcs into v, by (tail, link), are inArcs[inStart[v]] … inArcs[inStart[v + 1] − 1]. */
    inStart: Int32Array
    inArcs: Int32Array
  }>

/** Linear: stable counting sorts. The links must come in ascending order. `given[arc]` is the place where it was given. */
export function buildGraph(nodeCount: number, arcs: Arcs): Readonly<{ graph: Graph; given: Int32Array }> {
  const arcCount = arcs.tail.length
  const byHead = groupBy(range(arcCount), arcs.head, nodeCount)
  const { items: given, start: outStart } = groupBy(byHead.items, arcs.tail, nodeCount)
  const head = pick(arcs.head, given)
  const { items: inArcs, start: inStart } = groupBy(range(arcCount), head, nodeCount)
  const tail = pick(arcs.tail, given)
  const link = pick(arcs.link, given)
  return { graph: { nodeCount, arcCount, tail, head, link, outStart, inStart, inArcs }, given }
}

export const arcsInto = ({ inArcs, inStart }: Graph, node: number): Int32Array =>
  inArcs.subarray(inStart[node], inStart[node + 1])

export function range(count: number): Int32Array {
  const all = new Int32Array(count)
  for (let index = 0; index < count; index++) all[index] = index
  return all
}

function pick(values: Int32Array, indexes: Int32Array): Int32Array {
  const picked = new Int32Array(indexes.length)
  for (let i = 0; i < indexes.length; i++) picked[i] = values[indexes[i] as number] as number
  return picked
}

/** The places at which `marks` is not 0, ascending. */
export function marked(marks: Uint8Array): Int32Array {
  let count = 0
  for (let index = 0; index < marks.length; index++) if (marks[index] !== 0) count++
  const places = new Int32Array(count)
  let next = 0
  for (let index = 0; index < marks.length; index++) if (marks[index] !== 0) places[next++] = index
  return places
}

/** `items` in order of their key, equal keys in the order given; those of key k begin at start[k]. */
export function groupBy(
  items: Int32Array,
  keys: Int32Array,
  keyCount: number,
): { items: Int32Array; start: Int32Array } {
  const start = new Int32Array(keyCount + 1)
  for (let i = 0; i < items.length; i++) {
    const next = (keys[items[i] as number] as number) + 1
    start[next] = (start[next] as number) + 1
  }
  for (let key = 0; key < keyCount; key++)
    start[key + 1] = (start[key + 1] as number) + (start[key] as number)
  const free = start.slice()
  const grouped = new Int32Array(items.length)
  for (let i = 0; i < items.length; i++) {
    const item = items[i] as number
    const key = keys[item] as number
    const place = free[key] as number
    free[key] = place + 1
    grouped[place] = item
  }
  return { items: grouped, start }
}
