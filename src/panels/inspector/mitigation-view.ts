import { segmentsAround } from '../../commands/placed.ts'
import { counts } from '../../core/analysis/counting.ts'
import type { CoreResult } from '../../core/analysis/result.ts'
import { canCut, mitigationControls, mitigationsForRisk } from '../../core/catalogue/mitigations.ts'
import type { MitigationControl } from '../../core/catalogue/types.ts'
import { recordIn } from '../../core/model/lookup.ts'
import type { Mitigation, MitigationSubject, Model, Risk } from '../../core/model/records.ts'
import { type Effect, type MitigationStatus, type Scenario, SCENARIOS } from '../../core/model/terms.ts'
import { indexResult } from '../../state/result-index.ts'
import type { PickerGroup, PickerOption } from '../../ui/field-picker.tsx'
import { EFFECT_WORDS, MITIGATION_STATUS_WORDS } from '../../ui/record-words.ts'
import { SCENARIO_WORDS } from '../../ui/words.ts'
import { applies } from './component-view.ts'

/** What an effect can cut, in a few plain words. */
export const whatItCuts = (effect: Effect): string => EFFECT_WORDS[effect].cuts

/** Whether a mitigation of this status counts in a scenario (AN1), and why, in a sentence. */
export function countsNow(status: MitigationStatus, scenario: Scenario): { counts: boolean; says: string } {
  const name = SCENARIO_WORDS[scenario].label.toLowerCase()
  if (counts(status, scenario)) return { counts: true, says: `Counts in the ${name} scenario.` }
  const inWhich = SCENARIOS.filter((other) => counts(status, other)).map((other) =>
    SCENARIO_WORDS[other].label.toLowerCase(),
  )
  const why = MITIGATION_STATUS_WORDS[status].label.toLowerCase()
  const where = inWhich.length === 0 ? 'in no scenario' : `in ${inWhich.join(', ')} only`
  return { counts: false, says: `Does not count in the ${name} scenario: ${why} counts ${where}.` }
}

/** What an empty list of what is covered means (AN3, AN5), null where it is not empty. */
export function emptyCoverWarning({ on }: Pick<Mitigation, 'on'>, effect: Effect): string | null {
  if (on.length > 0) return null
  return effect === 'blocks-propagation' || effect === 'contains-node'
    ? 'Covers everything, but cuts nothing: only what is named here is cut.'
    : 'Covers everything: it is given credit at every component to which a treated risk applies.'
}

/** What an empty list of treated risks means, null where it is not empty or the effect needs none. */
export function emptyTreatsWarning({ treats }: Pick<Mitigation, 'treats'>, effect: Effect): string | null {
  if (
    treats.length > 0 ||
    effect === 'blocks-propagation' ||
    effect === 'contains-node' ||
    effect === 'governs'
  )
    return null
  return effect === 'removes-risk'
    ? 'Treats no risk, so it removes nothing.'
    : 'Treats no risk, so it lowers no rating.'
}

/** The library for a risk category: what the catalogue names for it and can cut, what it names and cannot, all others. */
export function controlsForRisk(category: string | null, query: string): PickerGroup[] {
  const { treats, others } = mitigationsForRisk(category)
  const found = treats.filter((control) => matches(control, query))
  const cutting = found.filter((control) => canCut(control.pathEffect))
  return [
    { label: 'For this risk: can cut or remove', options: cutting.map(optionOf) },
    {
      label: 'For this risk: cuts nothing',
      options: found.filter((control) => !cutting.includes(control)).map(optionOf),
    },
    { label: 'All others', options: others.filter((control) => matches(control, query)).map(optionOf) },
  ].filter((group) => group.options.length > 0)
}

/** What the library has for a link: nothing but blocking does anything there. Those meant for interfaces first. */
export function controlsForLink(query: string): PickerGroup[] {
  const found = mitigationControls.filter(
    (control) => control.pathEffect === 'blocks-propagation' && matches(control, query),
  )
  const meant = found.filter(({ appliesTo }) => appliesTo.includes('interface'))
  return [
    { label: 'Meant for links', options: meant.map(optionOf) },
    {
      label: 'Others that block',
      options: found.filter((control) => !meant.includes(control)).map(optionOf),
    },
  ].filter((group) => group.options.length > 0)
}

function matches({ id, title, description, pathEffect }: MitigationControl, query: string): boolean {
  const text = `${id} ${title} ${description} ${whatItCuts(pathEffect)}`.toLowerCase()
  return query
    .toLowerCase()
    .split(/\s+/)
    .every((word) => text.includes(word))
}

const optionOf = ({ id, title, pathEffect }: MitigationControl): PickerOption => ({
  value: id,
  label: title,
  detail: sentence(whatItCuts(pathEffect)),
})

export const sentence = (words: string): string => words.charAt(0).toUpperCase() + words.slice(1)

/**
 * What a new mitigation of a risk covers unless somebody says otherwise: the risk's own subject. `on` cannot name a
 * product, and a vendor would have more cut than the risk asks for, so there it is the components of that product.
 */
export function coverOfRisk(model: Model, { on }: Risk, effect: Effect): MitigationSubject[] {
  if ('component' in on) return [{ component: on.component }]
  const wider = effect === 'blocks-propagation' || effect === 'contains-node'
  if (!wider || on.product === undefined || on.product === null) return [{ vendor: on.vendor }]
  const products = model.components.filter((component) => applies({ on }, component) !== null)
  return products.length === 0 ? [{ vendor: on.vendor }] : products.map(({ id }) => ({ component: id }))
}

/** Where a block could stand: links of the shown paths of a risk, worst exposure first, and segments whose border they cross. */
export type BlockChoices = Readonly<{ links: readonly string[]; segments: readonly string[] }>

export function blockChoices(model: Model, result: CoreResult | null, risk: Risk): BlockChoices {
  const exposures = result === null ? [] : (indexResult(result).exposuresByRisk.get(risk.id) ?? [])
  const links = new Set(
    exposures.flatMap(({ entry, links: path }) => (entry === null ? path : [entry.link, ...path])),
  )
  const segments = new Set<string>()
  const around = (component: string | null) =>
    segmentsAround(model, recordIn(model, 'components', component ?? '')?.segment ?? null)
  for (const id of links) {
    const link = recordIn(model, 'links', id)
    if (link === undefined) continue
    const [from, to] = [around(link.from), around(link.to)]
    for (const segment of from) if (!to.includes(segment)) segments.add(segment)
    for (const segment of to) if (!from.includes(segment)) segments.add(segment)
  }
  return {
    links: [...links].filter((id) => recordIn(model, 'links', id) !== undefined),
    segments: [...segments],
  }
}

/** A status is what the team says; where it says that something was checked, others will ask by what. */
export function withoutProof({
  status,
  evidence,
  owner,
}: Pick<Mitigation, 'status' | 'evidence' | 'owner'>): string | undefined {
  if (status === 'verified' && evidence.length === 0)
    return 'It counts as checked, and no evidence is recorded.'
  const inForce = status === 'implemented' || status === 'verified'
  return inForce && owner.trim() === ''
    ? 'It counts as in force, and nobody is named as its owner.'
    : undefined
}
