import { useState } from 'react'
import { execute } from '../../commands/execute.ts'
import { addStatement, isWholeJudgement } from '../../commands/vendor-register.ts'
import type { StatementKind } from '../../core/model/terms.ts'
import { useAnalysis } from '../../state/analysis-store.ts'
import { todayOf } from '../../state/moved-day.ts'
import { FieldChoice } from '../../ui/field-choice.tsx'
import { FieldLongText, FieldText } from '../../ui/field-text.tsx'
import { choicesOf } from '../../ui/words.ts'
import { orNull } from './editing.ts'
import { Form, FormButton, type FormState, useForm } from './form.tsx'
import css from './inspector.module.css'
import { STATEMENT_WORDS } from './register-words.ts'

type Props = Readonly<{ vendor: string }>
type FormProps = Props & Readonly<{ form: FormState }>

export function NewFact({ vendor }: Props) {
  const form = useForm()
  return form.open ? (
    <FactForm vendor={vendor} form={form} />
  ) : (
    <FormButton form={form} label="Record a fact" />
  )
}

export function NewJudgement({ vendor }: Props) {
  const form = useForm()
  return form.open ? (
    <JudgementForm vendor={vendor} form={form} />
  ) : (
    <FormButton form={form} label="Record a judgement" />
  )
}

const FACTS = choicesOf(STATEMENT_WORDS).filter(({ value }) => value !== 'judgement')

function FactForm({ vendor, form }: FormProps) {
  const [kind, setKind] = useState<StatementKind>('finding')
  const [title, setTitle] = useState('')
  const [wording, setWording] = useState('')
  const [body, setBody] = useState('')
  const [date, setDate] = useState('')
  const [jurisdiction, setJurisdiction] = useState('')
  const [asked, setAsked] = useState(false)
  const submit = () => {
    setAsked(true)
    if (title === '') return
    const said = { kind, title, wording, body, date: orNull(date), jurisdiction: orNull(jurisdiction) }
    if (execute(addStatement, { vendor, statement: said })) form.hide()
  }
  return (
    <Form form={form} label="Record a fact" submit={{ label: 'Record', run: submit }}>
      <FieldChoice
        label="Kind"
        value={kind}
        choices={FACTS}
        readOnly={false}
        onChange={(value) => value !== null && setKind(value)}
      />
      <FieldText
        label="Title"
        value={title}
        warning={asked && title === '' ? 'A fact needs a title.' : undefined}
        readOnly={false}
        onCommit={setTitle}
      />
      <FieldLongText label="Wording, as written" value={wording} readOnly={false} onCommit={setWording} />
      <FieldText
        label="Issued by"
        value={body}
        placeholder="Who says so"
        readOnly={false}
        onCommit={setBody}
      />
      <FieldText label="Date" type="date" value={date} readOnly={false} onCommit={setDate} />
      {kind === 'restriction' && (
        <FieldText
          label="Jurisdiction"
          value={jurisdiction}
          placeholder="As on the board: UK"
          readOnly={false}
          onCommit={setJurisdiction}
        />
      )}
    </Form>
  )
}

function JudgementForm({ vendor, form }: FormProps) {
  const today = useAnalysis(todayOf) ?? ''
  const [title, setTitle] = useState('')
  const [wording, setWording] = useState('')
  const [author, setAuthor] = useState('')
  const [date, setDate] = useState(today)
  const [until, setUntil] = useState('')
  const [asked, setAsked] = useState(false)
  const judgement = { kind: 'judgement', title, wording, author, date, until } as const
  const isWhole = title !== '' && isWholeJudgement(judgement)
  const submit = () => {
    setAsked(true)
    if (isWhole && execute(addStatement, { vendor, statement: judgement })) form.hide()
  }
  return (
    <Form form={form} label="Record a judgement" submit={{ label: 'Record', run: submit }}>
      <FieldText label="Title" value={title} readOnly={false} onCommit={setTitle} />
      <FieldLongText label="Judgement" value={wording} readOnly={false} onCommit={setWording} />
      <FieldText label="Author" value={author} readOnly={false} onCommit={setAuthor} />
      <FieldText label="Date" type="date" value={date} readOnly={false} onCommit={setDate} />
      <FieldText label="Lapses after" type="date" value={until} readOnly={false} onCommit={setUntil} />
      {asked && !isWhole && (
        <p className={css.warning} role="alert">
          A judgement needs a title, its author, its date, and a later day on which it lapses.
        </p>
      )}
    </Form>
  )
}
