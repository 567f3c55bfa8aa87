import type { Arcs } from '../graph.ts'

/** Pairs of tail and head as the columns of `buildGraph`; each arc is a link of its own, numbered in the order given. */
export const columnsOf = (pairs: readonly (readonly [number, number, ...unknown[]])[]): Arcs => ({
  tail: Int32Array.from(pairs, ([tail]) => tail),
  head: Int32Array.from(pairs, ([, head]) => head),
  link: Int32Array.from(pairs, (_, link) => link),
})
