import type { Finding } from '../../../analysis/checks/findings.ts'
import { grouped } from '../../../analysis/grouped.ts'
import { checkById, checks as allChecks } from '../../../catalogue/checks.ts'
import { isVerified } from '../../../catalogue/verified.ts'
import { recordIn } from '../../../model/lookup.ts'
import type { Waiver } from '../../../model/records.ts'
import { inWords, listed } from '../../registers/register.ts'
import { type Block, column, heading, list, paragraph, quiet, table } from '../document.ts'
import type { Grounds } from '../grounds.ts'
import { said, some } from '../words.ts'

export function checks(grounds: Grounds): Block[] {
  const { checks: result, tooLarge } = grounds
  const open = grouped(result.findings, ({ check }) => check)
  const waived = grouped(result.waived, ({ finding }) => finding.check)
  const silent = allChecks.filter(({ id }) => !open.has(id) && !waived.has(id))
  return [
    paragraph(
      'Rules for the design of telecom networks, applied to the board. A check that lacks the data to judge by finds nothing, which is no verdict that all is well (CH1).',
    ),
    ...(tooLarge === ''
      ? []
      : [quiet('Exposures are not known, so that the check for unmitigated paths has found nothing.')]),
    open.size + waived.size === 0
      ? quiet('No check finds anything.')
      : table(
          'Checks that find something, the gravest first',
          [
            column('Check', 58),
            column('Severity', 12),
            column('Open', 10, 'number'),
            column('Waived', 10, 'number'),
            column('Rule verified', 16),
          ],
          [...new Set([...open.keys(), ...waived.keys()])].map((id) => [
            checkById(id)?.title ?? id,
            inWords(checkById(id)?.severity ?? null),
            open.get(id)?.length ?? 0,
            waived.get(id)?.length ?? 0,
            verifiedCheck(id),
          ]),
        ),
    ...[...open].flatMap(([id, findings]) => findingsOf(id, findings)),
    ...waivedFindings(grounds),
    ...deadWaivers(grounds),
    ...(silent.length === 0
      ? []
      : [heading(2, 'Checks without a finding', 'silent-checks'), list(silent.map(({ title }) => title))]),
  ]
}

function verifiedCheck(id: string): string {
  const check = checkById(id)
  return check !== null && isVerified(check) ? 'Yes' : 'No'
}

function findingsOf(id: string, findings: readonly Finding[]): Block[] {
  const check = checkById(id)
  return [
    heading(2, check?.title ?? id, `check-${id}`),
    paragraph(
      `${inWords(check?.severity ?? 'low')}, ${some(findings.length, 'open finding')}. Rule: ${check?.rule ?? id}. Source: ${check?.source || 'none given'}${verifiedCheck(id) === 'Yes' ? '' : ' (not verified against the source)'}.`,
    ),
    table(
      `Open findings: ${check?.title ?? id}`,
      [column('No.', 6, 'number'), column('Finding', 100)],
      findings.map(({ words }, at) => [at + 1, words]),
    ),
  ]
}

function waivedFindings({ model, checks: { waived } }: Grounds): Block[] {
  if (waived.length === 0) return []
  return [
    heading(2, 'Waived findings', 'waived'),
    paragraph('Found, and waived by somebody for a reason. They are still there.'),
    table(
      'Waived findings',
      WAIVED_COLUMNS,
      waived.map(({ finding, waiver: id, until }) => {
        const waiver = recordIn(model, 'waivers', id)
        return [
          checkById(finding.check)?.title ?? finding.check,
          finding.words,
          `${waiver?.reason ?? ''}${waiver?.on.length === 0 ? ' (waived for the whole board)' : ''}`,
          waiver?.by ?? null,
          until ?? 'until lifted',
        ]
      }),
    ),
  ]
}

const WAIVED_COLUMNS = [
  column('Check', 24),
  column('Finding', 40),
  column('Reason', 30),
  column('By', 14),
  column('Until', 12),
]

/** CH2: what has no reason, no person or no time left waives nothing. */
function deadWaivers({ model, date, name }: Grounds): Block[] {
  const dead = model.waivers.filter((waiver) => lacking(waiver, date) !== '')
  if (dead.length === 0) return []
  return [
    heading(2, 'Waivers that hold no more', 'dead-waivers'),
    table(
      'Waivers that waive nothing on this day',
      [column('Check', 28), column('For', 30), column('Reason', 30), column('By', 14), column('Why not', 20)],
      dead.map((waiver) => [
        checkById(waiver.check)?.title ?? waiver.check,
        waiver.on.length === 0 ? 'Everything' : listed(waiver.on.map(name)),
        said(waiver.reason),
        said(waiver.by),
        lacking(waiver, date),
      ]),
    ),
  ]
}

const lacking = ({ reason, by, until }: Waiver, date: string): string =>
  listed([
    reason.trim() === '' ? 'no reason' : null,
    by.trim() === '' ? 'nobody named' : null,
    until !== null && until < date ? `lapsed after ${until}` : null,
  ])
