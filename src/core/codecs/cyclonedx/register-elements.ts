import { isFields } from '../../model/issues.ts'
import type { Mitigation, Risk, Threat as OurThreat } from '../../model/records.ts'
import { isSameData } from '../edits.ts'
import { fits } from '../findings.ts'
import { elementOf, type Fields } from '../kept.ts'
import { keeping, keptOf, listOf } from './kept.ts'
import { partyName, termName } from './parties.ts'
import { meaningOf } from '../meaning.ts'
import {
  type Control,
  controlSchema,
  type Risk as RiskElement,
  riskSchema,
  type Threat,
  threatSchema,
} from './schemas.ts'
import {
  CONTROL_STATUS,
  CONTROL_STATUS_OF,
  DECISION_OF,
  IMPACTS,
  LIKELIHOODS,
  RISK_DECISION,
  RISK_STATUS,
  RISK_STATUS_OF,
  STRIDE_CATEGORY,
} from './terms.ts'

/** Threats, controls and risks: what is written for a record, and what is read of an element. */

const THREAT = [
  'source',
  'origin',
  'categories',
  'weaknesses',
  'relatedVulnerabilities',
  'attackPatterns',
  'attackTrees',
  'abuseCases',
  'killChainPhase',
  'behaviors',
  'indicators',
  'relatedBusinessObjectives',
  'mitigations',
  'externalReferences',
  'properties',
]
const CONTROL = [
  'description',
  'category',
  'status',
  'implementedBy',
  'satisfies',
  'effectiveness',
  'owner',
  'externalReferences',
  'properties',
]
const RISK = [
  'domains',
  'relatedThreats',
  'relatedVulnerabilities',
  'relatedWeaknesses',
  'relatedRequirements',
  'relatedStandards',
  'relatedClaims',
  'relatedBusinessObjectives',
  'inherentRisk',
  'residualRisk',
  'targetRisk',
  'responses',
  'status',
  'owner',
  'properties',
]
/** What the model says itself of a risk of ours is not kept beside it. */
const OF_OUR_RISK = RISK.filter((name) => name !== 'status' && name !== 'responses')
/** All fields that the standard has for the items of a list. */
export const REGISTER_FIELDS = {
  threats: ['bom-ref', 'name', 'description', 'affectedAssets', ...THREAT],
  controls: ['bom-ref', 'name', 'appliesTo', ...CONTROL],
  risks: ['bom-ref', 'name', 'statement', 'description', 'affects', ...RISK],
}

/** A risk of another tool is a threat here, and a risk again when it is written. */
export const isRiskThere = (threat: OurThreat): boolean => listOf(threat) === 'risks'

const nameOf = ({ title, number }: OurThreat): string => title || `T${number}`

export function threatOf(threat: OurThreat, ref: string, on: string | undefined): Fields {
  const affected = on === undefined ? [] : [on]
  if (isRiskThere(threat)) {
    const { status: saidStatus, ...kept } = keptOf(threat, [...RISK, 'description'])
    const usual = DECISION_OF[threat.decision]
    const status = said(saidStatus, RISK_DECISION, threat.decision, 'open') ?? usual
    const own = {
      'bom-ref': ref,
      name: nameOf(threat),
      statement: threat.description,
      ...(on === undefined ? {} : { affects: affected }),
    }
    return elementOf(riskSchema, { status: usual }, { ...kept, status }, own)
  }
  const { categories: others, ...kept } = keptOf(threat, THREAT)
  const stride =
    threat.stride === null ? [] : [{ taxonomy: 'STRIDE', category: STRIDE_CATEGORY[threat.stride] }]
  const categories = [...stride, ...(Array.isArray(others) ? (others as unknown[]) : [])]
  const own = {
    'bom-ref': ref,
    name: nameOf(threat),
    ...(threat.description === '' ? {} : { description: threat.description }),
    ...(on === undefined ? {} : { affectedAssets: affected }),
  }
  const whole = elementOf(threatSchema, {}, kept, {
    ...own,
    ...(categories.length === 0 ? {} : { categories }),
  })
  return fits(threatSchema, whole)
    ? whole
    : { ...own, ...(stride.length === 0 ? {} : { categories: stride }) }
}

/** All but what it is on. */
export function readThreat(threat: Threat): Partial<OurThreat> {
  const categories = threat.categories ?? []
  const first = categories.findIndex(({ taxonomy }) => taxonomy === 'STRIDE')
  const others = categories.filter((_, nth) => nth !== first)
  const stride = (Object.keys(STRIDE_CATEGORY) as (keyof typeof STRIDE_CATEGORY)[]).find(
    (letter) => STRIDE_CATEGORY[letter] === categories[first]?.category,
  )
  return keeping(
    { title: threat.name, description: threat.description ?? '', stride: stride ?? null },
    { ...threat, categories: others.length === 0 ? undefined : others },
    THREAT,
  )
}

/** A risk of another tool, which says nothing of a vendor: all but what it is on. */
export function readRiskAsThreat(risk: RiskElement): Partial<OurThreat> {
  const decision = meaningOf(RISK_DECISION, termName(risk.status)) ?? 'open'
  return keeping(
    { title: risk.name, description: risk.statement, decision },
    { ...risk, status: risk.status === DECISION_OF[decision] ? undefined : risk.status },
    [...RISK, 'description'],
    {},
    { list: 'risks' },
  )
}

/** What another tool called it, where that comes to the same here. `least`: what something of an organisation's own is here. */
const said = (
  term: unknown,
  meaning: Readonly<Record<string, unknown>>,
  ours: unknown,
  least: unknown,
): unknown => {
  const word = termName(term)
  return word !== null && (meaningOf(meaning, word) ?? least) === ours ? term : undefined
}

const CATEGORY_OF: Readonly<Record<string, string>> = {
  'removes-risk': 'preventive',
  'blocks-propagation': 'preventive',
  'contains-node': 'preventive',
  detects: 'detective',
  recovers: 'recovery',
}

/** `on`: the references of what it covers; none for what covers everything. */
export function controlOf(mitigation: Mitigation, ref: string, on: readonly string[]): Fields {
  const { status: saidStatus, owner: saidOwner, ...kept } = keptOf(mitigation, CONTROL)
  const category = CATEGORY_OF[mitigation.effect ?? '']
  const { status, owner } = mitigation
  const own = {
    'bom-ref': ref,
    name: mitigation.title || mitigation.control || mitigation.id,
    status: said(saidStatus, CONTROL_STATUS, status, 'proposed') ?? CONTROL_STATUS_OF[status],
    ...(on.length === 0 ? {} : { appliesTo: [...new Set(on)] }),
  }
  const party = owner === '' ? {} : { owner: ownerOf(owner) }
  const isSameOwner = saidOwner !== undefined && partyName(saidOwner, new Map()) === owner
  const whole = elementOf(controlSchema, category === undefined ? {} : { category }, kept, {
    ...own,
    ...(isSameOwner ? { owner: saidOwner } : party),
  })
  return fits(controlSchema, whole) ? whole : { ...own, status: CONTROL_STATUS_OF[status], ...party }
}

const ownerOf = (name: string): Fields => ({ roles: [{ role: 'owner' }], organization: { name } })

/** All but what it is on. */
export function readControl(control: Control, index: ReadonlyMap<string, Fields>): Partial<Mitigation> {
  const said = typeof control.status === 'string' ? control.status : undefined
  const status = meaningOf(CONTROL_STATUS, said) ?? 'proposed'
  const owner = control.owner === undefined ? '' : (partyName(control.owner, index) ?? '')
  const isPlain = isSameData(control.owner, ownerOf(owner))
  return keeping(
    { title: control.name, status, owner },
    {
      ...control,
      status: said === CONTROL_STATUS_OF[status] ? undefined : control.status,
      owner: isPlain ? undefined : control.owner,
    },
    CONTROL,
  )
}

/** A vendor risk of our own. `affects`: the components that it is at; `controls`: the mitigations that treat it. */
export function riskOf(
  risk: Risk,
  ref: string,
  affects: readonly string[],
  controls: readonly string[],
): Fields {
  const kept = keptOf(risk, OF_OUR_RISK)
  const name = risk.title || risk.category || risk.id
  return elementOf(riskSchema, {}, kept, {
    'bom-ref': ref,
    name,
    statement: name,
    ...(risk.rationale === '' ? {} : { description: risk.rationale }),
    ...(affects.length === 0 ? {} : { affects }),
    inherentRisk: {
      ...(isFields(kept['inherentRisk']) ? kept['inherentRisk'] : {}),
      likelihood: { level: LIKELIHOODS[risk.likelihood - 1] },
      impact: { level: IMPACTS[risk.impact - 1] },
    },
    status: RISK_STATUS_OF[risk.status],
    ...(controls.length === 0
      ? {}
      : { responses: [{ 'bom-ref': `${ref}:response`, strategy: 'reduce', controls }] }),
  })
}

/** Only for an element that carries a risk of ours: nothing else is one (EX6). */
export function readRisk(risk: RiskElement): Partial<Risk> {
  const grade = (levels: readonly string[], level: string | undefined) =>
    level === undefined ? -1 : levels.indexOf(level)
  const likelihood = grade([...LIKELIHOODS, 'certain'], risk.inherentRisk?.likelihood?.level)
  const impact = grade(IMPACTS, risk.inherentRisk?.impact?.level)
  const { likelihood: _likelihood, impact: _impact, ...rating } = risk.inherentRisk ?? {}
  const description = risk['description']
  return keeping(
    {
      title: risk.name,
      rationale: typeof description === 'string' ? description : '',
      status: meaningOf(RISK_STATUS, termName(risk.status)) ?? 'open',
      ...(likelihood < 0 ? {} : { likelihood: Math.min(likelihood + 1, 5) }),
      ...(impact < 0 ? {} : { impact: impact + 1 }),
    },
    { ...risk, inherentRisk: Object.keys(rating).length === 0 ? undefined : rating },
    OF_OUR_RISK,
  )
}
