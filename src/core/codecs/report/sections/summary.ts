import type { Exposure } from '../../../analysis/result.ts'
import { checkById } from '../../../catalogue/checks.ts'
import { CRITICALITIES, RATINGS } from '../../../model/terms.ts'
import { shareOfTally } from '../../../analysis/coverage-shares.ts'
import { inWords } from '../../registers/register.ts'
import { type Block, column, definitions, heading, list, paragraph, type Runs, table } from '../document.ts'
import type { Analysed, Grounds } from '../grounds.ts'
import { coveredInWords, figure, some } from '../words.ts'
import { type AcceptedRisk, acceptedRisks } from './accepted-risks.ts'
import { caveats, settings } from './caveats.ts'
import { type Standing, standingsOf } from './standings.ts'

export function summary(grounds: Grounds): Block[] {
  const { analysed, date } = grounds
  return [
    paragraph(
      `What follows is about the network as it is drawn and recorded on one board, judged as of ${date}: which critical functions an attacker would get into or come to stand at through the vendor risks recorded there, and what has been done about them. It knows nothing else. Where it finds nothing, that is no proof that there is nothing.`,
    ),
    ...settings(grounds),
    ...(analysed === null ? [] : figures(analysed)),
    definitions(inFigures(grounds)),
    heading(2, 'To bear in mind', 'bear-in-mind'),
    list(caveats(grounds)),
  ]
}

function figures({ result }: Analysed): Block[] {
  const count = (...wanted: readonly ((exposure: Exposure) => boolean)[]) =>
    result.exposures.filter((exposure) => wanted.every((is) => is(exposure))).length
  const taken = ({ kind }: Exposure) => kind === 'taken'
  const reached = ({ kind }: Exposure) => kind === 'reached'
  const accepted = ({ accepted }: Exposure) => accepted
  const row = (name: string, of: (exposure: Exposure) => boolean) => [
    name,
    count(of, taken),
    count(of, reached),
    count(of, accepted),
  ]
  return [
    table(
      'Exposures by rating: pairs of a risk and a critical function',
      [
        column('Rating', 20),
        column('Taken', 16, 'number'),
        column('Reached', 16, 'number'),
        column('Of these, of accepted risks', 28, 'number'),
      ],
      [
        ...RATINGS.toReversed().map((rating) =>
          row(inWords(rating) ?? '', (exposure) => exposure.rating === rating),
        ),
        row('All', () => true),
      ],
    ),
  ]
}

type Line = readonly [term: string, ...says: Runs]

function inFigures(grounds: Grounds): Line[] {
  const { model, analysed, checks, setAside } = grounds
  return [
    [
      'Network',
      `${some(model.components.length, 'component')}, ${some(model.links.length, 'link')}, ${some(model.segments.length, 'segment')}, ${some(model.vendors.length, 'vendor')}`,
    ],
    ...(analysed === null ? [] : analysedInFigures(analysed)),
    [
      'Recorded',
      `${some(model.risks.length, 'risk')}, ${some(model.mitigations.length, 'mitigation')}, ${some(model.threats.length, 'threat')}, ${some(model.statements.length, 'statement')} about vendors`,
    ],
    [
      'Checks',
      findingsInWords(checks.findings.map(({ check }) => check)),
      checks.waived.length > 0 ? `; ${figure(checks.waived.length)} more waived` : '',
    ],
    ['Accepted risks', acceptedInWords(acceptedRisks(grounds))],
    ['Sign-offs', standingsInWords(standingsOf(grounds))],
    ['Set aside', setAside.length === 0 ? 'nothing' : some(setAside.length, 'entry', 'entries')],
  ]
}

function analysedInFigures({ result }: Analysed): Line[] {
  const { exposures, targets, held, coverage } = result
  const taken = new Set(exposures.filter(({ kind }) => kind === 'taken').map(({ target }) => target))
  const reached = new Set(exposures.map(({ target }) => target).filter((target) => !taken.has(target)))
  const neither = targets.length - taken.size - reached.size
  const { covered, counted } = shareOfTally(coverage.columns.tally)
  return [
    [
      'Critical functions',
      `${figure(targets.length)}: ${figure(taken.size)} taken, ${figure(reached.size)} reached but not taken, ${figure(neither)} neither, as far as is recorded`,
    ],
    [
      'Held',
      `${some(held.length, 'component')} that an attacker holds through recorded footholds and what they lead to`,
    ],
    ['Coverage', `${coveredInWords(covered, counted)}, counted as places at which a risk applies`],
  ]
}

function findingsInWords(checks: readonly string[]): string {
  if (checks.length === 0) return 'no open finding'
  const severities = checks.map((id) => checkById(id)?.severity ?? 'low')
  const parts = CRITICALITIES.map((severity) => ({
    severity,
    count: severities.filter((each) => each === severity).length,
  }))
  const told = parts
    .filter(({ count }) => count > 0)
    .map(({ severity, count }) => `${figure(count)} ${severity}`)
  return `${some(checks.length, 'open finding')} (${told.join(', ')})`
}

function acceptedInWords(risks: readonly AcceptedRisk[]): string {
  if (risks.length === 0) return 'none'
  const lapsed = risks.filter(({ lapsed }) => lapsed).length
  return lapsed === 0
    ? figure(risks.length)
    : `${figure(risks.length)}, of which ${figure(lapsed)} lapsed and open again`
}

function standingsInWords(standings: readonly Standing[]): string {
  if (standings.length === 0) return 'none'
  const count = (state: Standing['state']) => standings.filter((each) => each.state === state).length
  const parts = (['unchanged', 'changed', 'unverifiable', 'withdrawn'] as const)
    .map((state) => ({ state, many: count(state) }))
    .filter(({ many }) => many > 0)
    .map(({ state, many }) => `${figure(many)} ${STATE_WORDS[state]}`)
  return parts.join(', ')
}

const STATE_WORDS: Readonly<Record<Standing['state'], string>> = {
  unchanged: 'still of what was signed',
  changed: 'no longer of what was signed',
  unverifiable: 'that cannot be verified',
  withdrawn: 'withdrawn',
}
