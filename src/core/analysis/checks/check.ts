import type { CheckNetwork } from './check-network.ts'
import type { Finding } from './findings.ts'

/** One diagram rule. Its title, severity and source stand in the catalogue under the same id. */
export type Check = Readonly<{ id: string; run: (network: CheckNetwork) => readonly Finding[] }>

/** What a rule finds at each of them; without a list for each that it has nothing to say of, which is most of them. */
export function findingsAt<Item>(items: readonly Item[], at: (item: Item) => Finding | null): Finding[] {
  const findings: Finding[] = []
  for (const item of items) {
    const finding = at(item)
    if (finding !== null) findings.push(finding)
  }
  return findings
}
