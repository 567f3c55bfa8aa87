import { changeInWords } from '../../../analysis/review/field-changes.ts'
import type { Difference } from '../../../analysis/review/difference.ts'
import { isSameOutcome } from '../../../analysis/review/outcome.ts'
import { KIND_WORDS } from '../../../model/kind-words.ts'
import type { ReviewOutcome } from '../../../model/records.ts'
import { type Block, definitions, heading, list, paragraph, quiet, type Runs } from '../document.ts'
import type { Grounds } from '../grounds.ts'
import { figure, momentInWords, said, some } from '../words.ts'
import { type Standing, standingsOf } from './standings.ts'
import { scopeInWords } from './subjects.ts'

/** Differences told one by one for a sign-off; how many more there are is said. */
const MOST_DIFFERENCES = 50

export function signOffs(grounds: Grounds): Block[] {
  const standings = standingsOf(grounds)
  return [
    paragraph(
      'A sign-off keeps what was agreed to, and its digest. Each is compared with the board as it stands: whether it is still of what was signed. It is a record of agreement and no proof of identity: names are as people gave them.',
    ),
    ...(standings.length === 0 ? [quiet('Nothing has been signed off.')] : []),
    ...standings.flatMap((standing, at) => signOff(standing, at, grounds)),
  ]
}

type Line = readonly [term: string, ...says: Runs]

function signOff(standing: Standing, at: number, { name }: Grounds): Block[] {
  const { review, since, state, now } = standing
  const { scope, reviewer, statement, withdrawn, outcome, digest } = review
  const what = scopeInWords(scope, name)
  return [
    heading(2, `${at + 1}. ${what.charAt(0).toUpperCase()}${what.slice(1)}`, `sign-off-${at + 1}`),
    definitions([
      ['Signed by', `${said(reviewer)}, ${momentInWords(review.at)}`],
      ['Statement', said(statement)],
      ['Stands', { text: STATE_WORDS[state], as: 'strong' }] satisfies Line,
      ...(withdrawn === null
        ? []
        : [['Withdrawn by', `${said(withdrawn.by)}, ${momentInWords(withdrawn.at)}`] satisfies Line]),
      ...(outcome === null ? [] : [['Outcome then', outcomeInWords(outcome)] satisfies Line]),
      ...(now === null || outcome === null
        ? []
        : [
            [
              'Outcome now',
              `${outcomeInWords(now)}${isSameOutcome(outcome, now) ? '' : ': not as at the sign-off'}`,
            ] satisfies Line,
          ]),
      ['SHA-256', said(digest)],
    ]),
    ...(since.state === 'changed' ? differences(since.differences, since.inShort) : []),
  ]
}

const STATE_WORDS: Readonly<Record<Standing['state'], string>> = {
  unchanged: 'Unchanged: it is what was signed off.',
  changed: 'Changed: it is no longer what was signed off.',
  unverifiable:
    'Cannot be verified: what was signed off is damaged, missing, of a newer version or beyond this analysis, so that nobody can say whether it changed.',
  withdrawn: 'Withdrawn.',
}

const outcomeInWords = ({ scenario, date, taken, reached, covered, counted }: ReviewOutcome): string =>
  `${figure(taken)} taken, ${figure(reached)} reached; ${figure(covered)} of ${figure(counted)} places covered (${scenario} scenario, ${date})`

function differences(all: readonly Difference[], inShort: boolean): Block[] {
  const told = all.slice(0, MOST_DIFFERENCES)
  const left = all.length - told.length
  return [
    paragraph({
      text:
        all.length === 0
          ? 'More has changed than can be told: the content was too long to be kept whole.'
          : `${some(all.length, 'difference')} since${inShort ? ', by record: the content was too long to be kept whole' : ''}:`,
      as: 'strong',
    }),
    ...(told.length === 0
      ? []
      : [list([...told.map(differenceInWords), ...(left > 0 ? [`… and ${figure(left)} more`] : [])])]),
  ]
}

function differenceInWords({ of, what, name, fields }: Difference): string {
  if (fields.length > 0) return `${name}: ${fields.map(changeInWords).join('; ')}`
  return of === 'meta' || of === 'outcome' ? `${name} ${what}` : `${name}: ${KIND_WORDS[of][0]} ${what}`
}
