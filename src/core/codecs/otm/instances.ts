import { grouped } from '../../analysis/grouped.ts'
import type { Mitigation, Model, Threat } from '../../model/records.ts'
import { subjectIdOf } from '../../model/threats.ts'
import { foreignOf } from '../extension.ts'
import { fingerprintOf } from '../fingerprint.ts'
import type { LiveRisk } from '../live-risks.ts'
import { type Fields, textIn } from '../loose.ts'
import { decisionOf, FORMAT, MITIGATION_STATES, STATES, statusOf } from './terms.ts'
import { shownOf, threatOfMitigation } from './threats.ts'

/** Which elements have which threats and mitigations. */
export type Instances = Readonly<{
  /** Those of an element, by its id. */
  at: (id: string) => readonly Fields[]
  /** Each vendor risk that is live anywhere, with the mark by which it is known again. */
  risks: readonly Readonly<{ live: LiveRisk; written: string }>[]
}>

export function instancesOf(model: Model, risks: readonly LiveRisk[]): Instances {
  const withThreat = grouped(model.mitigations, threatOfMitigation)
  const own = model.threats
    .filter(({ on }) => !('segment' in on))
    .map((threat) => ({
      on: subjectIdOf(threat.on),
      entry: instanceOf(threat.id, stateOf(threat), withThreat.get(threat.id) ?? []),
    }))
  const ofVendors = risks.map(({ risk, component, accepted, mitigations }) => ({
    on: component.id,
    risk: risk.id,
    entry: instanceOf(risk.id, accepted ? STATES.accept : STATES.open, mitigations),
  }))
  const byElement = grouped([...own, ...ofVendors], ({ on }) => on)
  const byRisk = grouped(ofVendors, ({ risk }) => risk)
  const first = new Map(risks.map((live) => [live.risk.id, live]))
  return {
    at: (id) => (byElement.get(id) ?? []).map(({ entry }) => entry),
    risks: [...first.values()].map((live) => ({
      live,
      written: fingerprintOf(seen(shownOf(live), byRisk.get(live.risk.id) ?? [])),
    })),
  }
}

/** All that can be seen of a threat: what it says, and where it is in which state. */
export const seen = (
  { name, description, categories, risk }: Fields,
  instances: readonly Readonly<{ on: string; entry: Fields }>[],
): unknown => [
  name,
  description,
  categories,
  risk,
  instances.map(({ on, entry }) => [on, entry['state'], entry['mitigations']]),
]

const instanceOf = (threat: string, state: string, mitigations: readonly Mitigation[]): Fields => ({
  threat,
  state,
  mitigations: mitigations.map((mitigation) => ({
    mitigation: mitigation.id,
    state: mitigationState(mitigation),
  })),
})

function stateOf(threat: Threat): string {
  const kept = textIn(foreignOf(threat, FORMAT)['state'])
  return decisionOf(kept) === threat.decision ? kept : STATES[threat.decision]
}

function mitigationState(mitigation: Mitigation): string {
  const kept = textIn(foreignOf(mitigation, FORMAT)['state'])
  return kept !== '' && statusOf(kept) === mitigation.status ? kept : MITIGATION_STATES[mitigation.status]
}
