import { KINDS, type Model } from '../../model/records.ts'
import type { Writer } from '../codec.ts'
import { fileName } from '../file-name.ts'
import { Account, type Report } from '../report.ts'
import { tell } from '../told-exposures.ts'
import { Locations } from './locations.ts'
import { plainMessage } from './message.ts'
import { resultsOf } from './results.ts'
import { rulesOf } from './rules.ts'

const SCHEMA = 'https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json'

/**
 * SARIF 2.1.0, for pipelines: one run whose results are the exposures and what the checks find. Nothing of the board is in it
 * but what these point at.
 */
export const writeSarif: Writer = {
  format: 'sarif',
  write: (model, options) => {
    const uri = encodeURI(fileName(model.meta.title, '.ringfence.json'))
    const locations = new Locations(model, uri)
    const told = tell(model, options)
    const results = 'reason' in told ? [] : resultsOf(model, told, locations)
    const rules = rulesOf(results)
    const place = new Map(rules.map(({ id }, index) => [id, index]))
    const run = {
      tool: { driver: { name: 'Ringfence', rules } },
      // No results where nothing could be looked at would read as a clean board.
      invocations: [invocation('reason' in told ? told.reason : null)],
      automationDetails: { id: `ringfence/${fileName(model.meta.title, '')}/` },
      artifacts: [
        { location: { uri }, roles: ['analysisTarget'], mimeType: 'application/vnd.ringfence+json' },
      ],
      logicalLocations: locations.logicalLocations,
      results: results.map((result) => ({ ...result, ruleIndex: place.get(result.ruleId) })),
      properties: { date: options.date, scenario: model.meta.policy.scenario },
    }
    const log = { $schema: SCHEMA, version: '2.1.0', runs: [run] }
    return {
      files: [
        {
          name: fileName(model.meta.title, '.sarif'),
          type: 'application/sarif+json',
          content: `${JSON.stringify(log, null, 2)}\n`,
        },
      ],
      report: reportOf(model, 'reason' in told ? told.reason : null),
    }
  },
}

const invocation = (failure: string | null): object =>
  failure === null
    ? { executionSuccessful: true }
    : {
        executionSuccessful: false,
        toolExecutionNotifications: [{ level: 'error', message: plainMessage(failure) }],
      }

function reportOf(model: Model, failure: string | null): Report {
  const account = new Account()
  if (failure !== null) account.dropped('exposures', '(board)', failure)
  for (const kind of KINDS) {
    for (const { id } of model[kind])
      account.dropped(kind, id, 'a log of findings names elements, and does not hold them')
  }
  return account.report
}
