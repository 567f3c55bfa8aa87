/** What every rival is asked, all of it made beforehand and the same for all. Nodes are 0 … ids.length − 1. */
export type SearchProblem = Readonly<{
  ids: readonly string[]
  /** The steps (AN7), each tail and head once, by tail, then head. */
  tail: Int32Array
  head: Int32Array
  /** What is held without any step from another held node: footholds, and what an untrusted one enters. */
  seeds: Int32Array
  /** The distinct sets of sources (AN9), each ascending. */
  sets: readonly Int32Array[]
  targets: Int32Array
  /** Tails of the doors (uncut access that is no step) to targets[i]: doorTails[doorStart[i]] … [doorStart[i + 1] − 1]. */
  doorStart: Int32Array
  doorTails: Int32Array
}>

export const NONE = 0
export const REACHED = 1
export const TAKEN = 2

/** For one set of sources, by the target's place in `targets`; `hops` is −1 where there is no exposure. */
export type SetAnswer = Readonly<{
  kinds: Uint8Array
  hops: Int32Array
  /** Nodes from a source to the target. */
  pathTo: (place: number) => readonly number[]
}>

export type SearchAnswer = Readonly<{ held: Uint8Array; sets: readonly SetAnswer[] }>

/** `search` does the work that is measured; what it gives back only reads the outcome, for the comparison. */
export type Searcher = Readonly<{ name: string; search: () => () => SearchAnswer }>

/** The tail of the door to a target that is fewest hops away; −1 where no search has come to any. */
export function nearestDoor(place: number, depth: Int32Array, problem: SearchProblem): number {
  const { doorStart, doorTails } = problem
  let nearest = -1
  for (let i = doorStart[place] as number; i < (doorStart[place + 1] as number); i++) {
    const tail = doorTails[i] as number
    const hops = depth[tail] as number
    if (hops !== -1 && (nearest === -1 || hops < (depth[nearest] as number))) nearest = tail
  }
  return nearest
}

/** Nodes grouped by a key: those of key k are items[start[k]] … items[start[k + 1] − 1]. A counting sort. */
export function group(
  keys: Int32Array,
  values: Int32Array,
  keyCount: number,
): { start: Int32Array; items: Int32Array } {
  const start = new Int32Array(keyCount + 1)
  for (const key of keys) start[key + 1] = (start[key + 1] as number) + 1
  for (let key = 0; key < keyCount; key++)
    start[key + 1] = (start[key + 1] as number) + (start[key] as number)
  const free = start.slice()
  const items = new Int32Array(values.length)
  for (let i = 0; i < keys.length; i++) {
    const key = keys[i] as number
    const place = free[key] as number
    free[key] = place + 1
    items[place] = values[i] as number
  }
  return { start, items }
}
