import { compile } from '../analysis/compile.ts'
import { countingCredit, treatedInstances } from '../analysis/credit.ts'
import { TooLarge } from '../analysis/limits.ts'
import { bandOf } from '../analysis/ratings.ts'
import type { Component, Mitigation, Model, Risk } from '../model/records.ts'
import { type Rating, RATINGS } from '../model/terms.ts'

/** A vendor risk that is live at a component on the day (AN3), as other tools can show it. */
export type LiveRisk = Readonly<{
  risk: Risk
  component: Component
  /** On that day. */
  accepted: boolean
  rating: Rating
  /** All that name it and cover the component, whether they count or not. */
  mitigations: readonly Mitigation[]
}>

/** Beyond this many, a list of them tells nobody anything, and they travel with the whole all the same. */
const MOST = 10_000

/** By component, then risk; none at all where there are too many. */
export function liveRisks(model: Model, date: string): readonly LiveRisk[] {
  try {
    return list(model, date)
  } catch (error) {
    if (error instanceof TooLarge) return []
    throw error
  }
}

function list(model: Model, date: string): LiveRisk[] {
  if (model.risks.length === 0) return []
  const compiled = compile(model, { date })
  const { removals } = countingCredit(compiled)
  const treatedBy = new Map<number, Mitigation[]>()
  for (const { record } of compiled.mitigations) {
    for (const instance of treatedInstances(record, compiled)) {
      const there = treatedBy.get(instance)
      if (there === undefined) treatedBy.set(instance, [record])
      else there.push(record)
    }
  }
  const found: LiveRisk[] = []
  for (const { record: risk, open, accepted, first, end } of compiled.risks) {
    if (!open) continue
    const rating = RATINGS[bandOf(risk.likelihood * risk.impact, 'taken')] ?? 'critical'
    for (let instance = first; instance < end; instance++) {
      if (removals[instance] !== 0) continue
      if (found.length === MOST) return []
      const component = compiled.components[compiled.instanceComponent[instance] as number] as Component
      found.push({ risk, component, accepted, rating, mitigations: treatedBy.get(instance) ?? [] })
    }
  }
  const before = (a: LiveRisk, b: LiveRisk) =>
    a.component.id === b.component.id ? a.risk.id < b.risk.id : a.component.id < b.component.id
  return found.sort((a, b) => (before(a, b) ? -1 : 1))
}
