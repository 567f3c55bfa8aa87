import type { Compiled } from './compile.ts'
import type { Credit } from './credit.ts'
import type { HeldGrowth } from './grow-held.ts'
import { AT_ONCE } from './recount.ts'

/** Per place (see `Ways`), from the sources of which classes ways lead there: bit b stands for the class `first` + b. */
export type ClassMarks = Readonly<{ first: number; marks: Int32Array }>

/**
 * Grows the marks by new arcs and sources, at the cost of what is new, and takes it back. Gives for each target where
 * something came the classes, as bits, whose exposure of it appeared or turned from reached to taken.
 */
export function growMarks(
  { first, marks }: ClassMarks,
  { arcs, sources }: HeldGrowth,
  isStep: (arc: number) => boolean,
  { cuts }: Credit,
  { graph, nearby, targets, critical, copyOf }: Compiled,
): number[] {
  const { nodeCount, outStart, tail, head } = graph
  const changed: number[] = []
  const before: number[] = []
  const add = (place: number, bits: number): boolean => {
    const was = marks[place] as number
    if ((bits & ~was) === 0) return false
    changed.push(place)
    before.push(was)
    marks[place] = was | bits
    return true
  }

  const queue = arcs.map((arc) => tail[arc] as number)
  for (const { class: number, component } of sources) {
    const bit = number - first
    if (bit < 0 || bit >= AT_ONCE) continue
    if (add(nearby.place[component] as number, 1 << bit)) queue.push(component)
  }
  for (let next = 0; next < queue.length; next++) {
    const node = queue[next] as number
    const bits = marks[nearby.place[node] as number] as number
    if (bits === 0) continue
    const end = outStart[node + 1] as number
    for (let arc = outStart[node] as number; arc < end; arc++) {
      if (cuts[arc] !== 0) continue
      const to = head[arc] as number
      if (isStep(arc)) {
        if (add(nearby.place[to] as number, bits)) queue.push(to)
      } else if (critical[to] === 1) add(copyOf[to] as number, bits)
    }
  }

  const marksAt = (target: number) => ({
    taken: marks[nearby.place[targets[target] as number] as number] as number,
    doors: marks[nodeCount + target] as number,
  })
  const copyAt = (place: number) =>
    place < nodeCount ? (copyOf[nearby.node[place] as number] as number) : place
  const grown = [...new Set(changed.map(copyAt))]
    .filter((copy) => copy !== -1)
    .map((copy) => ({ target: copy - nodeCount, after: marksAt(copy - nodeCount) }))
  for (let i = changed.length - 1; i >= 0; i--) marks[changed[i] as number] = before[i] as number
  return grown.map(({ target, after }) => {
    const { taken, doors } = marksAt(target)
    return (after.taken & ~taken) | (after.doors & ~doors & ~after.taken)
  })
}
