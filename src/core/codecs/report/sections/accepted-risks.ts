import { dayAfter } from '../../../analysis/review/lapses.ts'
import { riskTitle } from '../../../analysis/naming.ts'
import type { Exposure } from '../../../analysis/result.ts'
import { grouped } from '../../../analysis/grouped.ts'
import type { Risk } from '../../../model/records.ts'
import { subjectIdOf, threatLabels } from '../../../model/threats.ts'
import { dayOf, inWords } from '../../registers/register.ts'
import { type Block, column, heading, paragraph, quiet, table } from '../document.ts'
import type { Grounds } from '../grounds.ts'
import { said } from '../words.ts'
import { riskOn } from './subjects.ts'

export type AcceptedRisk = Readonly<{ risk: Risk; lapsed: boolean }>

/** AN14: what is accepted until a day is accepted on that day and open after it. */
export const acceptedRisks = ({ model, date }: Grounds): readonly AcceptedRisk[] =>
  model.risks
    .filter(({ status }) => status === 'accepted')
    .map((risk) => ({ risk, lapsed: risk.acceptedUntil !== null && risk.acceptedUntil < date }))

export function acceptedRisksSection(grounds: Grounds): Block[] {
  const accepted = acceptedRisks(grounds)
  const byRisk = grouped(grounds.analysed?.ranked ?? [], ({ risk }) => risk)
  const rows = (lapsed: boolean) =>
    accepted.filter((each) => each.lapsed === lapsed).map(({ risk }) => rowOf(risk, grounds, byRisk))
  const [held, over] = [rows(false), rows(true)]
  return [
    paragraph(
      'An accepted risk stays in the analysis and in every figure, marked as accepted. It is accepted on its last day and open again after it.',
    ),
    ...(held.length === 0
      ? [quiet('No risk is accepted on this day.')]
      : [table('Accepted on this day', COLUMNS, held)]),
    ...(over.length === 0 ? [] : [table('Lapsed: open again', COLUMNS, over)]),
    ...ended(grounds),
    ...bornThreats(grounds),
  ]
}

const COLUMNS = [
  column('Risk', 24),
  column('On', 18),
  column('Accepted by', 14),
  column('Until', 16),
  column('Why', 26),
  column('Takes', 8, 'number'),
  column('Reaches', 9, 'number'),
  column('Worst rating', 8),
]

function rowOf(risk: Risk, { date, name }: Grounds, byRisk: ReadonlyMap<string, readonly Exposure[]>) {
  const exposures = byRisk.get(risk.id) ?? []
  const { acceptedUntil } = risk
  const until =
    acceptedUntil === null
      ? 'without end'
      : acceptedUntil < date
        ? `${acceptedUntil}; open since ${dayAfter(acceptedUntil)}`
        : acceptedUntil
  return [
    riskTitle(risk),
    riskOn(risk.on, name),
    said(risk.acceptedBy),
    until,
    said(risk.rationale),
    exposures.filter(({ kind }) => kind === 'taken').length,
    exposures.filter(({ kind }) => kind === 'reached').length,
    inWords(exposures[0]?.rating ?? null),
  ]
}

/** What is left out of the analysis by decision belongs beside what is accepted in it. */
function ended({ model, name }: Grounds): Block[] {
  const risks = model.risks.filter(({ status }) => status === 'closed' || status === 'not-applicable')
  if (risks.length === 0) return []
  return [
    heading(2, 'Risks left out of the analysis', 'left-out'),
    paragraph('These are closed or do not apply, by decision. No exposure is sought from them (CO1).'),
    table(
      'Closed and not applicable',
      [column('Risk', 32), column('On', 24), column('Status', 16), column('Why', 44)],
      risks.map((risk) => [
        riskTitle(risk),
        riskOn(risk.on, name),
        inWords(risk.status),
        said(risk.rationale),
      ]),
    ),
  ]
}

function bornThreats({ model, name }: Grounds): Block[] {
  const labels = threatLabels(model.threats)
  const threats = model.threats.filter(({ decision }) => decision === 'accept' || decision === 'dismissed')
  if (threats.length === 0) return []
  return [
    heading(2, 'Threats accepted or dismissed', 'threats-borne'),
    table(
      'Threats accepted or dismissed',
      [
        column('Threat', 28),
        column('To', 20),
        column('Decision', 12),
        column('By', 14),
        column('On', 12, 'date'),
        column('Why', 34),
      ],
      threats.map(({ id, title, on, decision, by, at, rationale }) => [
        `${labels.get(id) ?? ''} ${title}`.trim(),
        name(subjectIdOf(on)),
        inWords(decision),
        said(by),
        dayOf(at),
        said(rationale),
      ]),
    ),
  ]
}
