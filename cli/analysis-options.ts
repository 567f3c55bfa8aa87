import type { AnalyseOptions } from '../src/core/analysis/result.ts'
import { SCENARIOS } from '../src/core/model/terms.ts'
import { oneOf } from './command.ts'
import { dayOf } from './day.ts'

/** The options of `parseArgs` by which it is said what an analysis counts, and for which day. */
export const ANALYSIS_OPTIONS = { scenario: { type: 'string' }, date: { type: 'string' } } as const

export const SCENARIO_HELP = `  --scenario SCENARIO  which mitigations count: ${SCENARIOS.join(', ')}
                       (default: the one in the model)`

type Values = Readonly<{ scenario?: string | undefined; date?: string | undefined }>

/** The scenario is the board's own where none is given. Throws a `Refusal` that names the option which cannot be used. */
export function analysisChoice({ scenario, date }: Values): Pick<AnalyseOptions, 'date' | 'scenario'> {
  const day = { date: dayOf(date) }
  return scenario === undefined ? day : { ...day, scenario: oneOf('scenario', scenario, SCENARIOS) }
}
