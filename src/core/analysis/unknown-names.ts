import { functionById } from '../catalogue/functions.ts'
import { interfaceById } from '../catalogue/interfaces.ts'
import { mitigationById } from '../catalogue/mitigations.ts'
import { riskById } from '../catalogue/risks.ts'
import { segmentById } from '../catalogue/segments.ts'
import type { Model } from '../model/records.ts'

/** A name of nothing in the catalogue, and the field of the record where it stands (MO1). */
export type UnknownName = Readonly<{ id: string; field: string; name: string }>

/** MO1: what counts as something of one's own, kind by kind in the order of the lists. */
export function unknownNames(model: Model): UnknownName[] {
  const find = <T extends { readonly id: string }>(
    records: readonly T[],
    field: string & keyof T,
    lookup: (id: string) => unknown,
  ): UnknownName[] =>
    records.flatMap((record) => {
      const name = record[field]
      return typeof name === 'string' && lookup(name) === null ? [{ id: record.id, field, name }] : []
    })
  return [
    ...find(model.segments, 'kind', segmentById),
    ...find(model.components, 'function', functionById),
    ...find(model.links, 'interface', interfaceById),
    ...find(model.risks, 'category', riskById),
    ...find(model.mitigations, 'control', mitigationById),
  ]
}
