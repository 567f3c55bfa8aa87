import { defaultEffect } from '../catalogue/defaults.ts'
import { grouped } from '../analysis/grouped.ts'
import type { Mitigation, MitigationSubject, Model } from '../model/records.ts'

/**
 * Keeps mitigations from covering, once they stand on a larger board, components that they were never said to cover (AN3, AN5):
 * of a vendor that is on both boards they are on the products that come, and where they were on everything, on all that comes.
 * One that is on nothing then is left out, since an empty `on` covers everything.
 */
export function narrowing(
  coming: Model,
  isOnBoth: (vendor: string) => boolean,
): (mitigation: Mitigation) => readonly Mitigation[] {
  const productsOf = grouped(coming.components, ({ vendor }) => vendor ?? '')
  const all: readonly MitigationSubject[] = [
    ...coming.segments.filter(({ parent }) => parent === null).map(({ id }) => ({ segment: id })),
    ...coming.components.filter(({ segment }) => segment === null).map(({ id }) => ({ component: id })),
  ]
  return (mitigation) => {
    const { on, effect, control } = mitigation
    const what = effect ?? defaultEffect(control)
    // An empty `on` cuts nothing (AN5), while a segment in its place would.
    if (on.length === 0 && (what === 'blocks-propagation' || what === 'contains-node')) return [mitigation]
    const narrowed = (on.length === 0 ? all : on).flatMap((subject): readonly MitigationSubject[] =>
      'vendor' in subject && isOnBoth(subject.vendor)
        ? (productsOf.get(subject.vendor) ?? []).map(({ id }) => ({ component: id }))
        : [subject],
    )
    return narrowed.length === 0 ? [] : [{ ...mitigation, on: narrowed }]
  }
}
