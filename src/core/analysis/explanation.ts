import type {
  Carries,
  Effect,
  MitigationStatus,
  Plane,
  Propagation,
  RiskStatus,
  Scenario,
} from '../model/terms.ts'
import type { Exposure } from './result.ts'

/** Why one exposure is there and what bears on it, as data. Names are what a person calls the record, or its id. */

export type Named = Readonly<{ id: string; name: string }>

/** A mitigation of the model that bears on the place where it is listed. */
export type MitigationNote = Readonly<{
  id: string
  title: string
  effect: Effect
  status: MitigationStatus
}>

/** An entry of the library that could be put in place here. */
export type ControlOption = Readonly<{ control: string; title: string; effect: Effect }>

/** A live weakness that lets an attacker in at the end of a hop. */
export type OpenWeakness = Readonly<{
  risk: string
  title: string
  /** Mitigations that would remove it there, but do not count under the scenario; `status` says why. */
  pending: readonly MitigationNote[]
  options: readonly ControlOption[]
}>

/**
 * Why the attacker passes an arc: `owns`, it carries control; `weakness`, access to a component with a live weakness;
 * `assumed`, access that the policy takes to suffice (AN6); `door`, access that leads to the target and not into it.
 */
type HopReason = 'owns' | 'weakness' | 'assumed' | 'door'

export type HopExplanation = Readonly<{
  from: Named
  to: Named
  link: Named
  /** Name of the interface; null where the link names none. */
  interface: string | null
  plane: Plane
  /** Along the link, from its controlling end, or against it. */
  direction: 'along' | 'against'
  carries: Exclude<Carries, 'none'>
  reason: HopReason
  /** Empty unless `reason` is `weakness`. */
  weaknesses: readonly OpenWeakness[]
  /** Mitigations that count and name the link, an end of it, or its vendor or segment, yet leave the arc uncut. */
  present: readonly MitigationNote[]
  /** Mitigations that would cut the arc, but do not count under the scenario; `status` says why. */
  pending: readonly MitigationNote[]
  options: readonly ControlOption[]
}>

/** How a weakness is entered in the first place. */
export type EntryExplanation = Readonly<{
  from: Named
  link: Named
  interface: string | null
  /** `held`: the attacker has it by other steps. `untrusted`: it lies outside the operator's trust. */
  standing: 'held' | 'untrusted'
  pending: readonly MitigationNote[]
}>

export type RiskExplanation = Readonly<{
  id: string
  title: string
  /** Of the catalogue; null for a risk of one's own. */
  category: Readonly<{ id: string; title: string; description: string }> | null
  propagation: Propagation
  status: RiskStatus
  acceptedUntil: string | null
  /** Figures at the source, after RT1 and the floor of RT2. */
  likelihood: number
  impact: number
  /** Counting mitigations that name the risk and do not remove it at the source. */
  present: readonly MitigationNote[]
  /** Mitigations that would remove it at the source, but do not count under the scenario; `status` says why. */
  pending: readonly MitigationNote[]
  options: readonly ControlOption[]
}>

export type Explanation = Readonly<{
  exposure: Exposure
  /** Under which it was found; it decides what counts. */
  scenario: Scenario
  risk: RiskExplanation
  source: Named
  /** Whose product the source is; null where nobody said. */
  vendor: Named | null
  product: string | null
  target: Named
  entry: EntryExplanation | null
  hops: readonly HopExplanation[]
}>
