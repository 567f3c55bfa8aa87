import type { SetAside } from '../model/normalise.ts'
import type { Policy } from '../model/records.ts'
import type { Rating, Scenario } from '../model/terms.ts'
import type { CheckResult } from './checks/findings.ts'

/** The answer of the exposure engine, field for field the JSON of `ringfence analyse --json` (model.md, "The result"). */

export const RESULT_FORMAT = 'ringfence-exposure'
export const RESULT_VERSION = 1

export type AnalyseOptions = Readonly<{
  /** The calendar day asked for, `YYYY-MM-DD`; it decides which acceptances still hold (AN14). */
  date: string
  /** Which mitigations count (AN1); the scenario of the model's own policy where it is left out. */
  scenario?: Scenario
  /** What is tried out (AN13): mitigations, by id, that count or do not count whatever their status. */
  switched?: ReadonlyMap<string, boolean>
}>

/** Taken: the attacker gets in. Reached: he stands at the door and no known weakness lets him in. */
export type ExposureKind = 'taken' | 'reached'

/** How the first component of a weakness' path is entered: from a component that is held or untrusted (AN10). */
export type Entry = Readonly<{ component: string; link: string }>

export type Exposure = Readonly<{
  risk: string
  target: string
  kind: ExposureKind
  source: string
  /** Number of links on the shown path; 0 where the source is the target itself. */
  hops: number
  /** Component ids from source to target, `hops + 1` of them (AN10). */
  path: readonly string[]
  /** Link ids, `links[i]` between `path[i]` and `path[i + 1]`. */
  links: readonly string[]
  /** Null for a foothold. */
  entry: Entry | null
  rating: Rating
  accepted: boolean
}>

export type Route = Readonly<{ components: readonly string[]; links: readonly string[] }>

/** AN11: `reached` lists only what `taken` does not. */
export type Routes = Readonly<{ taken: Route; reached: Route }>

export type CoverageState =
  | 'closed'
  | 'not-applicable'
  | 'verified'
  | 'removed'
  | 'contained'
  | 'accepted'
  | 'partial'
  | 'planned'
  | 'proposed'
  | 'uncovered'

export type CoverageInstance = Readonly<{ risk: string; component: string; state: CoverageState }>

export type Coverage = Readonly<{
  /** 0 to 1; null where there is nothing to cover. */
  share: number | null
  instances: readonly CoverageInstance[]
}>

export type Counts = Readonly<{
  components: number
  links: number
  held: number
  targets: number
  taken: number
  reached: number
  /** Exposures, taken or reached, of risks that are accepted on the day. */
  accepted: number
}>

/** What a board shows at once after every edit: everything but the routes and the figures of AN12 and AN13. */
export type CoreResult = Readonly<{
  format: typeof RESULT_FORMAT
  version: typeof RESULT_VERSION
  date: string
  /** The model's policy with the scenario that was asked for. */
  policy: Policy
  counts: Counts
  held: readonly string[]
  sources: readonly string[]
  targets: readonly string[]
  /** By risk, then target. */
  exposures: readonly Exposure[]
  coverage: Coverage
  setAside: readonly SetAside[]
}>

/** Taken exposures that would no longer be taken, and reached ones that would vanish. */
export type Cleared = Readonly<{ id: string; taken: number; reached: number }>

export type ChokeCounts = Readonly<{ components: readonly Cleared[]; links: readonly Cleared[] }>

export type Plan = Readonly<{
  mitigations: readonly string[]
  effort: number
  minimal: boolean
  /** Taken exposures that the plan leaves, since no mitigation of the model ends them. */
  remaining: number
  /** Only where `minimal` is false: no plan can cost less than this. */
  lowerBound?: number
}>

export type LoadBearing = Readonly<{ id: string; opens: number }>

/** What changing one mitigation would do (AN13). */
export type Changes = Readonly<{ mitigations: readonly Cleared[]; loadBearing: readonly LoadBearing[] }>

export type ExposureResult = CoreResult &
  Readonly<{
    routes: Routes
    chokePoints: ChokeCounts & Readonly<{ separatingSet: readonly string[] }>
    whatIf: Changes & Readonly<{ plan: Plan }>
    /** The diagram rules (CH). */
    checks: CheckResult
  }>
