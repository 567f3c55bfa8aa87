import type { Compiled, CompiledMitigation } from './compile.ts'
import { addCredit, type Credit, type Effects, effectsOf } from './credit.ts'

/** A mitigation that a plan may take. */
export type Option = Readonly<{ mitigation: CompiledMitigation; effects: Effects }>

/**
 * What a plan is made of, in the order of ids, and what each costs as one whole number: `weight = cost × (count + 1) + 1`,
 * `cost` being its effort in units of `1 / perEffort`. No plan has more than `count` of them, so the lighter of two plans
 * is that of less effort, and of fewer mitigations where the efforts are equal; and all sums are exact.
 */
export type Options = Readonly<{
  list: readonly Option[]
  weights: Float64Array
  perEffort: number
}>

/** AN13: the mitigations that do not count and are neither rejected nor retired. */
export const possible = ({ mitigations }: Compiled): CompiledMitigation[] =>
  mitigations.filter(
    ({ counts, record }) => !counts && record.status !== 'rejected' && record.status !== 'retired',
  )

/** The possible ones that would end something. */
export function planOptions(compiled: Compiled): Options {
  const list = possible(compiled)
    .map((mitigation) => ({ mitigation, effects: effectsOf(mitigation, compiled) }))
    .filter(({ effects }) => effects.cuts.length > 0 || effects.removals.length > 0)
  const { costs, perEffort } = wholeCosts(list.map(({ mitigation }) => mitigation.record.effort ?? 1))
  return { list, weights: Float64Array.from(costs, (cost) => cost * (list.length + 1) + 1), perEffort }
}

/** Efforts are told apart to this many decimal places, and to fewer where the sums would not be exact any more. */
const DECIMALS = 6

function wholeCosts(efforts: readonly number[]): { costs: number[]; perEffort: number } {
  const isWhole = (value: number) => Math.abs(value - Math.round(value)) < 1e-9 * Math.max(1, value)
  let scale = 1
  for (let places = 0; places < DECIMALS; places++) {
    if (efforts.every((effort) => isWhole(effort * scale))) break
    scale *= 10
  }
  const most = efforts.reduce((a, b) => Math.max(a, b), 1)
  const room = Number.MAX_SAFE_INTEGER / (efforts.length + 1) ** 2
  if (most * scale > room) scale = room / most
  const costs = efforts.map((effort) => Math.round(effort * scale))
  const divisor = costs.reduce(greatestCommonDivisor, 0) || 1
  return { costs: costs.map((cost) => cost / divisor), perEffort: scale / divisor }
}

function greatestCommonDivisor(a: number, b: number): number {
  let [larger, smaller] = [a, b]
  while (smaller !== 0) [larger, smaller] = [smaller, larger % smaller]
  return larger
}

export const weightOf = (chosen: readonly number[], { weights }: Options): number =>
  chosen.reduce((sum, option) => sum + (weights[option] as number), 0)

/** The effort of a set of this weight. */
export const effortOf = (weight: number, { list, perEffort }: Options): number =>
  Math.floor(weight / (list.length + 1)) / perEffort

/** The least effort that a set can have whose weight is no less than `bound`. */
export const leastEffort = (bound: number, { list, perEffort }: Options): number =>
  Math.max(0, Math.ceil((bound - list.length) / (list.length + 1))) / perEffort

/** Adds the effects of the chosen options (1) or takes them back (−1). Changes `credit`. */
export function addOptions(
  credit: Credit,
  chosen: Iterable<number>,
  { list }: Options,
  change: 1 | -1,
): void {
  for (const option of chosen) addCredit(credit, (list[option] as Option).effects, change)
}
