import type { Compiled } from './compile.ts'
import type { Credit } from './credit.ts'
import { arcsInto } from './graph.ts'
import type { Standing } from './held.ts'
import { type RiskClass, weaknessesAt } from './risk-classes.ts'

/** The risks of a class at a component: live there again, or with a source there now. */
export type ClassAt = Readonly<{ class: number; component: number }>

/** What comes with arcs that are uncut again and risks that are live again, until it is taken back. */
export type HeldGrowth = Readonly<{
  /** All arcs that may be passed otherwise than before. */
  arcs: readonly number[]
  sources: readonly ClassAt[]
  takeBack: () => void
}>

/** What is weak, held and entered (AN6 to AN9), growing from where it stands at the cost of what is new. */
export function makeHeldGrowth(
  { cuts, removals }: Credit,
  standing: Standing,
  classes: readonly RiskClass[],
  compiled: Compiled,
) {
  const { graph, owns, untrusted, policy } = compiled
  const { outStart, tail, head } = graph
  const held = standing.held.slice()
  const weakness = standing.weakness.slice()
  const entered = Uint8Array.from(standing.entry, (arc) => Number(arc !== -1))
  const assumed = policy.access === 'assume'

  /** Of an uncut arc (AN7). */
  const isStep = (arc: number): boolean => owns[arc] === 1 || assumed || weakness[head[arc] as number] === 1

  const grow = (uncut: readonly number[], revived: readonly ClassAt[]): HeldGrowth => {
    const [nowWeak, nowHeld, nowEntered]: [number[], number[], number[]] = [[], [], []]
    const sources: ClassAt[] = []
    const hold = (component: number) => {
      if (mark(held, component)) nowHeld.push(component)
    }
    const pass = (arc: number) => {
      if (cuts[arc] !== 0) return
      const [from, to] = [tail[arc] as number, head[arc] as number]
      const access = owns[arc] === 0
      if (held[from] === 0 && !(access && untrusted[from] === 1)) return
      if (access && weakness[to] === 1 && mark(entered, to)) nowEntered.push(to)
      if (isStep(arc)) hold(to)
    }

    const arcs = [...uncut]
    for (const { class: number, component } of revived) {
      if (classes[number]?.risk.propagation === 'foothold') {
        hold(component)
        sources.push({ class: number, component })
      } else {
        if (mark(weakness, component)) {
          nowWeak.push(component)
          for (const arc of arcsInto(graph, component)) arcs.push(arc)
        }
        if (entered[component] === 1) sources.push({ class: number, component })
      }
    }
    for (const arc of arcs) pass(arc)
    for (let next = 0; next < nowHeld.length; next++) {
      const component = nowHeld[next] as number
      const end = outStart[component + 1] as number
      for (let arc = outStart[component] as number; arc < end; arc++) pass(arc)
    }
    for (const component of nowEntered)
      for (const number of weaknessesAt(component, classes, removals, compiled))
        sources.push({ class: number, component })

    const takeBack = () => {
      for (const component of nowWeak) weakness[component] = 0
      for (const component of nowHeld) held[component] = 0
      for (const component of nowEntered) entered[component] = 0
    }
    return { arcs, sources, takeBack }
  }
  return { grow, isStep }
}

/** Whether it was not marked before. */
function mark(marks: Uint8Array, place: number): boolean {
  if (marks[place] === 1) return false
  marks[place] = 1
  return true
}
