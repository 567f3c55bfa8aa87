import { categoryTitle } from '../../catalogue/titles.ts'
import { riskById } from '../../catalogue/risks.ts'
import type { Mitigation, Model, Threat } from '../../model/records.ts'
import type { Rating } from '../../model/terms.ts'
import { EXTENSION, foreignOf, packRecord } from '../extension.ts'
import { fingerprintOf } from '../fingerprint.ts'
import type { LiveRisk } from '../live-risks.ts'
import { type Fields, fieldsIn, textIn } from '../loose.ts'
import { cellIdOf } from './cells.ts'
import { decisionOf, FORMAT, STATUSES, STRIDE_TYPES } from './terms.ts'

/** The threats of cells: ours, and the vendor risks that are live at a component. */

/** The mitigations whose words were a threat's own in Threat Dragon, by the id of that threat. */
export function wordsOfThreats({
  mitigations,
}: Pick<Model, 'mitigations'>): ReadonlyMap<string, Mitigation[]> {
  const byThreat = new Map<string, Mitigation[]>()
  for (const mitigation of mitigations) {
    const threat = textIn(foreignOf(mitigation, FORMAT)['threat'])
    if (threat === '') continue
    const there = byThreat.get(threat)
    if (there === undefined) byThreat.set(threat, [mitigation])
    else there.push(mitigation)
  }
  return byThreat
}

const wordsOf = ({ evidence, title }: Mitigation): string => {
  const [words] = evidence
  return typeof words === 'string' ? words : title
}

/** A threat that does not apply says why where others say what is done. */
export function threatEntry(threat: Threat, mitigations: readonly Mitigation[]): Fields {
  const { status, ...foreign } = fieldsIn(foreignOf(threat, FORMAT)['data'])
  const kept = textIn(status)
  const type = threat.stride === null ? textIn(foreign['type']) : STRIDE_TYPES[threat.stride]
  return {
    severity: 'TBD',
    score: '',
    modelType: 'STRIDE',
    new: false,
    ...foreign,
    id: cellIdOf(threat.id),
    number: threat.number,
    title: threat.title,
    type,
    status: decisionOf(kept) === threat.decision ? kept : STATUSES[threat.decision],
    description: threat.description,
    mitigation: threat.decision === 'dismissed' ? threat.rationale : mitigations.map(wordsOf).join('\n\n'),
    [EXTENSION]: packRecord('threats', threat),
  }
}

const SEVERITIES: Readonly<Record<Rating, string>> = {
  low: 'Low',
  medium: 'Medium',
  high: 'High',
  critical: 'Critical',
}

/** For the eyes of people there: the risk itself travels with the whole, and unless this is edited it is not read again. */
export function riskEntry(
  { risk, component, accepted, rating, mitigations }: LiveRisk,
  number: number,
): Fields {
  const category = risk.category === null ? undefined : riskById(risk.category)
  const stride = category?.stride[0] as keyof typeof STRIDE_TYPES | undefined
  const shown = {
    title: risk.title || (risk.category && categoryTitle(risk.category)) || 'Vendor risk',
    type: stride === undefined ? '' : STRIDE_TYPES[stride],
    status: accepted ? 'Accepted' : 'Open',
    severity: SEVERITIES[rating],
    description: ['Vendor risk.', category?.description, risk.rationale].filter(Boolean).join('\n\n'),
    mitigation: mitigations.map(({ title, status }) => `${title} (${status})`).join('\n'),
  }
  return {
    ...shown,
    score: '',
    modelType: 'STRIDE',
    new: false,
    id: `risk:${risk.id}:${component.id}`,
    number,
    [EXTENSION]: { risk: risk.id, written: fingerprint(shown) },
  }
}

/** What can be seen of a threat, in few characters: any edit gives others. */
export const fingerprint = ({ title, type, status, severity, description, mitigation }: Fields): string =>
  fingerprintOf([title, type, status, severity, description, mitigation])
