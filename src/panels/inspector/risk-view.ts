import { defaultEffect, defaultPropagation } from '../../core/catalogue/defaults.ts'
import type { BoardResult } from '../../core/analysis/board-result.ts'
import type { CoverageState } from '../../core/analysis/result.ts'
import { canCut } from '../../core/catalogue/mitigations.ts'
import { riskById, riskCategories } from '../../core/catalogue/risks.ts'
import { RISK_GROUPS, type RiskCategory } from '../../core/catalogue/types.ts'
import { compareCodeUnits } from '../../core/model/order.ts'
import type { Component, Mitigation, Model, Risk, RiskSubject } from '../../core/model/records.ts'
import type { Effect, Propagation } from '../../core/model/terms.ts'
import { nameOf, riskSubjectName } from '../../state/record-names.ts'
import type { PickerGroup } from '../../ui/field-picker.tsx'
import { PROPAGATION_WORDS, RISK_GROUP_WORDS } from '../../ui/record-words.ts'
import { applies } from './component-view.ts'
import { productsOfVendor } from './vendor-view.ts'

export const propagationOf = ({ propagation, category }: Risk): Propagation =>
  propagation ?? defaultPropagation(category)

/** What a null propagation stands for (MO2), and the words for it. */
export function propagationByDefault({ category }: Risk): { value: Propagation; says: string } {
  const value = defaultPropagation(category)
  const from = riskById(category) === null ? 'Without a category' : 'From catalogue'
  return { value, says: `${from}: ${PROPAGATION_WORDS[value].label.toLowerCase()}` }
}

/** The categories of the catalogue that a query finds, by their groups. */
export function categoryChoices(query: string): PickerGroup[] {
  const words = query.toLowerCase().split(/\s+/)
  const found = riskCategories.filter(({ id, title, description }) => {
    const text = `${id} ${title} ${description}`.toLowerCase()
    return words.every((word) => text.includes(word))
  })
  return RISK_GROUPS.map((group) => ({
    label: RISK_GROUP_WORDS[group].label,
    options: found.filter(({ category }) => category === group).map(categoryOption),
  })).filter(({ options }) => options.length > 0)
}

const categoryOption = ({ id, title, propagation }: RiskCategory) => {
  const { label, means } = PROPAGATION_WORDS[propagation]
  return { value: id, label: title, detail: `${label}. ${means}` }
}

export type SubjectChoice = Readonly<{ key: string; on: RiskSubject; label: string }>

/** On what a risk can be recorded that somebody saw at a component: it alone, its product, its vendor. */
export function subjectsOfComponent(model: Model, { id, vendor, product }: Component): SubjectChoice[] {
  const choices: RiskSubject[] = [{ component: id }]
  if (vendor !== null && product !== null && product !== '') choices.push({ vendor, product })
  if (vendor !== null) choices.push({ vendor })
  return choices.map((on) => subjectChoice(model, on))
}

/** On what a risk of a vendor can be recorded: all that it supplies, or one of its products on the board. */
export function subjectsOfVendor(model: Model, vendor: string): SubjectChoice[] {
  const products = productsOfVendor(model, vendor)
  const choices: RiskSubject[] = [{ vendor }, ...products.map((product) => ({ vendor, product }))]
  return choices.map((on) => subjectChoice(model, on))
}

/** Every subject that a risk can be moved to: components, vendors and their products, found by name. */
export function subjectChoices(model: Model, query: string): { label: string; choices: SubjectChoice[] }[] {
  const words = query.toLowerCase().split(/\s+/)
  const found = (choices: SubjectChoice[]) =>
    choices.filter(({ label }) => words.every((word) => label.toLowerCase().includes(word)))
  return [
    {
      label: 'Vendors and products',
      choices: found(model.vendors.flatMap(({ id }) => subjectsOfVendor(model, id))),
    },
    {
      label: 'Components',
      choices: found(model.components.map(({ id }) => subjectChoice(model, { component: id }))),
    },
  ].filter(({ choices }) => choices.length > 0)
}

const subjectChoice = (model: Model, on: RiskSubject): SubjectChoice => ({
  key: JSON.stringify(on),
  on,
  label: riskSubjectName(model, on),
})

export type PlaceOfRisk = Readonly<{ component: string; state: CoverageState | null; live: boolean }>

const ENDED: ReadonlySet<CoverageState | null> = new Set(['closed', 'not-applicable', 'removed', 'verified'])

/** The components to which a risk applies: those where it is live first, by name. State null: not analysed as exposure. */
export function placesOfRisk(model: Model, result: BoardResult | null, risk: Risk): PlaceOfRisk[] {
  const open = risk.status === 'open' || risk.status === 'accepted'
  return model.components
    .filter((component) => applies(risk, component) !== null)
    .map(({ id }) => {
      const state = result?.coverage.stateOf(risk.id, id) ?? null
      return { component: id, state, live: open && !ENDED.has(state) }
    })
    .toSorted(
      (a, b) =>
        Number(b.live) - Number(a.live) ||
        compareCodeUnits(nameOf(model, a.component), nameOf(model, b.component)),
    )
}

/** The mitigations that name a risk: those that can cut first, by title. */
export function mitigationsOfRisk(model: Model, risk: string): { mitigation: Mitigation; effect: Effect }[] {
  return model.mitigations
    .filter(({ treats }) => treats.includes(risk))
    .map((mitigation) => ({ mitigation, effect: mitigation.effect ?? defaultEffect(mitigation.control) }))
    .toSorted(
      (a, b) =>
        Number(canCut(b.effect)) - Number(canCut(a.effect)) ||
        compareCodeUnits(a.mitigation.title, b.mitigation.title),
    )
}

/** What a risk's status still wants from a person, null where it wants nothing. */
export function missingRationale({ status, rationale }: Pick<Risk, 'status' | 'rationale'>): string | null {
  if (status === 'open' || rationale.trim() !== '') return null
  switch (status) {
    case 'accepted':
      return 'Say who accepts this risk, and why.'
    case 'closed':
      return 'Say why the risk is gone, and how you know.'
    case 'not-applicable':
      return 'Say why the risk does not apply here.'
  }
}

/** Whether an acceptance has run out on a day: accepted until a day is accepted on that day (AN14). */
export const acceptanceExpired = ({ status, acceptedUntil }: Risk, date: string): boolean =>
  status === 'accepted' && acceptedUntil !== null && date > acceptedUntil
