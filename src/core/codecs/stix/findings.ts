import { counts } from '../../analysis/counting.ts'
import { treatedInstances } from '../../analysis/credit.ts'
import { mitigationTitle, riskTitle } from '../../analysis/naming.ts'
import { whyNot } from '../../analysis/words.ts'
import { defaultEffect } from '../../catalogue/defaults.ts'
import { mitigationById } from '../../catalogue/mitigations.ts'
import type { Mitigation, MitigationSubject, Model, Risk, Threat } from '../../model/records.ts'
import type { Effect } from '../../model/terms.ts'
import { threatLabels } from '../../model/threats.ts'
import type { Account } from '../report.ts'
import type { Told } from '../told-exposures.ts'
import type { Bundle } from './bundle.ts'
import { componentId, linkId, segmentId } from './inventory.ts'
import { addTechnique, referenceTo, techniqueOf } from './techniques.ts'

/** Said with each finding, since whoever reads one may see nothing else of the board. */
const NO_VERDICT =
  'Recorded by the authors of a threat model about how these products are built or run in one network. It is no judgement of a supplier.'

/**
 * A risk becomes a note on the components that it applies to. It is a finding, and no vulnerability: STIX means by that a flaw
 * in code that can be exploited as it is, which a build that cannot be repeated is not.
 */
export function addRisks(bundle: Bundle, model: Model, account: Account): void {
  for (const risk of model.risks) {
    const title = riskTitle(risk)
    bundle.add('note', [risk.id], {
      abstract: title,
      content: [
        `${title}.`,
        `Status: ${risk.status}. Likelihood ${risk.likelihood} of 5, impact ${risk.impact} of 5.`,
        ...(risk.rationale === '' ? [] : [risk.rationale]),
        NO_VERDICT,
      ].join(' '),
      object_refs: subjectsOf(bundle, model, risk),
    })
    account.changed(
      'risks',
      risk.id,
      'a note on the components that it applies to, without evidence and names of people',
    )
  }
}

/** AN2. A supplier is named only where the board has none of what is meant. */
function subjectsOf(bundle: Bundle, { components }: Model, { on }: Risk): string[] {
  if ('component' in on) return [componentId(bundle, on.component)]
  const product = on.product ?? null
  const meant = components.filter(
    (each) => each.vendor === on.vendor && (product === null || each.product === product),
  )
  return meant.length > 0
    ? meant.map(({ id }) => componentId(bundle, id))
    : [bundle.idOf('identity', on.vendor)]
}

/** Effects by which a mitigation makes a risk itself smaller; the others cut paths, or nothing. */
const MITIGATING: ReadonlySet<Effect> = new Set(['removes-risk', 'reduces', 'detects', 'recovers'])

/** Only a mitigation that counts, and covers a place where the risk applies, is said to mitigate it. */
export function addMitigations(bundle: Bundle, model: Model, told: Told | null, account: Account): void {
  const { scenario } = model.meta.policy
  for (const mitigation of model.mitigations) {
    const effect = mitigation.effect ?? defaultEffect(mitigation.control)
    const control = mitigationById(mitigation.control)
    const id = bundle.add('course-of-action', [mitigation.id], {
      name: mitigationTitle(mitigation),
      description: [
        ...(control === null ? [] : [control.description]),
        `Status: ${mitigation.status}. Effect: ${effect}.`,
        ...(mitigation.on.length === 0 ? ['It is meant for the whole network.'] : []),
      ].join(' '),
    })
    const isCounting = counts(mitigation.status, scenario)
    const treated = isCounting && MITIGATING.has(effect) ? treatedBy(mitigation, told) : new Set<string>()
    for (const risk of mitigation.treats) {
      const note = bundle.idOf('note', risk)
      if (treated.has(risk)) bundle.relate('mitigates', id, note)
      else bundle.relate('related-to', id, note, `Meant for it, but ${reasonOf(mitigation, isCounting)}`)
    }
    for (const subject of mitigation.on) {
      const target = subjectId(bundle, subject)
      if (bundle.has(target)) bundle.relate('related-to', id, target, 'Meant for it')
    }
    account.changed(
      'mitigations',
      mitigation.id,
      'a course of action, without evidence, effort, dates and names of people',
    )
  }

  function reasonOf(mitigation: Mitigation, isCounting: boolean): string {
    return isCounting ? 'it does not make it smaller where it applies' : whyNot(mitigation.status, scenario)
  }
}

/** The risks at whose components a mitigation is in place. */
function treatedBy(mitigation: Mitigation, told: Told | null): ReadonlySet<string> {
  if (told === null) return new Set()
  const { compiled } = told.examined
  const instances = treatedInstances(mitigation, compiled)
  const risks = compiled.risks.filter(({ first, end }) => instances.some((at) => at >= first && at < end))
  return new Set(risks.map(({ record }) => record.id))
}

function subjectId(bundle: Bundle, subject: MitigationSubject): string {
  if ('component' in subject) return componentId(bundle, subject.component)
  if ('link' in subject) return linkId(bundle, subject.link)
  if ('segment' in subject) return segmentId(bundle, subject.segment)
  return bundle.idOf('identity', subject.vendor)
}

/** A threat becomes a note on what it is to, and on the technique that it names, if any. */
export function addThreats(bundle: Bundle, model: Model, account: Account): void {
  const labels = threatLabels(model.threats)
  for (const threat of model.threats) {
    const subject = subjectId(bundle, threat.on)
    if (!bundle.has(subject)) {
      account.dropped('threats', threat.id, 'it is to a segment in which nothing stands')
      continue
    }
    addThreat(bundle, threat, labels.get(threat.id) ?? '', subject)
    account.changed('threats', threat.id, 'a note, without names of people')
  }
}

function addThreat(bundle: Bundle, threat: Threat, label: string, subject: string): void {
  const technique = techniqueOf(threat.technique)
  const abstract = [label, threat.title].filter(Boolean).join(': ')
  bundle.add('note', [threat.id], {
    abstract,
    content: [
      abstract,
      ...(threat.description === '' ? [] : [threat.description]),
      ...(threat.technique === null || technique !== null ? [] : [`Technique: ${threat.technique}.`]),
      `Decision: ${threat.decision}.`,
      ...(threat.rationale === '' ? [] : [threat.rationale]),
    ].join('\n'),
    labels: threat.stride === null ? [] : [`stride-${threat.stride.toLowerCase()}`],
    ...(technique === null ? {} : { external_references: [referenceTo(technique)] }),
    object_refs: technique === null ? [subject] : [subject, addTechnique(bundle, technique)],
  })
}
