import { counts } from '../../analysis/counting.ts'
import { grouped } from '../../analysis/grouped.ts'
import { mitigationTitle, riskTitle } from '../../analysis/naming.ts'
import type { Exposure } from '../../analysis/result.ts'
import { checkById } from '../../catalogue/checks.ts'
import { defaultEffect, defaultPropagation } from '../../catalogue/defaults.ts'
import { categoryTitle, controlTitle } from '../../catalogue/titles.ts'
import type {
  Mitigation,
  MitigationSubject,
  Review,
  ReviewScope,
  Risk,
  RiskSubject,
  Threat,
  Waiver,
} from '../../model/records.ts'
import { subjectIdOf, threatLabels } from '../../model/threats.ts'
import type { STRIDE } from '../../model/terms.ts'
import { importedSeverity } from './imported-severity.ts'
import { countOf, worstOf } from './network.ts'
import {
  date,
  dayOf,
  type Drawn,
  evidenceIn,
  inWords,
  listed,
  number,
  registerKind,
  text,
  yesNo,
} from './register.ts'

type RiskRow = Readonly<{ risk: Risk; treatedBy: readonly Mitigation[]; exposures: readonly Exposure[] }>

function riskRows({ model, result }: Drawn): readonly RiskRow[] {
  const treating = grouped(
    model.mitigations.flatMap((mitigation) => mitigation.treats.map((risk) => ({ risk, mitigation }))),
    ({ risk }) => risk,
  )
  const exposures = grouped(result.exposures, ({ risk }) => risk)
  return model.risks.map((risk) => ({
    risk,
    treatedBy: (treating.get(risk.id) ?? []).map(({ mitigation }) => mitigation),
    exposures: exposures.get(risk.id) ?? [],
  }))
}

function riskOn(on: RiskSubject, { name }: Drawn): string {
  if ('component' in on) return name(on.component)
  const product = on.product ?? null
  return product === null ? `All of ${name(on.vendor)}` : `${product} of ${name(on.vendor)}`
}

export const risks = registerKind<RiskRow>('risks', 'Risks', riskRows, [
  text('id', 'Id', ({ risk }) => risk.id, 14),
  text('title', 'Title', ({ risk }) => riskTitle(risk), 30),
  text('category', 'Category', ({ risk: { category } }) => categoryTitle(category) ?? category, 24),
  text('on', 'On', ({ risk: { on } }, drawn) => riskOn(on, drawn), 24),
  text('on-id', 'On id', ({ risk: { on } }) => ('component' in on ? on.component : on.vendor), 14),
  text('propagation', 'Propagation', ({ risk: { propagation, category } }) =>
    inWords(propagation ?? defaultPropagation(category)),
  ),
  number('likelihood', 'Likelihood', ({ risk }) => risk.likelihood),
  number('impact', 'Impact', ({ risk }) => risk.impact),
  text('status', 'Status', ({ risk }) => inWords(risk.status), 14),
  date('accepted-until', 'Accepted until', ({ risk }) => risk.acceptedUntil),
  text('accepted-by', 'Accepted by', ({ risk }) => risk.acceptedBy),
  text('rationale', 'Rationale', ({ risk }) => risk.rationale, 40),
  text('treated-by', 'Treated by', ({ treatedBy }) => listed(treatedBy.map(mitigationTitle)), 30),
  number('taken', 'Takes', ({ exposures }) => countOf(exposures, 'taken')),
  number('reached', 'Reaches', ({ exposures }) => countOf(exposures, 'reached')),
  text('worst', 'Worst rating', ({ exposures }) => inWords(worstOf(exposures)), 12),
  text('evidence', 'Evidence', ({ risk }) => evidenceIn(risk.evidence), 30),
])

function covers(on: readonly MitigationSubject[], { name }: Drawn): string {
  if (on.length === 0) return 'Everything'
  return listed(
    on.map((each) => ('vendor' in each ? `All of ${name(each.vendor)}` : name(subjectIdIn(each)))),
  )
}

const subjectIdIn = (on: MitigationSubject): string => ('vendor' in on ? on.vendor : subjectIdOf(on))

export const mitigations = registerKind<Mitigation>(
  'mitigations',
  'Mitigations',
  ({ model }) => model.mitigations,
  [
    text('id', 'Id', ({ id }) => id, 14),
    text('title', 'Title', mitigationTitle, 30),
    text('control', 'Control', ({ control }) => controlTitle(control) ?? control, 24),
    text('effect', 'Effect', ({ effect, control }) => inWords(effect ?? defaultEffect(control))),
    text('status', 'Status', ({ status }) => inWords(status), 14),
    text('counts', 'Counts', ({ status }, { result }) => yesNo(counts(status, result.policy.scenario)), 8),
    text('on', 'Covers', ({ on }, drawn) => covers(on, drawn), 30),
    text('on-id', 'Covers id', ({ on }) => listed(on.map(subjectIdIn)), 14),
    text('treats', 'Treats', ({ treats }, { name }) => listed(treats.map(name)), 30),
    text('treats-id', 'Treats id', ({ treats }) => listed(treats), 14),
    number('effort', 'Effort', ({ effort }) => effort ?? 1),
    date('due', 'Due', ({ due }) => due),
    text('owner', 'Owner', ({ owner }) => owner),
    text('evidence', 'Evidence', ({ evidence }) => evidenceIn(evidence), 30),
  ],
)

const STRIDE_WORDS: Readonly<Record<(typeof STRIDE)[number], string>> = {
  S: 'Spoofing',
  T: 'Tampering',
  R: 'Repudiation',
  I: 'Information disclosure',
  D: 'Denial of service',
  E: 'Elevation of privilege',
}

type ThreatRow = Readonly<{ threat: Threat; label: string }>

function threatRows({ model }: Drawn): readonly ThreatRow[] {
  const labels = threatLabels(model.threats)
  return model.threats
    .map((threat) => ({ threat, label: labels.get(threat.id) ?? '' }))
    .toSorted((a, b) => a.threat.number - b.threat.number || (a.threat.id < b.threat.id ? -1 : 1))
}

export const threats = registerKind<ThreatRow>('threats', 'Threats', threatRows, [
  text('id', 'Id', ({ threat }) => threat.id, 14),
  text('label', 'Number', ({ label }) => label, 8),
  text('title', 'Title', ({ threat }) => threat.title, 30),
  text('on', 'On', ({ threat: { on } }, { name }) => name(subjectIdOf(on)), 24),
  text('on-id', 'On id', ({ threat: { on } }) => subjectIdOf(on), 14),
  text('stride', 'Kind', ({ threat: { stride } }) => (stride === null ? null : STRIDE_WORDS[stride])),
  text('technique', 'Technique', ({ threat }) => threat.technique, 12),
  text('severity', 'Severity as imported', ({ threat }) => importedSeverity(threat)),
  text('decision', 'Decision', ({ threat }) => inWords(threat.decision), 12),
  text('rationale', 'Rationale', ({ threat }) => threat.rationale, 40),
  text('by', 'Decided by', ({ threat }) => threat.by),
  date('at', 'Decided on', ({ threat }) => dayOf(threat.at)),
  text('description', 'Description', ({ threat }) => threat.description, 40),
])

function scopeInWords(scope: ReviewScope | null, { name }: Drawn): string {
  if (scope === null) return 'The whole board'
  if ('segment' in scope) return name(scope.segment)
  return 'vendor' in scope ? name(scope.vendor) : `${name(scope.risk)} at ${name(scope.target)}`
}

/** Figures are those of the day when it was signed. */
export const reviews = registerKind<Review>('reviews', 'Sign-offs', ({ model }) => model.reviews, [
  text('id', 'Id', ({ id }) => id, 14),
  text('scope', 'Of', ({ scope }, drawn) => scopeInWords(scope, drawn), 24),
  text('scope-id', 'Of id', ({ scope }) => (scope === null ? null : listed(Object.values(scope))), 14),
  text('reviewer', 'Signed by', ({ reviewer }) => reviewer),
  date('at', 'Signed on', ({ at }) => dayOf(at)),
  text('statement', 'Statement', ({ statement }) => statement, 40),
  text('scenario', 'Scenario', ({ outcome }) => inWords(outcome?.scenario ?? null), 10),
  number('taken', 'Taken', ({ outcome }) => outcome?.taken ?? null),
  number('reached', 'Reached', ({ outcome }) => outcome?.reached ?? null),
  number('covered', 'Covered', ({ outcome }) => outcome?.covered ?? null),
  number('counted', 'To cover', ({ outcome }) => outcome?.counted ?? null),
  text('withdrawn-by', 'Withdrawn by', ({ withdrawn }) => withdrawn?.by ?? null),
  date('withdrawn-at', 'Withdrawn on', ({ withdrawn }) => dayOf(withdrawn?.at ?? null)),
  text('digest', 'SHA-256', ({ digest }) => digest, 20),
])

export const waivers = registerKind<Waiver>('waivers', 'Waivers', ({ model }) => model.waivers, [
  text('id', 'Id', ({ id }) => id, 14),
  text('check', 'Check', ({ check }) => checkById(check)?.title ?? check, 30),
  text('check-id', 'Check id', ({ check }) => check, 14),
  text('on', 'For', ({ on }, { name }) => (on.length === 0 ? 'Everything' : listed(on.map(name))), 30),
  text('on-id', 'For id', ({ on }) => listed(on), 14),
  text('reason', 'Reason', ({ reason }) => reason, 40),
  text('by', 'Waived by', ({ by }) => by),
  date('until', 'Until', ({ until }) => until),
])
