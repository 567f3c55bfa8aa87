import type { RivalEdit } from '../../collab/doc/rival-edits.ts'
import { functionById } from '../../core/catalogue/functions.ts'
import { segmentById } from '../../core/catalogue/segments.ts'
import { categoryTitle, controlTitle, interfaceTitle } from '../../core/catalogue/titles.ts'
import { zoneById } from '../../core/catalogue/zones.ts'
import type { Model, RiskSubject } from '../../core/model/records.ts'
import { nameOf, riskSubjectName } from '../../state/record-names.ts'
import {
  CARRIES_WORDS,
  CRITICALITY_WORDS,
  DIRECTION_WORDS,
  EFFECT_WORDS,
  IMPACT_WORDS,
  LIKELIHOOD_WORDS,
  MITIGATION_STATUS_WORDS,
  PROPAGATION_WORDS,
  RISK_STATUS_WORDS,
} from '../../ui/record-words.ts'
import { PLANE_WORDS, type Words } from '../../ui/words.ts'
import type { Rival } from './rivals-store.ts'

/** Fields that a person knows by another name than the file. */
const FIELDS: Readonly<Record<string, string>> = {
  on: 'place',
  untrusted: 'trust',
  zone: 'trust zone',
  parent: 'enclosing segment',
  acceptedUntil: 'end of the acceptance',
  due: 'due day',
  from: 'controlling end',
  to: 'other end',
}

const VOCABULARIES: Readonly<Record<string, Words>> = {
  criticality: CRITICALITY_WORDS,
  carries: CARRIES_WORDS,
  direction: DIRECTION_WORDS,
  plane: PLANE_WORDS,
  propagation: PROPAGATION_WORDS,
  effect: EFFECT_WORDS,
  status: { ...RISK_STATUS_WORDS, ...MITIGATION_STATUS_WORDS },
}

const TITLES: Readonly<Record<string, (id: string) => string | undefined>> = {
  function: (id) => functionById(id)?.name,
  kind: (id) => segmentById(id)?.name,
  zone: (id) => zoneById(id)?.name,
  interface: (id) => interfaceTitle(id) ?? undefined,
  category: (id) => categoryTitle(id) ?? undefined,
  control: (id) => controlTitle(id) ?? undefined,
}

const REFERENCES: ReadonlySet<string> = new Set(['vendor', 'segment', 'parent', 'from', 'to'])

export const fieldInWords = (model: Model, { record, field }: RivalEdit): string =>
  `${FIELDS[field] ?? field} of ${record === null ? 'the board' : nameOf(model, record.id)}`

/** `The name of AMF 1: you made it “AMF Leeds”, somebody else “AMF York”. “AMF York” stands.` */
export function rivalInWords(model: Model, rival: Rival): string {
  const { field, mine, theirs, stands } = rival
  const [own, others, left] = [mine, theirs, stands].map((value) => valueInWords(model, field, value))
  return `The ${fieldInWords(model, rival)}: you made it ${own}, somebody else ${others}. ${left?.charAt(0).toUpperCase()}${left?.slice(1)} stands.`
}

export function valueInWords(model: Model, field: string, value: unknown): string {
  if (value === null || value === undefined || value === '') return 'nothing'
  if (field === 'untrusted') return value === true ? 'untrusted' : 'trusted'
  if (typeof value === 'boolean') return value ? 'yes' : 'no'
  if (typeof value === 'number') {
    const scale = field === 'likelihood' ? LIKELIHOOD_WORDS : field === 'impact' ? IMPACT_WORDS : null
    return scale?.[value - 1]?.toLowerCase() ?? String(value)
  }
  if (field === 'on') return riskSubjectName(model, value as RiskSubject)
  if (Array.isArray(value)) {
    const texts = value.map((each) => (typeof each === 'string' ? each : JSON.stringify(each)))
    return texts.length === 0 ? 'nothing' : `“${texts.join('; ')}”`
  }
  if (typeof value !== 'string') return JSON.stringify(value)
  if (REFERENCES.has(field)) return nameOf(model, value)
  return VOCABULARIES[field]?.[value]?.label.toLowerCase() ?? TITLES[field]?.(value) ?? `“${value}”`
}
