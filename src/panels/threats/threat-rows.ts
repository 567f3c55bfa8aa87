import { recordIn } from '../../core/model/lookup.ts'
import type { CommentSubject, Model, Threat } from '../../core/model/records.ts'
import { THREAT_DECISIONS, type ThreatDecision } from '../../core/model/terms.ts'
import { subjectIdOf, threatLabels } from '../../core/model/threats.ts'
import { linkWithEnds, nameOf } from '../../state/record-names.ts'
import { STRIDE_WORDS } from '../../ui/record-words.ts'

/** `live`: whatever was not dismissed. */
export type Shown = ThreatDecision | 'live'

export type ThreatRow = Readonly<{ threat: Threat; label: string; on: string }>

/** The threats of a board by number, then label; those to nothing are set aside before. */
export function threatRows(model: Model): ThreatRow[] {
  const labels = threatLabels(model.threats)
  return model.threats
    .map((threat) => ({
      threat,
      label: labels.get(threat.id) ?? '',
      on: subjectName(model, threat.on),
    }))
    .toSorted((a, b) => a.threat.number - b.threat.number || (a.threat.id < b.threat.id ? -1 : 1))
}

/** What a threat is on; of a link, its ends, too. */
export function subjectName(model: Model, on: CommentSubject): string {
  const link = 'link' in on ? recordIn(model, 'links', on.link) : undefined
  return link === undefined ? nameOf(model, subjectIdOf(on)) : linkWithEnds(model, link)
}

/** Those of a decision whose words hold all that was typed. */
export function filterThreats(rows: readonly ThreatRow[], shown: Shown, query: string): ThreatRow[] {
  const words = query.toLowerCase().split(/\s+/).filter(Boolean)
  return rows.filter(({ threat, label, on }) => {
    const { decision, title, technique, stride, description, rationale, by } = threat
    if (shown === 'live' ? decision === 'dismissed' : decision !== shown) return false
    const kind = stride === null ? '' : STRIDE_WORDS[stride].label
    const text = [label, kind, title, description, technique ?? '', on, rationale, by].join(' ').toLowerCase()
    return words.every((word) => text.includes(word))
  })
}

/** How many there are of each, for the filter. */
export function countShown(rows: readonly ThreatRow[]): Readonly<Record<Shown, number>> {
  const of = (decision: ThreatDecision) => rows.filter(({ threat }) => threat.decision === decision).length
  const counts = Object.fromEntries(THREAT_DECISIONS.map((decision) => [decision, of(decision)]))
  return { ...(counts as Record<ThreatDecision, number>), live: rows.length - of('dismissed') }
}
