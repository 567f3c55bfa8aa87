import type { Component, Segment } from '../model/records.ts'
import { COVERAGE_STATES, type CoverageColumns } from './coverage.ts'
import type { CoverageState } from './result.ts'

/**
 * What has come of a set of instances (CO1–CO7). `counted` are all but those that are closed or not applicable, `covered`
 * those among them that are removed, verified or contained. The share is covered ÷ counted, and there is none where
 * nothing is to be covered.
 */
export type Share = Readonly<{
  /** How many are in each of `COVERAGE_STATES`. */
  tally: Int32Array
  covered: number
  counted: number
  /** Null where no risk applies at all. */
  worst: CoverageState | null
}>

const isOneOf = (...states: readonly CoverageState[]): Uint8Array =>
  Uint8Array.from(COVERAGE_STATES, (state) => Number(states.includes(state)))
/** By the place of a state in `COVERAGE_STATES`, whose order is from best to worst. */
export const COUNTS_AS_COVERED = isOneOf('verified', 'removed', 'contained')
export const COUNTS_AS_ENDED = isOneOf('closed', 'not-applicable')

export function shareOfTally(tally: Int32Array): Share {
  let [covered, counted, worst] = [0, 0, -1]
  tally.forEach((count, state) => {
    if (count === 0) return
    worst = state
    if (COUNTS_AS_COVERED[state] === 1) covered += count
    if (COUNTS_AS_ENDED[state] !== 1) counted += count
  })
  return { tally, covered, counted, worst: COVERAGE_STATES[worst] ?? null }
}

export type Shares = Readonly<{
  components: ReadonlyMap<string, Share>
  /** With all that lies inside. */
  segments: ReadonlyMap<string, Share>
  vendors: ReadonlyMap<string, Share>
}>

/** Those to which some risk applies; what is not in a map has nothing to cover, which is blank and not covered. */
export function findShares(
  { component, state }: Pick<CoverageColumns, 'component' | 'state'>,
  { components, segments }: Readonly<{ components: readonly Component[]; segments: readonly Segment[] }>,
): Shares {
  const tallies = new Map<number, Int32Array>()
  for (let row = 0; row < state.length; row++) {
    const tally = tallyIn(tallies, component[row] as number)
    const code = state[row] as number
    tally[code] = (tally[code] as number) + 1
  }
  const bySegment = new Map<string, Int32Array>()
  const byVendor = new Map<string, Int32Array>()
  const around = segmentsAround(segments)
  for (const [index, tally] of tallies) {
    const { segment, vendor } = components[index] as Component
    for (const id of segment === null ? [] : around(segment)) add(tallyIn(bySegment, id), tally)
    if (vendor !== null) add(tallyIn(byVendor, vendor), tally)
  }
  const byComponent = new Map(
    Array.from(tallies, ([index, tally]) => [(components[index] as Component).id, tally]),
  )
  return { components: shared(byComponent), segments: shared(bySegment), vendors: shared(byVendor) }
}

/** A segment and those around it, the innermost first. A circle, which no normalised model has, ends where it closes. */
export function segmentsAround(segments: readonly Segment[]): (segment: string) => readonly string[] {
  const parents = new Map(segments.map(({ id, parent }) => [id, parent]))
  return (segment) => {
    const found = new Set<string>()
    let at: string | null = segment
    while (at !== null && parents.has(at) && !found.has(at)) {
      found.add(at)
      at = parents.get(at) ?? null
    }
    return [...found]
  }
}

function tallyIn<Key>(tallies: Map<Key, Int32Array>, key: Key): Int32Array {
  let tally = tallies.get(key)
  if (tally === undefined) tallies.set(key, (tally = new Int32Array(COVERAGE_STATES.length)))
  return tally
}

function add(sum: Int32Array, tally: Int32Array): void {
  tally.forEach((count, state) => {
    sum[state] = (sum[state] as number) + count
  })
}

const shared = (tallies: ReadonlyMap<string, Int32Array>): ReadonlyMap<string, Share> =>
  new Map(Array.from(tallies, ([id, tally]) => [id, shareOfTally(tally)]))
