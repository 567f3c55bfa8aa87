import type { Component, Mitigation } from '../../model/records.ts'
import type { RefOf } from './elements.ts'
import { idIn } from '../subjects.ts'

/** The references of what a mitigation is on: of a vendor each of its components, since a vendor is no element. */
export const appliesTo = (
  { on }: Mitigation,
  refOf: RefOf,
  componentsOf: (vendor: string) => readonly string[],
): readonly string[] =>
  on.flatMap((subject) => {
    const ids = 'vendor' in subject ? componentsOf(subject.vendor) : [idIn(subject)]
    return ids.flatMap((id) => refOf(id) ?? [])
  })

/** The components of each vendor. */
export function byVendor(components: readonly Component[]): (vendor: string) => readonly string[] {
  const found = new Map<string, string[]>()
  for (const { id, vendor } of components) {
    if (vendor === null) continue
    const known = found.get(vendor)
    if (known === undefined) found.set(vendor, [id])
    else known.push(id)
  }
  return (vendor) => found.get(vendor) ?? []
}
