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

/** Linear: stable counting sorts, so that parallel arcs stay as they are given. Their links have to come in ascending order. */
export function buildGraph(nodeCount: number, arcs: Arcs): Graph {
  const arcCount = arcs.tail.length
  const inStart = startsOf(arcs.head, nodeCount)
  const outStart = startsOf(arcs.tail, nodeCount)
  // In order of their heads, tail and link side by side: what is read together lies together.
  const byHead = new Int32Array(2 * arcCount)
  const free = inStart.slice()
  for (let place = 0; place < arcCount; place++) {
    const at = 2 * take(free, arcs.head[place] as number)
    byHead[at] = arcs.tail[place] as number
    byHead[at + 1] = arcs.link[place] as number
  }
  const tail = new Int32Array(arcCount)
  const head = new Int32Array(arcCount)
  const link = new Int32Array(arcCount)
  free.set(outStart)
  for (let node = 0; node < nodeCount; node++) {
    const end = 2 * (inStart[node + 1] as number)
    for (let at = 2 * (inStart[node] as number); at < end; at += 2) {
      const from = byHead[at] as number
      const arc = take(free, from)
      tail[arc] = from
      head[arc] = node
      link[arc] = byHead[at + 1] as number
    }
  }
  const inArcs = new Int32Array(arcCount)
  free.set(inStart)
  for (let arc = 0; arc < arcCount; arc++) inArcs[take(free, head[arc] as number)] = arc
  return { nodeCount, arcCount, tail, head, link, outStart, inStart, inArcs }
}

/** Where the items of each key begin, once they are in order of their keys. */
function startsOf(keys: Int32Array, keyCount: number): Int32Array {
  const start = new Int32Array(keyCount + 1)
  for (let i = 0; i < keys.length; i++) {
    const next = (keys[i] as number) + 1
    start[next] = (start[next] as number) + 1
  }
  for (let key = 0; key < keyCount; key++)
    start[key + 1] = (start[key + 1] as number) + (start[key] as number)
  return start
}

/** Takes the next free place of a key. */
function take(free: Int32Array, key: number): number {
  const place = free[key] as number
  free[key] = place + 1
  return place
}

export const arcsInto = ({ inArcs, inStart }: Graph, node: number): Int32Array =>
  inArcs.subarray(inStart[node], inStart[node + 1])

export function range(count: number): Int32Array {
  const all = new Int32Array(count)
  for (let index = 0; index < count; index++) all[index] = index
  return all
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
  const keyOf = new Int32Array(items.length)
  for (let i = 0; i < items.length; i++) keyOf[i] = keys[items[i] as number] as number
  const start = startsOf(keyOf, keyCount)
  const free = start.slice()
  const grouped = new Int32Array(items.length)
  for (let i = 0; i < items.length; i++) grouped[take(free, keyOf[i] as number)] = items[i] as number
  return { items: grouped, start }
}
