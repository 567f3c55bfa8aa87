import type { BurnDown } from './burn-down.ts'
import type { CheckResult } from './checks/findings.ts'
import type { Explanation } from './explanation.ts'
import type { AttackPath } from './more-paths.ts'
import type { Counts, Exposure } from './result.ts'
import type { Breaks } from './without-vendor.ts'

/** What is asked about one thing at a time, on request, of the model as it was last analysed. */
export type Questions = {
  /** AN10: the loopless paths of an exposure, the shown one first, `most` at most. */
  paths: { asked: Readonly<{ risk: string; target: string; most: number }>; answer: readonly AttackPath[] }
  /** Null where the exposure's path no longer exists. */
  explanation: { asked: Readonly<{ exposure: Exposure }>; answer: Explanation | null }
  /** Exposures and coverage today and on each day on which they change (PR4). */
  'burn-down': { asked: Readonly<object>; answer: BurnDown }
  blast: { asked: Readonly<{ component: string }>; answer: BlastRadius | null }
  /** The diagram rules, with what is tried out. */
  checks: { asked: Readonly<object>; answer: CheckResult }
  /** What breaks were all of a vendor's components gone, and what would be exposed then, as counted now and then. */
  'without-vendor': { asked: Readonly<{ vendor: string }>; answer: WithoutVendor }
}

export type WithoutVendor = Readonly<{ breaks: Breaks; before: Counts; after: Counts }>

export type Question = {
  [Of in keyof Questions]: Readonly<{ of: Of }> & Questions[Of]['asked']
}[keyof Questions]

/** What an attacker who held one component would come to hold and stand at, whatever else he has. */
export type BlastRadius = Readonly<{
  component: string
  /** It is held already, as the model stands. */
  held: boolean
  /** What steps lead to from it, without itself, the nearest first. */
  components: readonly string[]
  /** All links over which those steps go, and the doors at which he stands. */
  links: readonly string[]
  /** Critical components: `taken` where steps lead to them, else `reached`. By hops, then id. */
  targets: readonly BlastTarget[]
}>

export type BlastTarget = Readonly<{
  target: string
  kind: 'taken' | 'reached'
  hops: number
  /** Component ids from the component to the target, and the link ids between them. */
  path: readonly string[]
  links: readonly string[]
  /** Not taken (or not reached) by anything in the model as it stands. */
  fresh: boolean
}>
