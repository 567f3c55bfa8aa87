import { useState } from 'react'
import { execute } from '../../commands/execute.ts'
import { editStatement, refusalOf } from '../../commands/vendor-register.ts'
import type { Statement } from '../../core/model/records.ts'
import { useBoard } from '../../state/board-store.ts'
import { FieldChoice } from '../../ui/field-choice.tsx'
import { FieldLongText, FieldText } from '../../ui/field-text.tsx'
import { orNull } from './editing.ts'
import { EvidenceLines } from './register-evidence.tsx'
import { STATEMENT_WORDS } from './register-words.ts'

type Texts = 'title' | 'body' | 'scope' | 'author'
type Nullable = 'version' | 'hardware' | 'jurisdiction'
type Day = 'date' | 'until' | 'replied'

/** Everything that a statement says. A judgement keeps its author and days: emptied, they take the old ones back. */
export function StatementFields({ statement }: { statement: Statement }) {
  const { kind, title, vendor } = statement
  const [refused, setRefused] = useState<Readonly<{ field: Day; why: string }> | null>(null)
  const products = useBoard((board) => board.model.products)
  const name = title || STATEMENT_WORDS[kind].label
  const isJudgement = kind === 'judgement'
  const set = (fields: Partial<Omit<Statement, 'id'>>, what: string) =>
    execute(editStatement, { statement, fields, label: `Set ${what} of ${name}` })
  const text = (field: Texts | Nullable, label: string, needed = false) => (
    <FieldText
      label={label}
      value={statement[field] ?? ''}
      readOnly={false}
      read={needed ? unlessEmpty : trimmed}
      onCommit={(typed) => set({ [field]: isNullable(field) ? orNull(typed) : typed }, label.toLowerCase())}
    />
  )
  const day = (field: Day, label: string, needed = false) => (
    <FieldText
      label={label}
      type="date"
      value={statement[field] ?? ''}
      readOnly={false}
      warning={refused?.field === field ? refused.why : undefined}
      read={needed ? unlessEmpty : trimmed}
      onCommit={(typed) => {
        const fields = { [field]: orNull(typed) }
        const why = refusalOf(statement, fields)
        setRefused(why === null ? null : { field, why })
        if (why === null) set(fields, label.toLowerCase())
      }}
    />
  )
  return (
    <>
      {text('title', 'Title', true)}
      <FieldLongText
        label="Wording, as written"
        value={statement.wording}
        readOnly={false}
        onCommit={(wording) => set({ wording }, 'wording')}
      />
      {isJudgement && text('author', 'Author', true)}
      {!isJudgement && text('body', 'Issued by')}
      {day('date', 'Date', isJudgement)}
      {day('until', isJudgement ? 'Lapses after' : 'Until', isJudgement)}
      {text('scope', 'Scope')}
      <FieldChoice
        label="Product"
        value={statement.product}
        none="The vendor as a whole"
        choices={products
          .filter((product) => product.vendor === vendor)
          .map((product) => ({
            value: product.id,
            label: [product.name, product.version].filter(Boolean).join(' '),
          }))}
        readOnly={false}
        onChange={(product) => set({ product }, 'product')}
      />
      {text('version', 'Version')}
      {text('hardware', 'Hardware')}
      {text('jurisdiction', 'Jurisdiction')}
      <EvidenceLines
        evidence={statement.evidence}
        onChange={(evidence) => set({ evidence: [...evidence] }, 'evidence')}
      />
      <FieldLongText
        label="The vendor’s reply, as written"
        value={statement.reply}
        readOnly={false}
        onCommit={(reply) => set({ reply }, 'reply')}
      />
      {day('replied', 'Replied')}
    </>
  )
}

const trimmed = (typed: string): string => typed.trim()
const unlessEmpty = (typed: string): string | null => typed.trim() || null
const isNullable = (field: string): field is Nullable =>
  field === 'version' || field === 'hardware' || field === 'jurisdiction'
