import { isSameOutcome } from '../../core/analysis/review/outcome.ts'
import type { Review, ReviewOutcome } from '../../core/model/records.ts'
import { SCENARIO_WORDS } from '../../ui/words.ts'
import type { Compared } from './use-since.ts'

/** Whether the analysis comes to something else than at the sign-off; false while that is not known, and of one withdrawn. */
export const outcomeChanged = ({ outcome, withdrawn }: Review, compared: Compared | undefined): boolean =>
  withdrawn === null &&
  outcome !== null &&
  compared !== undefined &&
  compared.outcome !== null &&
  !isSameOutcome(outcome, compared.outcome)

/** `2 taken, 1 reached; 3 of 5 risk instances covered`. */
export const figuresInWords = ({ taken, reached, covered, counted }: ReviewOutcome): string =>
  `${taken} taken, ${reached} reached; ${covered} of ${counted} risk ${counted === 1 ? 'instance' : 'instances'} covered`

/** `current scenario, 2026-11-23`. */
export const settingInWords = ({ scenario, date }: ReviewOutcome): string =>
  `${SCENARIO_WORDS[scenario].label.toLowerCase()} scenario, ${date}`
