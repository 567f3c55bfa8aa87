import { COVERAGE_STATES, type CoverageColumns, countIn, shareOf } from './coverage.ts'
import type { Model } from '../model/records.ts'
import { nameCoverage } from './name-outcome.ts'
import { placeOf } from './network.ts'
import type { Coverage, CoverageState } from './result.ts'

/** Coverage that is looked up: its instances, as many as risks times components, are named only if somebody wants them all. */
export type CoverageTable = Coverage &
  Readonly<{
    count: (state: CoverageState) => number
    columns: CoverageColumns
    /** What was analysed: the columns name its records by their places. */
    model: Model
    /** Null where the risk does not apply, or has no coverage (CO1). */
    stateOf: (risk: string, component: string) => CoverageState | null
    /** How many risks are live at a component; those where none is are left out. */
    live: ReadonlyMap<string, number>
  }>

export function tabulate(columns: CoverageColumns, model: Model): CoverageTable {
  const { tally, state, live } = columns
  const { components, risks } = model
  let named: Coverage['instances'] | null = null
  return {
    columns,
    model,
    share: shareOf(columns),
    get instances() {
      return (named ??= nameCoverage(columns, model).instances)
    },
    count: (of) => countIn(tally, of),
    stateOf: (risk, component) => {
      const row = rowOf(placeOf(risk, risks), placeOf(component, components), columns)
      return row === -1 ? null : (COVERAGE_STATES[state[row] as number] ?? null)
    },
    live: new Map(components.flatMap(({ id }, i) => (live[i] === 0 ? [] : [[id, live[i] as number]]))),
  }
}

/** By halving, since rows are by risk, then component; −1 where there is none. */
function rowOf(risk: number, component: number, columns: CoverageColumns): number {
  let [low, high] = [0, columns.risk.length]
  while (low < high) {
    const middle = (low + high) >>> 1
    const there = columns.risk[middle] as number
    if (there < risk || (there === risk && (columns.component[middle] as number) < component))
      low = middle + 1
    else high = middle
  }
  return columns.risk[low] === risk && columns.component[low] === component ? low : -1
}
