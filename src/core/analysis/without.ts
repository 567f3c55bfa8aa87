import type { Compiled } from './compile.ts'
import { CUT, OPEN, type Standing } from './held.ts'

/** What is cut: all arcs of one component, or of one link; −1 for the other. */
export type Cut = Readonly<{ component: number; link: number }>

/**
 * Searches with something cut. `entered` gives those of some sources of a weakness that can still be entered (AN9);
 * `reach` marks what steps lead to from sources; `door` says whether a target can be stood at from what is marked. The
 * arrays are used again: each answer stands until the next of its kind is asked for.
 */
export function searchWithout(standing: Standing, compiled: Compiled) {
  const { graph, owns, untrusted } = compiled
  const { steps, passage, foothold } = standing
  const { nodeCount, inStart, inArcs, tail, link: linkOf } = graph
  const held = new Uint8Array(nodeCount)
  const marks = new Uint8Array(nodeCount)
  const queue = new Int32Array(nodeCount)

  const follow = (reached: Uint8Array, begun: number, { component, link }: Cut): void => {
    let length = begun
    for (let next = 0; next < length; next++) {
      const at = queue[next] as number
      const end = steps.start[at + 1] as number
      for (let step = steps.start[at] as number; step < end; step++) {
        const to = steps.head[step] as number
        if (reached[to] === 1 || to === component || linkOf[steps.arc[step] as number] === link) continue
        reached[to] = 1
        queue[length++] = to
      }
    }
  }
  const holdWithout = (cut: Cut): void => {
    const { component, link } = cut
    held.fill(0)
    let length = 0
    const enter = (node: number) => {
      if (held[node] === 1 || node === component) return
      held[node] = 1
      queue[length++] = node
    }
    for (let node = 0; node < nodeCount; node++) if (foothold[node] === 1) enter(node)
    for (let node = 0; node < nodeCount; node++) {
      if (untrusted[node] === 0 || node === component) continue
      for (let step = steps.start[node] as number; step < (steps.start[node + 1] as number); step++) {
        const arc = steps.arc[step] as number
        if (owns[arc] === 0 && linkOf[arc] !== link) enter(steps.head[step] as number)
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
      if (held[from] === 1 || untrusted[from] === 1) return true
    }
    return false
  }
  const reach = (sources: Int32Array, cut: Cut): Uint8Array => {
    marks.fill(0)
    let length = 0
    for (const source of sources) {
      if (source === cut.component) continue
      marks[source] = 1
      queue[length++] = source
    }
    follow(marks, length, cut)
    return marks
  }
  const door = (target: number, reached: Uint8Array, { component, link }: Cut): boolean => {
    for (let i = inStart[target] as number; i < (inStart[target + 1] as number); i++) {
      const arc = inArcs[i] as number
      const from = tail[arc] as number
      if (passage[arc] === OPEN && reached[from] === 1 && from !== component && linkOf[arc] !== link)
        return true
    }
    return false
  }
  return {
    /** Has to be called first for each cut. */
    holdWithout,
    stillEntered: (sources: Int32Array, cut: Cut): Int32Array =>
      sources.filter((source) => canBeEntered(source, cut)),
    reach,
    door,
  }
}
