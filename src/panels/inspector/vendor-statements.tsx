import type { Statement } from '../../core/model/records.ts'
import { useAnalysis } from '../../state/analysis-store.ts'
import { todayOf } from '../../state/moved-day.ts'
import { useBoard } from '../../state/board-store.ts'
import { nameOf } from '../../state/record-names.ts'
import { Badge } from '../../ui/badge.tsx'
import { LinkedText } from '../../ui/linked-text.tsx'
import { useReadOnly } from './editing.ts'
import { NewFact, NewJudgement } from './new-statement.tsx'
import { RegisterCard } from './register-card.tsx'
import { EvidenceLinks } from './register-evidence.tsx'
import { isLapsed, missingOfJudgement, statementsOfVendor } from './register-view.ts'
import { STATEMENT_WORDS } from './register-words.ts'
import css from './register.module.css'
import { Quiet, Section } from './section.tsx'
import { StatementFields } from './statement-fields.tsx'

/** What others have said or done, each with its source: somebody else can look it up. */
export function VendorFacts({ vendor }: { vendor: string }) {
  const readOnly = useReadOnly()
  const model = useBoard((board) => board.model)
  const facts = statementsOfVendor(model, vendor).filter(({ kind }) => kind !== 'judgement')
  return (
    <Section title="Facts" count={facts.length}>
      {facts.length === 0 && <Quiet>No assurance, finding, incident or restriction on record.</Quiet>}
      <Cards statements={facts} label="Facts about this vendor" />
      {!readOnly && <NewFact vendor={vendor} />}
    </Section>
  )
}

/** What somebody makes of the facts: apart from them, and for a time. */
export function VendorJudgements({ vendor }: { vendor: string }) {
  const readOnly = useReadOnly()
  const model = useBoard((board) => board.model)
  const judgements = statementsOfVendor(model, vendor).filter(({ kind }) => kind === 'judgement')
  return (
    <Section title="Judgements" count={judgements.length}>
      {judgements.length === 0 && <Quiet>None: nobody is scored by default.</Quiet>}
      <Cards statements={judgements} label="Judgements of this vendor" />
      {!readOnly && <NewJudgement vendor={vendor} />}
    </Section>
  )
}

function Cards({ statements, label }: Readonly<{ statements: readonly Statement[]; label: string }>) {
  if (statements.length === 0) return null
  return (
    <ul className={css.cards} aria-label={label}>
      {statements.map((statement) => (
        <StatementCard key={statement.id} statement={statement} />
      ))}
    </ul>
  )
}

function StatementCard({ statement }: { statement: Statement }) {
  const today = useAnalysis(todayOf)
  const { id, kind, title, wording, until } = statement
  const lapsed = isLapsed(statement, today)
  const missing = kind === 'judgement' ? missingOfJudgement(statement) : null
  const word = STATEMENT_WORDS[kind].label
  return (
    <RegisterCard
      kind="statements"
      id={id}
      name={title || word}
      lapsed={lapsed}
      fields={<StatementFields statement={statement} />}
      marks={
        <>
          {lapsed && (
            <Badge tone="warning" icon="warning">
              {kind === 'restriction' ? 'No longer in force' : 'Lapsed'}
            </Badge>
          )}
          <Badge>{word}</Badge>
        </>
      }
    >
      {wording !== '' && (
        <blockquote className={css.quote}>
          “<LinkedText text={wording} />”
        </blockquote>
      )}
      <Source statement={statement} />
      {until !== null && (
        <p className={css.line}>{lapsed ? `Ended ${until}: it counts no more` : `Until ${until}`}</p>
      )}
      {missing !== null && <p className={css.line}>{missing}</p>}
      <EvidenceLinks evidence={statement.evidence} />
      <Reply statement={statement} />
    </RegisterCard>
  )
}

/** Who said it, when, and of what. */
function Source({ statement }: { statement: Statement }) {
  const { author, body, date, scope, product, version, hardware, jurisdiction } = statement
  const about = useBoard((board) => (product === null ? null : nameOf(board.model, product)))
  const subject = [about, version, hardware === null ? null : `hardware ${hardware}`]
    .filter(Boolean)
    .join(' ')
  const who = [author, body, date ?? 'no date given', jurisdiction].filter(Boolean).join(' · ')
  return (
    <>
      <p className={css.line}>{who}</p>
      {subject !== '' && <p className={css.line}>About {subject}</p>}
      {scope !== '' && (
        <p className={css.line}>
          Scope: <LinkedText text={scope} />
        </p>
      )}
    </>
  )
}

function Reply({ statement: { kind, reply, replied } }: { statement: Statement }) {
  if (reply === '')
    return kind === 'finding' ? <p className={css.line}>No reply of the vendor on record.</p> : null
  return (
    <div className={css.reply}>
      <span>The vendor’s reply, {replied ?? 'no date given'}:</span>
      <blockquote className={css.quote}>
        “<LinkedText text={reply} />”
      </blockquote>
    </div>
  )
}
