import type { Model, Threat } from '../../core/model/records.ts'
import { THREAT_DECISIONS, type ThreatDecision } from '../../core/model/terms.ts'
import { subjectIdOf, threatLabels } from '../../core/model/threats.ts'
import { linkWithEnds, nameOf } from '../../state/record-names.ts'

/** `live`: whatever was not dismissed. */
export type Shown = ThreatDecision | 'live'

export type ThreatRow = Readonly<{ threat: Threat; label: string; on: string }>

/** The threats of a board by number, then label; those to nothing are set aside before. */
export function threatRows(model: Model): ThreatRow[] {
  const labels = threatLabels(model.threats)
  const links = new Map(model.links.map((link) => [link.id, link]))
  return model.threats
    .map((threat) => {
      const id = subjectIdOf(threat.on)
      const link = links.get(id)
      return {
        threat,
        label: labels.get(threat.id) ?? '',
        on: link === undefined ? nameOf(model, id) : linkWithEnds(model, link),
      }
    })
    .toSorted((a, b) => a.threat.number - b.threat.number || (a.threat.id < b.threat.id ? -1 : 1))
}

/** Those of a decision whose words hold all that was typed. */
export function filterThreats(rows: readonly ThreatRow[], shown: Shown, query: string): ThreatRow[] {
  const words = query.toLowerCase().split(/\s+/).filter(Boolean)
  return rows.filter(({ threat, label, on }) => {
    const { decision, title, technique, rationale, by } = threat
    if (shown === 'live' ? decision === 'dismissed' : decision !== shown) return false
    const text = [label, title, technique ?? '', on, rationale, by].join(' ').toLowerCase()
    return words.every((word) => text.includes(word))
  })
}

/** How many there are of each, for the filter. */
export function countShown(rows: readonly ThreatRow[]): Readonly<Record<Shown, number>> {
  const of = (decision: ThreatDecision) => rows.filter(({ threat }) => threat.decision === decision).length
  const counts = Object.fromEntries(THREAT_DECISIONS.map((decision) => [decision, of(decision)]))
  return { ...(counts as Record<ThreatDecision, number>), live: rows.length - of('dismissed') }
}
