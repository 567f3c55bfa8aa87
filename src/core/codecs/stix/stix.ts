import type { Kind, Model } from '../../model/records.ts'
import type { Writer } from '../codec.ts'
import { fileName } from '../file-name.ts'
import { Account } from '../report.ts'
import { tell } from '../told-exposures.ts'
import { Bundle } from './bundle.ts'
import { addMitigations, addRisks, addThreats } from './findings.ts'
import { addFlow } from './flow.ts'
import { addInventory } from './inventory.ts'

/** What STIX has nothing for, or what is nobody else's business. */
const LEFT_OUT = {
  notes: 'notes of the board are not written',
  comments: 'what people of the board say to each other is not written',
  reviews: 'sign-offs are not written',
  products: 'a component says which product it is; products themselves are not written',
  statements: 'what is said of a vendor is not written',
  waivers: 'checks and their waivers are not written',
  entries: 'the team’s own library is not written',
} as const satisfies Partial<Record<Kind, string>>

/**
 * STIX 2.1 with the Attack Flow extension, for platforms that share threat intelligence: what there is, what was found, what is
 * done about it, and each way to a critical function. It says nothing for or against a vendor.
 */
export const writeStix: Writer = {
  format: 'stix',
  write: (model, options) => {
    const account = new Account()
    const bundle = new Bundle(model.meta.title, options.date)
    const told = tell(model, options)
    addInventory(bundle, model, account)
    addRisks(bundle, model, account)
    addMitigations(bundle, model, 'reason' in told ? null : told, account)
    addThreats(bundle, model, account)
    if ('reason' in told) account.dropped('exposures', '(board)', told.reason)
    else addFlow(bundle, model, told)
    leaveOut(model, account)
    return {
      files: [
        {
          name: fileName(model.meta.title, '.stix.json'),
          type: 'application/stix+json',
          content: bundle.text(),
        },
      ],
      report: account.report,
    }
  },
}

function leaveOut(model: Model, account: Account): void {
  for (const [kind, reason] of Object.entries(LEFT_OUT) as [keyof typeof LEFT_OUT, string][]) {
    for (const { id } of model[kind]) account.dropped(kind, id, reason)
  }
}
