import type { Model } from '../model/records.ts'
import { makeEngine } from './analyse.ts'
import { shareOfTally } from './coverage-shares.ts'
import { projectionDays, projectOn } from './projection.ts'

/** The board on one day, if every planned measure is in place by its due date. */
export type BurnDownPoint = Readonly<{
  date: string
  taken: number
  reached: number
  covered: number
  counted: number
}>

/** The days shown: the first ones where there are more. */
const MOST_DAYS = 60

/** `model` is normalised; one analysis a day, so other work of the thread gets its turn between two. */
export async function burnDown(
  model: Model,
  today: string,
  turn: () => Promise<void>,
): Promise<readonly BurnDownPoint[]> {
  const examine = makeEngine()
  const points: BurnDownPoint[] = []
  for (const day of projectionDays(model, today).slice(0, MOST_DAYS)) {
    const { outcome } = examine(model, projectOn(model, day, today))
    const { taken, reached } = outcome.counts
    const { covered, counted } = shareOfTally(outcome.coverage.tally)
    points.push({ date: day, taken, reached, covered, counted })
    await turn()
  }
  return points
}
