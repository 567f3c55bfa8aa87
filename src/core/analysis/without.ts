import type { Compiled } from './compile.ts'
import type { Standing } from './held.ts'
import { CUT } from './ways.ts'

/** What is cut: all arcs of one component, or of one link; −1 for the other. */
export type Cut = Readonly<{ component: number; link: number }>

/**
 * Searches with something cut. `entered` gives those of some sources of a weakness that can still be entered (AN9);
 * `reach` marks the places (see `Ways`) to which ways lead from sources. The arrays are used again: each answer stands
 * until the next of its kind is asked for.
 */
export function searchWithout(standing: Standing, compiled: Compiled) {
  const { graph, owns, untrusted, targets, nearby } = compiled
  const { ways, passage, foothold } = standing
  const { nodeCount, inStart, inArcs, tail, link: linkOf } = graph
  const placeOf = (component: number): number => nearby.place[component] as number
  const held = new Uint8Array(nodeCount + targets.length)
  const marks = new Uint8Array(held.length)
  const queue = new Int32Array(held.length)

  const follow = (reached: Uint8Array, begun: number, { component, link }: Cut): void => {
    const without = component === -1 ? -1 : placeOf(component)
    let length = begun
    for (let next = 0; next < length; next++) {
      const at = queue[next] as number
      const end = ways.start[at + 1] as number
      for (let way = ways.start[at] as number; way < end; way++) {
        const to = ways.head[way] as number
        if (reached[to] === 1 || to === without || linkOf[ways.arc[way] as number] === link) continue
        reached[to] = 1
        queue[length++] = to
      }
    }
  }
  const holdWithout = (cut: Cut): void => {
    const { component, link } = cut
    held.fill(0)
    let length = 0
    const enter = (place: number) => {
      if (held[place] === 1) return
      held[place] = 1
      queue[length++] = place
    }
    for (let node = 0; node < nodeCount; node++)
      if (foothold[node] === 1 && node !== component) enter(placeOf(node))
    for (let node = 0; node < nodeCount; node++) {
      if (untrusted[node] === 0 || node === component) continue
      const place = placeOf(node)
      for (let way = ways.start[place] as number; way < (ways.start[place + 1] as number); way++) {
        const arc = ways.arc[way] as number
        const isCut = linkOf[arc] === link || graph.head[arc] === component
        if (owns[arc] === 0 && !isCut) enter(ways.head[way] as number)
      }
    }
    follow(held, length, cut)
  }
  const canBeEntered = (source: number, { component, link }: Cut): boolean => {
    if (source === component) return false
    for (let i = inStart[source] as number; i < (inStart[source + 1] as number); i++) {
      const arc = inArcs[i] as number
      const from = tail[arc] as number
      if (passage[arc] === CUT || owns[arc] === 1 || linkOf[arc] === link || from === component) continue
      if (held[placeOf(from)] === 1 || untrusted[from] === 1) return true
    }
    return false
  }
  const reach = (sources: Int32Array, cut: Cut): Uint8Array => {
    marks.fill(0)
    let length = 0
    for (const source of sources) {
      if (source === cut.component) continue
      const place = placeOf(source)
      marks[place] = 1
      queue[length++] = place
    }
    follow(marks, length, cut)
    return marks
  }
  return {
    /** Has to be called first for each cut. */
    holdWithout,
    stillEntered: (sources: Int32Array, cut: Cut): Int32Array =>
      sources.filter((source) => canBeEntered(source, cut)),
    reach,
  }
}
