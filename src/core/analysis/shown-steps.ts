import type { Compiled } from './compile.ts'
import { type Exposures, REACHED, TAKEN } from './exposures.ts'
import { marked } from './graph.ts'

/**
 * Every step on a shown path (AN10), once for all the paths that take it, by the numbers of records: no more of them than
 * arcs, where the paths themselves may have as many as the square of that.
 */
export type StepColumns = Readonly<{
  link: Int32Array
  from: Int32Array
  to: Int32Array
  /** `TAKEN` where one of its paths ends in that, else `REACHED`. */
  state: Uint8Array
  /** 1 where it ends at the closed door of `to`. */
  door: Uint8Array
}>

export function findShownSteps(
  { count, state, pathStart, arcs }: Exposures,
  { graph }: Compiled,
): StepColumns {
  const walked = new Uint8Array(graph.arcCount)
  const doors = new Uint8Array(graph.arcCount)
  for (let i = 0; i < count; i++) {
    const kind = state[i] as number
    const [begin, end] = [pathStart[i] as number, pathStart[i + 1] as number]
    for (let place = begin; place < end; place++) {
      const arc = arcs[place] as number
      if (walked[arc] !== TAKEN) walked[arc] = kind
    }
    if (kind === REACHED) doors[arcs[end - 1] as number] = 1
  }
  const steps = marked(walked)
  return {
    link: steps.map((arc) => graph.link[arc] as number),
    from: steps.map((arc) => graph.tail[arc] as number),
    to: steps.map((arc) => graph.head[arc] as number),
    state: Uint8Array.from(steps, (arc) => walked[arc] as number),
    door: Uint8Array.from(steps, (arc) => doors[arc] as number),
  }
}
