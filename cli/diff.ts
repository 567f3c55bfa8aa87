import { parseArgs } from 'node:util'
import { analyseCore } from '../src/core/analysis/analyse.ts'
import { changeInWords, diffExposures, type ExposureDiff } from '../src/core/analysis/exposure-diff.ts'
import { componentName, riskTitle } from '../src/core/analysis/naming.ts'
import { differenceBetween, type Difference } from '../src/core/analysis/review/difference.ts'
import { changeInWords as fieldInWords } from '../src/core/analysis/review/field-changes.ts'
import { KIND_WORDS } from '../src/core/model/kind-words.ts'
import { recordIn } from '../src/core/model/lookup.ts'
import type { Model } from '../src/core/model/records.ts'
import { type Command, DONE, FOUND, Refusal, twoPaths } from './command.ts'
import { dayOf } from './day.ts'
import { readNormalised } from './input.ts'
import { plain, some } from './summary.ts'

const HELP = `Usage: ringfence diff A B [options]

Shows what model B says differently from A, and what that does to exposure.
A and B are models in any format that can be read; one of them may be - for standard input.
Left out is what says nothing of the network: layout, notes, comments and sign-offs.

Options:
  --json               print both lists as JSON
  --date YYYY-MM-DD    the day on which acceptances have to hold (default: today)
  --help               print this

Exit status: 0 they say the same and expose the same; 1 they do not; 2 input refused.
`

export const diffCommand: Command = {
  name: 'diff',
  summary: 'show what one model says differently from another, and what that exposes',
  help: HELP,
  async run(args) {
    const { values, positionals } = parseArgs({
      args: [...args],
      allowPositionals: true,
      options: { json: { type: 'boolean' }, date: { type: 'string' } },
    })
    const date = dayOf(values.date)
    const [first, second] = twoPaths(positionals, 'two files')
    if (first === '-' && second === '-') throw new Refusal('only one of the two can be standard input')
    const before = await readNormalised(first)
    const after = await readNormalised(second)
    const structure = differenceBetween(before.model, after.model)
    const exposure = diffExposures(
      analyseCore(before, { date }).exposures,
      analyseCore(after, { date }).exposures,
    )
    const text =
      values.json === true
        ? JSON.stringify({ format: 'ringfence-diff', version: 1, date, structure, exposure }, null, 2)
        : inWords(structure, exposure, before.model, after.model).join('\n')
    process.stdout.write(`${text}\n`)
    const isSame = structure.length === 0 && Object.values(exposure).every((list) => list.length === 0)
    return isSame ? DONE : FOUND
  },
}

const SIGNS = { added: '+', removed: '-', changed: '~' } as const

const LISTS: readonly Readonly<{ of: keyof ExposureDiff; title: string }>[] = [
  { of: 'back', title: 'Newly exposed' },
  { of: 'worse', title: 'Worse' },
  { of: 'eased', title: 'Eased' },
  { of: 'out', title: 'No longer exposed' },
]

function inWords(
  structure: readonly Difference[],
  exposure: ExposureDiff,
  before: Model,
  after: Model,
): string[] {
  const name = <K extends 'risks' | 'components'>(kind: K, id: string) => {
    const record = recordIn(after, kind, id) ?? recordIn(before, kind, id)
    if (record === undefined) return id
    return plain('on' in record ? riskTitle(record) : componentName(record))
  }
  const exposures = LISTS.flatMap(({ of, title }) =>
    exposure[of].length === 0
      ? []
      : [
          '',
          `${title}:`,
          ...exposure[of].map(
            (each) =>
              `  ${name('components', each.target)} through ${name('risks', each.risk)}: ${changeInWords(each)}`,
          ),
        ],
  )
  return [
    structure.length === 0 ? 'The models say the same.' : `${some(structure.length, 'difference')}:`,
    ...structure.flatMap(({ of, what, name: called, fields }) => [
      `${SIGNS[what]} ${of === 'meta' ? 'board' : of === 'outcome' ? of : KIND_WORDS[of][0]} ${plain(called)}`,
      ...fields.map((field) => `    ${plain(fieldInWords(field))}`),
    ]),
    ...(exposures.length === 0 ? ['', 'Exposure is the same.'] : exposures),
  ]
}
