import type { Compiled } from './compile.ts'
import { addCredit, type Credit, type Effects } from './credit.ts'
import { type Exposures, NONE, REACHED, type SourceSets, findSourceSets, TAKEN } from './exposures.ts'
import { type Standing, standingUnder } from './held.ts'

/**
 * Only which exposures there are, for the many recomputations of AN12 and AN13: per (risk, target), in the order
 * risk × targets + target's place, one of `NONE`, `REACHED` and `TAKEN`.
 */
export function exposureStates(standing: Standing, compiled: Compiled): Uint8Array {
  const { risks, targets } = compiled
  const sources = findSourceSets(standing, compiled)
  const rows = statesFrom(sources, standing, compiled)
  const states = new Uint8Array(risks.length * targets.length)
  sources.of.forEach((set, risk) => {
    if (set !== -1)
      states.set(rows.subarray(set * targets.length, (set + 1) * targets.length), risk * targets.length)
  })
  return states
}

/** Sets of sources that one search carries, a bit each. */
export const AT_ONCE = 32

function statesFrom({ sets }: SourceSets, standing: Standing, compiled: Compiled): Uint8Array {
  const { targets, graph, nearby } = compiled
  const rows = new Uint8Array(sets.length * targets.length)
  for (let first = 0; first < sets.length; first += AT_ONCE) {
    const group = sets.slice(first, first + AT_ONCE)
    const marks = spread(group, standing, compiled)
    for (let place = 0; place < targets.length; place++) {
      const taken = marks[nearby.place[targets[place] as number] as number] as number
      const doors = marks[graph.nodeCount + place] as number
      for (let bit = 0; bit < group.length; bit++) {
        const state = (taken >>> bit) & 1 ? TAKEN : (doors >>> bit) & 1 ? REACHED : NONE
        rows[(first + bit) * targets.length + place] = state
      }
    }
  }
  return rows
}

/** Per place (see `Ways`), the bits of the sets from which ways lead there: all searches at once. */
export function spread(sets: readonly Int32Array[], { ways }: Standing, compiled: Compiled): Int32Array {
  const { graph, nearby, targets } = compiled
  const { start, head } = ways
  const places = graph.nodeCount + targets.length
  const marks = new Int32Array(places)
  const waiting = new Uint8Array(places)
  const queue = new Int32Array(places)
  let length = 0
  sets.forEach((sources, bit) => {
    for (let i = 0; i < sources.length; i++) {
      const source = nearby.place[sources[i] as number] as number
      marks[source] = (marks[source] as number) | (1 << bit)
      if (waiting[source] === 1) continue
      waiting[source] = 1
      queue[length++] = source
    }
  })
  // A circle, since each place waits in it once at most.
  let next = 0
  let free = length === places ? 0 : length
  while (length > 0) {
    const place = queue[next] as number
    next = next + 1 === places ? 0 : next + 1
    length--
    waiting[place] = 0
    const mark = marks[place] as number
    const end = start[place + 1] as number
    for (let way = start[place] as number; way < end; way++) {
      const to = head[way] as number
      const before = marks[to] as number
      if ((mark & ~before) === 0) continue
      marks[to] = before | mark
      if (waiting[to] === 1) continue
      waiting[to] = 1
      queue[free] = to
      free = free + 1 === places ? 0 : free + 1
      length++
    }
  }
  return marks
}

/** The exposures that were found, as `statesWith` gives them. */
export function statesOf(
  { count, risk, target, state }: Exposures,
  { risks, targets, components, copyOf }: Compiled,
): Uint8Array {
  const states = new Uint8Array(risks.length * targets.length)
  for (let i = 0; i < count; i++) {
    const place = (copyOf[target[i] as number] as number) - components.length
    states[(risk[i] as number) * targets.length + place] = state[i] as number
  }
  return states
}

/** The exposures with some effects more; `credit` comes back as it was. */
export function statesWith(effects: Effects, credit: Credit, compiled: Compiled): Uint8Array {
  addCredit(credit, effects, 1)
  const states = exposureStates(standingUnder(credit, compiled), compiled)
  addCredit(credit, effects, -1)
  return states
}

/**
 * AN12: how many taken exposures are no longer taken, and how many reached ones are gone. Those of the target at place
 * `except` are left out.
 */
export function countCleared(
  before: Uint8Array,
  after: Uint8Array,
  targetCount: number,
  except = -1,
): { taken: number; reached: number } {
  let [taken, reached] = [0, 0]
  for (let index = 0; index < before.length; index++) {
    if (before[index] === after[index] || index % targetCount === except) continue
    if (before[index] === TAKEN) taken++
    else if (before[index] === REACHED) reached++
  }
  return { taken, reached }
}
