import type { Cleared } from '../core/analysis/result.ts'

/** From 1; equals share a rank, and the next one after them has its place in the list. */
export type Ranked = Cleared & Readonly<{ rank: number }>

/** `cleared` as AN12 gives it: most taken first, then most reached. */
export function rankedChokes(cleared: readonly Cleared[]): readonly Ranked[] {
  let rank = 1
  return cleared.map((each, index) => {
    const before = cleared[index - 1]
    if (before?.taken !== each.taken || before.reached !== each.reached) rank = index + 1
    return { ...each, rank }
  })
}
