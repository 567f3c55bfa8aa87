import { checkById } from '../../catalogue/checks.ts'
import { compareCodeUnits } from '../../model/order.ts'
import type { Kind, Model } from '../../model/records.ts'
import { nameIn } from './names.ts'

/** What ends on a day: an acceptance, a judgement, a waiver, support, or the time in which something was to be done. */
export type Lapse = Readonly<{
  kind: Kind
  id: string
  name: string
  what: 'acceptance' | 'judgement' | 'waiver' | 'support' | 'due'
  /** The last day on which it holds, `YYYY-MM-DD`. */
  day: string
  overdue: boolean
}>

/** Everything of a model that ends on a day, in the order of days, so that what is over stands first. */
export function lapsesOf(model: Model, date: string): readonly Lapse[] {
  const name = nameIn(model)
  const lapses: Lapse[] = []
  const add = (kind: Kind, id: string, what: Lapse['what'], day: string | null, called = name(id)) => {
    if (day !== null) lapses.push({ kind, id, name: called, what, day, overdue: day < date })
  }
  for (const { id, status, acceptedUntil } of model.risks)
    if (status === 'accepted') add('risks', id, 'acceptance', acceptedUntil)
  for (const { id, until } of model.statements) add('statements', id, 'judgement', until)
  for (const { id, until, check, on } of model.waivers) {
    const rule = checkById(check)?.title ?? check
    add('waivers', id, 'waiver', until, [rule, ...on.slice(0, 1).map(name)].join(' – '))
  }
  for (const { id, supportEnd } of model.products) add('products', id, 'support', supportEnd)
  for (const { id, supportEnd } of model.components) add('components', id, 'support', supportEnd)
  for (const { id, status, due } of model.mitigations)
    if (status === 'proposed' || status === 'planned') add('mitigations', id, 'due', due)
  return lapses.sort((a, b) => compareCodeUnits(a.day, b.day) || compareCodeUnits(a.id, b.id))
}

/** The first day after one, on which what held until it holds no more. */
export function dayAfter(day: string): string {
  const next = new Date(`${day}T00:00:00Z`)
  next.setUTCDate(next.getUTCDate() + 1)
  return next.toISOString().slice(0, 10)
}
