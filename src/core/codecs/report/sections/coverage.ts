import { COVERAGE_STATES } from '../../../analysis/coverage.ts'
import { findShares, type Share, shareOfTally } from '../../../analysis/coverage-shares.ts'
import type { CoverageState } from '../../../analysis/result.ts'
import { compareCodeUnits } from '../../../model/order.ts'
import { COVERAGE_LOOKS } from '../../../paint/coverage-looks.ts'
import type { Cell } from '../../registers/register.ts'
import { type Block, column, heading, paragraph, quiet, table } from '../document.ts'
import type { Analysed, Grounds } from '../grounds.ts'
import { COVERAGE_WORDS, coveredInWords, figure, percentOfCounts, some } from '../words.ts'

export function coverage(grounds: Grounds): Block[] {
  const { analysed } = grounds
  if (analysed === null) return [quiet('Not analysed; see the summary.')]
  const { columns } = analysed.result.coverage
  const intro = paragraph(
    'Counted are the places at which a recorded foothold or weakness applies: pairs of a risk and a component. ',
    'Covered are those where a mitigation that counts removes the risk, and those from which no critical function is taken or reached. Planned, proposed and accepted never count as covered. What is closed or not applicable is left out on both sides. A component without a risk is blank, and not covered.',
  )
  if (columns.state.length === 0)
    return [
      intro,
      quiet(
        'No foothold or weakness applies to any component: there is nothing to cover, and nothing is covered.',
      ),
    ]
  const whole = shareOfTally(columns.tally)
  return [
    intro,
    paragraph({ text: `Whole board: ${coveredInWords(whole.covered, whole.counted)}.`, as: 'strong' }),
    byState(whole),
    ...shares(grounds, analysed),
    heading(2, 'Place by place', 'instances'),
    instances(grounds, analysed),
  ]
}

/** The worst first. */
const STATES: readonly CoverageState[] = COVERAGE_STATES.toReversed()

const byState = ({ tally }: Share): Block =>
  table(
    'Places by what has come of them, the worst first',
    [
      column('State', 20),
      column('Means', 62),
      column('Counts as covered', 18),
      column('Places', 10, 'number'),
    ],
    STATES.map((state) => {
      const { means, counts } = COVERAGE_WORDS[state]
      return [COVERAGE_LOOKS[state].label, means, counts, tally[COVERAGE_STATES.indexOf(state)] ?? 0]
    }),
  )

function shares({ model, name }: Grounds, { result }: Analysed): Block[] {
  const { segments, vendors, components } = findShares(result.coverage.columns, model)
  const blank = model.components.filter(({ id }) => !components.has(id)).length
  const rows = (of: ReadonlyMap<string, Share>): (readonly Cell[])[] =>
    [...of]
      .map(([id, share]) => ({ id, called: name(id), share }))
      .toSorted((a, b) => compareCodeUnits(a.called, b.called) || compareCodeUnits(a.id, b.id))
      .map(({ called, share: { covered, counted, worst } }) => [
        called,
        covered,
        counted,
        counted === 0 ? 'blank' : percentOfCounts(covered, counted),
        worst === null ? null : COVERAGE_LOOKS[worst].label,
      ])
  const tableOf = (caption: string, first: string, of: ReadonlyMap<string, Share>): Block[] =>
    of.size === 0 ? [] : [table(caption, [column(first, 34), ...SHARE_COLUMNS], rows(of))]
  return [
    ...tableOf('By segment, with all that lies inside', 'Segment', segments),
    ...tableOf('By vendor', 'Vendor', vendors),
    quiet(
      `${some(blank, 'component')} of ${figure(model.components.length)} ${blank === 1 ? 'is' : 'are'} blank: no foothold or weakness is recorded there.`,
    ),
  ]
}

const SHARE_COLUMNS = [
  column('Covered', 10, 'number'),
  column('Counted', 10, 'number'),
  column('Share', 12),
  column('Worst state', 20),
]

function instances({ name }: Grounds, { result }: Analysed): Block {
  const { columns, model } = result.coverage
  const rows: (readonly Cell[])[] = []
  // State by state rather than sorted: there may be millions of places.
  for (const state of STATES) {
    const code = COVERAGE_STATES.indexOf(state)
    for (let row = 0; row < columns.state.length; row++) {
      if (columns.state[row] !== code) continue
      rows.push([
        COVERAGE_LOOKS[state].label,
        name(model.risks[columns.risk[row] as number]?.id),
        name(model.components[columns.component[row] as number]?.id),
      ])
    }
  }
  return table(
    'Every place at which a foothold or weakness applies, the worst first',
    [column('State', 20), column('Risk', 50), column('Component', 40)],
    rows,
  )
}
