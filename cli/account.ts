import { type Report, tally } from '../src/core/codecs/report.ts'
import { plain } from './summary.ts'

/** More than a person reads at a terminal; `--report` has them all. */
const MOST_NOTES = 40

/** What became of each record, for a person: counts by kind, then each that is not as it was. */
export function accountInWords(title: string, report: Report): string[] {
  if (report.length === 0) return [`${title}.`]
  const notes = report.filter(({ fate }) => fate !== 'carried')
  const left = notes.length - MOST_NOTES
  return [
    `${title}:`,
    ...tally(report).map(({ what, carried, changed, dropped }) => {
      const parts = [
        `${carried} carried`,
        ...(changed > 0 ? [`${changed} changed`] : []),
        ...(dropped > 0 ? [`${dropped} left out`] : []),
      ]
      return `  ${plain(what)}: ${parts.join(', ')}`
    }),
    ...notes
      .slice(0, MOST_NOTES)
      .map(({ fate, what, at, words }) => plain(`${fate === 'changed' ? '~' : '-'} ${what} ${at}: ${words}`))
      .map((line) => `  ${line}`),
    ...(left > 0 ? [`  … and ${left} more; --report lists them all.`] : []),
  ]
}
