import type { Model } from '../../model/records.ts'
import type { Examined } from '../analyse.ts'
import { nameExposures } from '../name-outcome.ts'
import type { CheckResult } from './findings.ts'
import { runChecks } from './run-checks.ts'

/** The checks of a model as it was examined: its day, what counts in it and what the engine found exposed. */
export function checksOf({ compiled, outcome }: Examined, model: Model): CheckResult {
  const { components, links, risks } = model
  return runChecks(model, {
    date: outcome.date,
    exposures: nameExposures(outcome.exposures, { components, links, risks }),
    switched: new Map(compiled.mitigations.map(({ record, counts }) => [record.id, counts])),
  })
}
