import { riskById } from '../../catalogue/risks.ts'
import type { Mitigation, Threat } from '../../model/records.ts'
import { EXTENSION, foreignOf } from '../extension.ts'
import type { LiveRisk } from '../live-risks.ts'
import { type Fields, fieldsIn, listIn, numberIn, textIn } from '../loose.ts'
import { common } from './entries.ts'
import { categoryOf, FORMAT, strideOf } from './terms.ts'

/** Threats and mitigations as such; which elements have which is told with those. */

/** Where nobody has rated a threat. */
const NOT_RATED = { likelihood: null, impact: 50 }

export function threatEntry(threat: Threat): Fields {
  const { data, attributes } = common('threats', threat)
  const categories = listIn(data['categories']).map(textIn)
  const own = threat.stride === null ? [] : [categoryOf(threat.stride)]
  const risk = fieldsIn(data['risk'])
  return {
    ...data,
    id: threat.id,
    name: threat.title,
    description: threat.description,
    categories: strideOf(categories) === threat.stride ? categories : own,
    risk: { ...NOT_RATED, ...risk, impact: numberIn(risk['impact']) ?? NOT_RATED.impact },
    attributes,
  }
}

/** For the eyes of people there: the risk itself travels with the whole, and unless this is edited it is not read again. */
export function riskEntry({ risk }: LiveRisk, written: string): Fields {
  return { id: risk.id, ...shownOf({ risk }), attributes: { [EXTENSION]: { risk: risk.id, written } } }
}

export function shownOf({ risk }: Pick<LiveRisk, 'risk'>): Fields {
  const category = riskById(risk.category)
  return {
    name: risk.title || category?.title || 'Vendor risk',
    description: ['Vendor risk.', category?.description, risk.rationale].filter(Boolean).join('\n\n'),
    categories: (category?.stride ?? []).map((letter) =>
      categoryOf(letter as Parameters<typeof categoryOf>[0]),
    ),
    risk: { likelihood: risk.likelihood * 20, impact: risk.impact * 20 },
  }
}

/** How far it brings the risk down is said of none but those that remove it. */
export function mitigationEntry(mitigation: Mitigation): Fields {
  const { data, attributes } = common('mitigations', mitigation)
  const [words] = mitigation.evidence
  return {
    ...data,
    id: mitigation.id,
    name: mitigation.title,
    description: typeof words === 'string' ? words : '',
    riskReduction: numberIn(data['riskReduction']) ?? (mitigation.effect === 'removes-risk' ? 100 : 0),
    attributes,
  }
}

/** The id of the threat that a mitigation came with. */
export const threatOfMitigation = (mitigation: Mitigation): string =>
  textIn(foreignOf(mitigation, FORMAT)['threat'])
