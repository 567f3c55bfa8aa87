import type { Lapse } from '../../core/analysis/review/lapses.ts'
import { dayAfter } from '../../core/analysis/review/lapses.ts'
import type { Difference, SinceReview } from '../../core/analysis/review/difference.ts'
import { changeInWords } from '../../core/analysis/review/field-changes.ts'
import { KIND_WORDS } from '../../core/model/kind-words.ts'
import { compareCodeUnits } from '../../core/model/order.ts'
import type { Review } from '../../core/model/records.ts'

type Standing = Readonly<{
  word: string
  icon: string
  tone: 'good' | 'warning' | 'plain'
  means: string
}>

/** How a sign-off stands, `since` undefined while it is being compared. */
export function standingOf(review: Review, since: SinceReview | undefined): Standing {
  if (review.withdrawn !== null) {
    return { word: 'withdrawn', icon: 'undo', tone: 'plain', means: `Withdrawn by ${review.withdrawn.by}` }
  }
  if (since === undefined)
    return { word: 'checking…', icon: 'question', tone: 'plain', means: 'Being compared with the board' }
  switch (since.state) {
    case 'unchanged':
      return { word: 'unchanged', icon: 'check', tone: 'good', means: 'It is what was signed off.' }
    case 'unverifiable':
      return {
        word: 'cannot be verified',
        icon: 'unverified',
        tone: 'warning',
        means: 'What was signed off is damaged, or from a newer version: nobody can say whether it changed.',
      }
    case 'changed':
      return {
        word: `changed: ${some(since.differences.length, 'difference')}`,
        icon: 'warning',
        tone: 'warning',
        means: 'It is no longer what was signed off.',
      }
  }
}

const some = (count: number, noun: string): string => {
  if (count === 0) return 'more than can be told'
  return `${count} ${noun}${count === 1 ? '' : 's'}`
}

/** Newest first; of the same moment by id. */
export const newestFirst = (reviews: readonly Review[]): readonly Review[] =>
  reviews.toSorted((a, b) => compareCodeUnits(b.at ?? '', a.at ?? '') || compareCodeUnits(a.id, b.id))

/** The newest sign-off of the whole board that stands, which is what "the last review" means. */
export const lastReview = (newest: readonly Review[]): Review | undefined =>
  newest.find(({ scope, withdrawn }) => scope === null && withdrawn === null)

/** `direction both → forward; plane not set → user`, or what became of which kind of record: `mitigation added`. */
export const differenceInWords = ({ of, what, fields }: Difference): string =>
  fields.length > 0
    ? fields.map(changeInWords).join('; ')
    : of === 'meta' || of === 'outcome'
      ? what
      : `${KIND_WORDS[of][0]} ${what}`

export const LAPSE_WORDS: Readonly<Record<Lapse['what'], Readonly<{ label: string; icon: string }>>> = {
  acceptance: { label: 'Acceptance', icon: 'accepted' },
  judgement: { label: 'Statement', icon: 'note' },
  waiver: { label: 'Waiver', icon: 'hand' },
  support: { label: 'Support', icon: 'component' },
  due: { label: 'Mitigation', icon: 'mitigation' },
}

/** What the end of something comes to: `open again since 2027-01-01`, `until 2026-12-31`. */
export function lapseInWords({ what, day, overdue }: Lapse): string {
  switch (what) {
    case 'acceptance':
      return overdue ? `open again since ${dayAfter(day)}` : `accepted until ${day}`
    case 'support':
      return overdue ? `ended on ${day}` : `ends on ${day}`
    case 'due':
      return overdue ? `overdue since ${day}` : `due on ${day}`
    case 'judgement':
    case 'waiver':
      return overdue ? `lapsed after ${day}` : `until ${day}`
  }
}
