import { defaultEffect } from '../../catalogue/defaults.ts'
import type { Link, Mitigation, Model } from '../../model/records.ts'
import type { Effect } from '../../model/terms.ts'
import { counts } from '../counting.ts'
import type { Place } from './place.ts'

/** Tells whether a mitigation that counts, of one of the effects, covers a component or a link. */
export function covering(
  model: Model,
  switched?: ReadonlyMap<string, boolean>,
): (effects: readonly Effect[], on: Place | Link) => boolean {
  const counting = model.mitigations.filter(
    ({ id, status }) => switched?.get(id) ?? counts(status, model.meta.policy.scenario),
  )
  const of = new Map<string, Set<Effect>>()
  const everywhere = new Set<Effect>()
  const add = (id: string, effect: Effect) => of.set(id, (of.get(id) ?? new Set()).add(effect))
  for (const mitigation of counting) {
    const effect = mitigation.effect ?? defaultEffect(mitigation.control)
    if (mitigation.on.length === 0) everywhere.add(effect)
    for (const subject of mitigation.on) add(subjectId(subject), effect)
  }
  return (effects, on) => {
    const ids =
      'component' in on
        ? [on.id, ...on.within, ...(on.component.vendor === null ? [] : [on.component.vendor])]
        : [on.id]
    return effects.some((effect) => everywhere.has(effect) || ids.some((id) => of.get(id)?.has(effect)))
  }
}

function subjectId(subject: Mitigation['on'][number]): string {
  if ('component' in subject) return subject.component
  if ('link' in subject) return subject.link
  return 'segment' in subject ? subject.segment : subject.vendor
}
