import type { Compiled, CompiledMitigation } from './compile.ts'
import { addCredit, type Credit, type Effects, effectsOf } from './credit.ts'
import { TAKEN } from './exposures.ts'
import { leastHittingSet } from './hitting-set.ts'
import { statesUnder } from './recount.ts'
import type { Plan } from './result.ts'

export type PlanLimits = Readonly<{ rounds: number; steps: number }>

/** Counts, not times, so that every machine gives the same answer (AN14). */
const PLAN_LIMITS: PlanLimits = { rounds: 400, steps: 200_000 }

type Option = Readonly<{ mitigation: CompiledMitigation; effects: Effects; effort: number }>

/**
 * AN13: of the mitigations that could count, the set of least total effort that clears every taken exposure that all of
 * them together would. An implicit hitting set search: every set that falls short leaves some exposure taken, and so does
 * every larger one up to a greatest (AN15); a plan needs something of what that greatest set leaves out. The cheapest set
 * that has something of each such rest, once it does not fall short, is a plan, and none is cheaper.
 */
export function findPlan(credit: Credit, compiled: Compiled, limits: PlanLimits = PLAN_LIMITS): Plan {
  const options = planOptions(compiled)
  const everything = options.map((_, index) => index)
  const task = makeTask(options, credit, compiled)
  const remaining = task.takenUnder(everything).length
  const goals = new Set(task.takenUnder([]))
  for (const beyond of task.takenUnder(everything)) goals.delete(beyond)
  const shortfall = (chosen: readonly number[]) =>
    task.takenUnder(chosen).find((exposure) => goals.has(exposure))

  const rests: number[][] = []
  let [lowerBound, steps] = [0, limits.steps]
  for (let round = 0; round < limits.rounds; round++) {
    const least = leastHittingSet({ weights: options.map(({ effort }) => effort), sets: rests }, steps)
    if (least === null) break
    lowerBound = least.weight
    steps -= least.steps
    const missed = shortfall(least.elements)
    if (missed === undefined) return { ...describe(least.elements, options), minimal: true, remaining }
    rests.push(restOfGreatest(least.elements, missed, everything, task))
  }
  const found = dropDearest(everything, options, shortfall)
  return { ...describe(found, options), minimal: false, remaining, lowerBound }
}

/** What could count and would end something, by id. */
function planOptions(compiled: Compiled): Option[] {
  return possible(compiled)
    .map((mitigation) => ({
      mitigation,
      effects: effectsOf(mitigation, compiled),
      effort: mitigation.record.effort ?? 1,
    }))
    .filter(({ effects }) => effects.cuts.length > 0 || effects.removals.length > 0)
}

/** AN13: the mitigations that do not count and are neither rejected nor retired. */
export const possible = ({ mitigations }: Compiled): CompiledMitigation[] =>
  mitigations.filter(
    ({ counts, record }) => !counts && record.status !== 'rejected' && record.status !== 'retired',
  )

type Task = Readonly<{ takenUnder: (chosen: readonly number[]) => number[] }>

/** Exposures by their place in `exposureStates`. */
function makeTask(options: readonly Option[], credit: Credit, compiled: Compiled): Task {
  return {
    takenUnder(chosen) {
      for (const option of chosen) addCredit(credit, options[option]?.effects ?? NOTHING, 1)
      const states = statesUnder(credit, compiled)
      for (const option of chosen) addCredit(credit, options[option]?.effects ?? NOTHING, -1)
      return [...states.keys()].filter((exposure) => states[exposure] === TAKEN)
    },
  }
}

const NOTHING: Effects = { cuts: [], removals: [] }

/** Grows a set that leaves `missed` taken as far as it goes, and gives what it then leaves out. */
function restOfGreatest(
  start: readonly number[],
  missed: number,
  everything: readonly number[],
  task: Task,
): number[] {
  const greatest = new Set(start)
  for (const option of everything) {
    if (greatest.has(option)) continue
    greatest.add(option)
    if (!task.takenUnder([...greatest]).includes(missed)) greatest.delete(option)
  }
  return everything.filter((option) => !greatest.has(option))
}

/** A plan from which nothing can be left out, however dear it is. */
function dropDearest(
  everything: readonly number[],
  options: readonly Option[],
  shortfall: (chosen: readonly number[]) => number | undefined,
): readonly number[] {
  const effort = (option: number) => options[option]?.effort ?? 0
  return everything
    .toSorted((a, b) => effort(b) - effort(a) || a - b)
    .reduce((chosen, option) => {
      const fewer = chosen.filter((other) => other !== option)
      return shortfall(fewer) === undefined ? fewer : chosen
    }, everything)
}

const describe = (chosen: readonly number[], options: readonly Option[]) => ({
  mitigations: chosen.map((option) => options[option]?.mitigation.record.id ?? ''),
  effort: chosen.reduce((total, option) => total + (options[option]?.effort ?? 0), 0),
})
