import type { Standing } from './held.ts'
import type { Compiled } from './compile.ts'
import { AWAY, followWays, roomFor, SOURCE } from './ways.ts'

/**
 * What ways lead to from a set of sources, and the shown path to each (AN10). The queue of a breadth-first search that
 * starts from the sources and follows the arcs in order of their ids is, hop by hop, sorted by the smallest sequence of
 * ids that leads to each component; so the first to find a component, or the copy of one, is on its shown path.
 */
export type Search = Readonly<{
  /** Per place (see `Ways`) the last way of the shown path, or `SOURCE`, or `AWAY` where no ways lead. */
  last: Int32Array
  /** Places as they are found: the sources, then the nearest first. */
  order: Int32Array
}>

/** Searches from one set of sources after another, in the same arrays: each answer stands until the next is asked for. */
export function makeSearch(
  { ways }: Pick<Standing, 'ways'>,
  { nearby }: Compiled,
): (sources: Int32Array) => Search {
  const room = roomFor(ways)
  const { last, queue } = room
  /** `sources` ascending. */
  return (sources) => {
    last.fill(AWAY)
    for (let i = 0; i < sources.length; i++) {
      const place = nearby.place[sources[i] as number] as number
      last[place] = SOURCE
      queue[i] = place
    }
    return { last, order: queue.subarray(0, followWays(ways, room, sources.length)) }
  }
}

/**
 * The place where the shown path to targets[index] ends: the target's own where it is taken, that of its copy where it is
 * reached, −1 where it is neither (AN9).
 */
export function endOf(index: number, { last }: Search, { targets, nearby, graph }: Compiled): number {
  const target = nearby.place[targets[index] as number] as number
  if (last[target] !== AWAY) return target
  const copy = graph.nodeCount + index
  return last[copy] === AWAY ? -1 : copy
}
