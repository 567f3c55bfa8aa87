import type { ControlOption, HopExplanation } from '../../core/analysis/explanation.ts'
import { recordIn } from '../../core/model/lookup.ts'
import type { MitigationSubject, Model } from '../../core/model/records.ts'

/** What a mitigation out of the library has to treat and to cover in order to end an exposure at one place. */
export type Proposal = Readonly<{
  control: string
  treats: readonly string[]
  on: readonly MitigationSubject[]
}>

/**
 * A mitigation that removes a risk covers all that the risk is recorded on, as one does who agrees it with the vendor.
 * Null where the risk is gone.
 */
export function removalOf(model: Model, risk: string, { control }: ControlOption): Proposal | null {
  const on = recordIn(model, 'risks', risk)?.on
  if (on === undefined) return null
  return {
    control,
    treats: [risk],
    on: 'component' in on ? [{ component: on.component }] : [{ vendor: on.vendor }],
  }
}

/** One that blocks covers the link of the hop, one that contains covers the component that the hop leaves (AN5). */
export const cutOf = (
  risk: string,
  { link, from }: HopExplanation,
  { control, effect }: ControlOption,
): Proposal => ({
  control,
  treats: [risk],
  on: effect === 'contains-node' ? [{ component: from.id }] : [{ link: link.id }],
})

/** Whether the model has a mitigation of this control already that treats one of the same risks and covers the same. */
export function isThere(model: Model, { control, treats, on }: Proposal): boolean {
  const covered = new Set(on.map(nameOfSubject))
  return model.mitigations.some(
    (mitigation) =>
      mitigation.control === control &&
      mitigation.treats.some((risk) => treats.includes(risk)) &&
      mitigation.on.some((subject) => covered.has(nameOfSubject(subject))),
  )
}

/** Ids are unique over all kinds of records. */
function nameOfSubject(subject: MitigationSubject): string {
  if ('component' in subject) return subject.component
  if ('link' in subject) return subject.link
  return 'segment' in subject ? subject.segment : subject.vendor
}
