import type { BurnDownPoint } from './burn-down.ts'
import type { Explanation } from './explanation.ts'
import type { AttackPath } from './more-paths.ts'
import type { Exposure } from './result.ts'

/** What is asked about one thing at a time, on request, of the model as it was last analysed. */
export type Questions = {
  /** AN10: the loopless paths of an exposure, the shown one first, `most` at most. */
  paths: { asked: Readonly<{ risk: string; target: string; most: number }>; answer: readonly AttackPath[] }
  /** Null where the exposure's path no longer exists. */
  explanation: { asked: Readonly<{ exposure: Exposure }>; answer: Explanation | null }
  /** The board as it stands today and on each day on which a projection changes. */
  'burn-down': { asked: object; answer: readonly BurnDownPoint[] }
  blast: { asked: Readonly<{ component: string }>; answer: BlastRadius | null }
}

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
