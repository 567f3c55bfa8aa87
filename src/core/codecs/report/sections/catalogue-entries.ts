import { grouped } from '../../../analysis/grouped.ts'
import { checkById } from '../../../catalogue/checks.ts'
import { functionById } from '../../../catalogue/functions.ts'
import { interfaceById } from '../../../catalogue/interfaces.ts'
import { mitigationById } from '../../../catalogue/mitigations.ts'
import { riskById } from '../../../catalogue/risks.ts'
import type { Cited } from '../../../catalogue/types.ts'
import { zoneById } from '../../../catalogue/zones.ts'
import { compareCodeUnits } from '../../../model/order.ts'
import type { Grounds } from '../grounds.ts'
import { verifiedInWords } from '../words.ts'

/** An entry of the catalogue that the board or a finding names, with where it is from. */
export type UsedEntry = Readonly<{ what: string; name: string; source: string; verified: string }>

const made = new WeakMap<Grounds, readonly UsedEntry[]>()

/** Each once, by what it is, then name. */
export function usedEntries(grounds: Grounds): readonly UsedEntry[] {
  let entries = made.get(grounds)
  if (entries === undefined) made.set(grounds, (entries = findEntries(grounds)))
  return entries
}

function findEntries({ model, checks: { findings, waived } }: Grounds): readonly UsedEntry[] {
  const { components, links, segments, risks, mitigations } = model
  const found = [...findings, ...waived.map(({ finding }) => finding)]
  return [
    ...entriesOf('Function', components, (each) => functionById(each.function)),
    ...entriesOf('Interface', links, (each) => interfaceById(each.interface)),
    ...entriesOf('Zone', segments, ({ zone }) => zoneById(zone)),
    ...entriesOf('Risk', risks, ({ category }) => riskById(category)),
    ...entriesOf('Mitigation', mitigations, ({ control }) => mitigationById(control)),
    ...entriesOf('Check', found, ({ check }) => checkById(check)),
  ]
}

type Entry = Cited & ({ readonly name: string } | { readonly title: string })

function entriesOf<Record>(
  what: string,
  records: readonly Record[],
  find: (record: Record) => Entry | null,
): UsedEntry[] {
  return [...grouped(records, find).keys()]
    .filter((entry) => entry !== null)
    .map((entry) => ({
      what,
      name: 'name' in entry ? entry.name : entry.title,
      source: entry.source,
      verified: verifiedInWords(entry),
    }))
    .toSorted((a, b) => compareCodeUnits(a.name, b.name) || compareCodeUnits(a.source, b.source))
}
