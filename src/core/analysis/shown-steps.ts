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
  const columns = {
    link: new Int32Array(steps.length),
    from: new Int32Array(steps.length),
    to: new Int32Array(steps.length),
    state: new Uint8Array(steps.length),
    door: new Uint8Array(steps.length),
  }
  for (let step = 0; step < steps.length; step++) {
    const arc = steps[step] as number
    columns.link[step] = graph.link[arc] as number
    columns.from[step] = graph.tail[arc] as number
    columns.to[step] = graph.head[arc] as number
    columns.state[step] = walked[arc] as number
    columns.door[step] = doors[arc] as number
  }
  return columns
}
