import type { Compiled } from './compile.ts'
import type { Credit } from './credit.ts'
import { sourcesOf, type Standing, STEP, standingUnder } from './held.ts'
import { addOptions, type Options } from './plan-options.ts'

/**
 * What a plan has to clear: each taken (risk, target) that the options together clear, by risk × targets + the target's
 * place. What they leave is no goal, and may be of the same target.
 */
export type Goals = Readonly<{
  goals: Uint8Array
  /** Taken whatever counts. */
  remaining: Uint8Array
  remainingCount: number
}>

export function findGoals(options: Options, credit: Credit, compiled: Compiled): Goals {
  const before = takenUnder(standingUnder(credit, compiled), compiled)
  addOptions(credit, options.list.keys(), options, 1)
  const remaining = takenUnder(standingUnder(credit, compiled), compiled)
  addOptions(credit, options.list.keys(), options, -1)
  // What is cleared was taken before: counting more never adds an exposure (AN15).
  const goals = before.map((taken, pair) => taken - (remaining[pair] as number))
  return { goals, remaining, remainingCount: remaining.reduce((sum, mark) => sum + mark, 0) }
}

/** Whether a set of options clears every goal, by recomputing what is taken. */
export function clearsGoals(
  chosen: readonly number[],
  { goals }: Goals,
  options: Options,
  credit: Credit,
  compiled: Compiled,
): boolean {
  addOptions(credit, chosen, options, 1)
  const taken = takenUnder(standingUnder(credit, compiled), compiled)
  addOptions(credit, chosen, options, -1)
  return goals.every((goal, pair) => goal === 0 || taken[pair] === 0)
}

/** Bits of a number that bitwise operators work on. */
const WORD = 32

/** AN9: per risk × targets + the target's place, 1 where taken. Backward from 32 targets at a time. */
export function takenUnder(standing: Standing, compiled: Compiled): Uint8Array {
  const { risks, targets } = compiled
  const taken = new Uint8Array(risks.length * targets.length)
  const sourcesByRisk = risks.map((risk) => sourcesOf(risk, standing, compiled))
  for (let first = 0; first < targets.length; first += WORD) {
    const some = targets.subarray(first, first + WORD)
    const leadsTo = reachOf(some, standing, compiled)
    sourcesByRisk.forEach((sources, risk) => {
      let reached = 0
      for (const source of sources) reached |= leadsTo[source] as number
      for (let bit = 0; bit < some.length; bit++) {
        taken[risk * targets.length + first + bit] = (reached >>> bit) & 1
      }
    })
  }
  return taken
}

/** Per component, as bits, to which of at most 32 targets steps lead from it. */
function reachOf(targets: Int32Array, { passage }: Standing, { graph }: Compiled): Int32Array {
  const { nodeCount, inStart, inArcs, tail } = graph
  const leadsTo = new Int32Array(nodeCount)
  const waiting = new Uint8Array(nodeCount)
  const queue = new Int32Array(nodeCount)
  let [next, length] = [0, 0]
  targets.forEach((target, bit) => {
    leadsTo[target] = 1 << bit
    waiting[target] = 1
    queue[length++] = target
  })
  for (; length > 0; length--) {
    const component = queue[next] as number
    next = next + 1 === nodeCount ? 0 : next + 1
    waiting[component] = 0
    const bits = leadsTo[component] as number
    for (let i = inStart[component] as number; i < (inStart[component + 1] as number); i++) {
      const arc = inArcs[i] as number
      const from = tail[arc] as number
      const known = leadsTo[from] as number
      if (passage[arc] !== STEP || (known | bits) === known) continue
      leadsTo[from] = known | bits
      if (waiting[from] === 1) continue
      waiting[from] = 1
      // A ring with room for each component once; the one just taken out still counts.
      queue[(next + length - 1) % nodeCount] = from
      length++
    }
  }
  return leadsTo
}
