import type { Model } from '../model/records.ts'
import { makeEngine } from './analyse.ts'
import { shareOfTally } from './coverage-shares.ts'
import { MOST_EXPOSURES_SHOWN } from './limits.ts'
import { projectOn } from './projection.ts'
import { projectionDays } from './projection-days.ts'
import type { Counts } from './result.ts'

/** The board on one day, as `projectOn` has it: its exposures, and its risks at components (CO1–CO7). */
export type BurnDownPoint = Readonly<{ date: string; covered: number; counted: number }> &
  Pick<Counts, 'taken' | 'reached' | 'accepted'>

/** In the order of days, today first; `more` days after them are left out. */
export type BurnDown = Readonly<{ points: readonly BurnDownPoint[]; more: number }>

/** Each day is a whole analysis. */
const MOST_DAYS = 60

/** Moving the board to another day changes nothing about its burn-down, so that is not counted anew for it. */
const counted = new WeakMap<Model, Readonly<{ today: string; answer: BurnDown }>>()

/**
 * Today and the days on which a projection changes. Of the board as it is written, whatever is tried out. `model` is
 * normalised; `turn` is waited for between two days and ends all by rejecting. Throws `TooLarge`.
 */
export async function burnDown(model: Model, today: string, turn: () => Promise<void>): Promise<BurnDown> {
  const known = counted.get(model)
  if (known?.today === today) return known.answer
  const examine = makeEngine(MOST_EXPOSURES_SHOWN)
  const days = projectionDays(model, today)
  const points: BurnDownPoint[] = []
  for (const date of days.slice(0, MOST_DAYS)) {
    const { taken, reached, accepted, covered, counted } = countsOn(date)
    points.push({ date, taken, reached, accepted, covered, counted })
    await turn()
  }
  const answer = { points, more: days.length - points.length }
  counted.set(model, { today, answer })
  return answer

  function countsOn(date: string) {
    const { counts, coverage } = examine(model, projectOn(model, date, today)).outcome
    return { ...counts, ...shareOfTally(coverage.tally) }
  }
}
