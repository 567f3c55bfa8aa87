import type { Compiled } from './compile.ts'
import type { Credit } from './credit.ts'
import { TAKEN } from './exposures.ts'
import { type Standing, standingUnder } from './held.ts'
import { addOptions, type Options } from './plan-options.ts'
import { exposureStates } from './recount.ts'

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

/** AN9: per risk × targets + the target's place, 1 where taken. */
export const takenUnder = (standing: Standing, compiled: Compiled): Uint8Array =>
  exposureStates(standing, compiled).map((state) => Number(state === TAKEN))
