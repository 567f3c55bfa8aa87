import { nameIn } from '../../analysis/review/names.ts'
import { mitigations, reviews, risks, threats, waivers } from './decisions.ts'
import { chokePoints, coverage, exposures } from './exposure.ts'
import { components, links, segments } from './network.ts'
import type { Drawn, Register, RegisterKind } from './register.ts'
import { products, statements, vendors } from './suppliers.ts'
import type { Model } from '../../model/records.ts'

/** In the order in which they are shown. */
export const REGISTER_KINDS: readonly RegisterKind[] = [
  exposures,
  components,
  links,
  segments,
  vendors,
  products,
  statements,
  risks,
  mitigations,
  threats,
  coverage,
  chokePoints,
  reviews,
  waivers,
]

/** The registers of a normalised model, whose analysis this is; also those without a row. */
export function registersOf(model: Model, result: Drawn['result']): readonly Register[] {
  const name = remembered(nameIn(model))
  return REGISTER_KINDS.flatMap(({ id, title, columns, rowsOf }) => {
    const rows = rowsOf({ model, result, name })
    return rows === null ? [] : [{ id, title, columns, rows }]
  })
}

/** Paths name the same few components over and over. */
function remembered(called: (id: string) => string): Drawn['name'] {
  const names = new Map<string, string>()
  return (id) => {
    if (id === null || id === undefined) return ''
    let known = names.get(id)
    if (known === undefined) names.set(id, (known = called(id)))
    return known
  }
}
