import { defaultEffect } from '../catalogue/defaults.ts'
import { Allowance } from './allowance.ts'
import { grouped } from '../analysis/grouped.ts'
import type { Mitigation, MitigationSubject, Model } from '../model/records.ts'

/**
 * Keeps mitigations from covering, once they stand on a larger board, components that they were never said to cover (AN3, AN5):
 * of a vendor that is on both boards they are on the products that come, and where they were on everything, on all that comes.
 * One that is on nothing then is left out, since an empty `on` covers everything, and so is what would be on more than can be listed.
 */
export function narrowing(
  coming: Model,
  isOnBoth: (vendor: string) => boolean,
): (mitigation: Mitigation) => readonly Mitigation[] {
  const subjectsOf = new Map(
    [...grouped(coming.components, ({ vendor }) => vendor ?? '')].map(([vendor, products]) => [
      vendor,
      products.map(({ id }) => ({ component: id })),
    ]),
  )
  const all: readonly MitigationSubject[] = [
    ...coming.segments.filter(({ parent }) => parent === null).map(({ id }) => ({ segment: id })),
    ...coming.components.filter(({ segment }) => segment === null).map(({ id }) => ({ component: id })),
  ]
  /** What comes of a vendor that is on both boards; null of all else, which stays as it is. */
  const productsOn = (subject: MitigationSubject): readonly MitigationSubject[] | null =>
    'vendor' in subject && isOnBoth(subject.vendor) ? (subjectsOf.get(subject.vendor) ?? []) : null
  const allowance = new Allowance()
  return (mitigation) => {
    const { on, effect, control } = mitigation
    const what = effect ?? defaultEffect(control)
    // An empty `on` cuts nothing (AN5), while a segment in its place would.
    if (on.length === 0 && (what === 'blocks-propagation' || what === 'contains-node')) return [mitigation]
    const products = on.reduce((sum, subject) => sum + (productsOn(subject)?.length ?? 0), 0)
    const added = on.length === 0 ? all.length : products
    if (added > 0 && !allowance.take(added)) return []
    const narrowed = on.length === 0 ? all : on.flatMap((subject) => productsOn(subject) ?? [subject])
    return narrowed.length === 0 ? [] : [{ ...mitigation, on: narrowed }]
  }
}
