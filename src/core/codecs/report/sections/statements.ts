import { compareCodeUnits } from '../../../model/order.ts'
import type { Statement } from '../../../model/records.ts'
import type { StatementKind } from '../../../model/terms.ts'
import { evidenceIn, listed } from '../../registers/register.ts'
import { type Block, heading, type Item, quiet, type Runs } from '../document.ts'
import type { Grounds } from '../grounds.ts'

/** Whether a statement says nothing any more: its last day has passed. */
export const isLapsed = ({ until }: Pick<Statement, 'until'>, date: string): boolean =>
  until !== null && until < date

/** What others have said or done, and apart from it what somebody makes of that; each with its source, the newest first. */
export function statementBlocks(statements: readonly Statement[], grounds: Grounds): Block[] {
  const newest = statements.toSorted(
    (a, b) => compareCodeUnits(b.date ?? '', a.date ?? '') || compareCodeUnits(a.id, b.id),
  )
  const facts = newest.filter(({ kind }) => kind !== 'judgement')
  const judgements = newest.filter(({ kind }) => kind === 'judgement')
  return [
    ...(facts.length === 0
      ? [quiet('No assurance, finding, incident or restriction on record.')]
      : [heading(3, 'Facts on record', anchorOf('facts', facts)), cards(facts, grounds)]),
    ...(judgements.length === 0
      ? []
      : [
          heading(3, 'Judgements, as their authors made them', anchorOf('judgements', judgements)),
          cards(judgements, grounds),
        ]),
  ]
}

const anchorOf = (what: string, [first]: readonly Statement[]): string => `${what}-${first?.id ?? ''}`

const cards = (statements: readonly Statement[], grounds: Grounds): Block => ({
  block: 'list',
  ordered: false,
  items: statements.map((statement) => card(statement, grounds)),
})

const KIND_WORDS: Readonly<Record<StatementKind, string>> = {
  assurance: 'Assurance',
  finding: 'Finding',
  incident: 'Incident',
  restriction: 'Restriction',
  judgement: 'Judgement',
}

function card(statement: Statement, { name, date: today }: Grounds): Item {
  const { kind, title, wording, author, body, date, until, jurisdiction, scope, evidence } = statement
  const { product, version, hardware } = statement
  const lapsed = isLapsed(statement, today)
  const about = [
    product === null ? null : name(product),
    version,
    hardware === null ? null : `hardware ${hardware}`,
  ]
    .filter(Boolean)
    .join(' ')
  const source = listed([author, body, date ?? 'no date given', jurisdiction])
  const proof = evidenceIn(evidence)
  const lines: Runs[] = [
    ...(wording === '' ? [] : [[`“${wording}”`]]),
    [source === '' ? 'Source: not recorded' : `Source: ${source}`],
    ...(about === '' ? [] : [[`About: ${about}`]]),
    ...(scope === '' ? [] : [[`Scope: ${scope}`]]),
    ...(until === null ? [] : [[lapsed ? `Ended ${until}: it counts no more` : `Until ${until}`]]),
    ...(proof === '' ? [] : [[`Evidence: ${proof}`]]),
    ...reply(statement),
    ...missing(statement),
  ]
  return {
    runs: [{ text: `${KIND_WORDS[kind]}${title === '' ? '' : `: ${title}`}`, as: 'strong' }],
    items: lines,
  }
}

function reply({ kind, reply: words, replied }: Statement): Runs[] {
  if (words !== '') return [[`The vendor’s reply, ${replied ?? 'no date given'}: “${words}”`]]
  return kind === 'finding' ? [['No reply of the vendor on record']] : []
}

/** Nobody can stand by a judgement that lacks one of these. */
function missing({ kind, author, date, until }: Statement): Runs[] {
  if (kind !== 'judgement') return []
  const lacks = [
    author.trim() === '' ? 'its author' : '',
    date === null ? 'its date' : '',
    until === null ? 'a day on which it lapses' : '',
  ].filter(Boolean)
  return lacks.length === 0 ? [] : [[`Without ${lacks.join(', ')}: nobody can stand by it`]]
}
