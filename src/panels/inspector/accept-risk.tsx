import { useState } from 'react'
import type { Risk } from '../../core/model/records.ts'
import { useSession } from '../../state/session-store.ts'
import { FieldLongText, FieldText } from '../../ui/field-text.tsx'
import { change } from './editing.ts'
import { Form, type FormState } from './form.tsx'

/** Asks who accepts a risk, until when and why, all of which an acceptance needs; written as one step. */
export function AcceptRisk({ risk, form }: { risk: Risk; form: FormState }) {
  const me = useSession((session) => session.me.name)
  const [reason, setReason] = useState(risk.rationale)
  const [person, setPerson] = useState(risk.acceptedBy || me)
  const [until, setUntil] = useState(risk.acceptedUntil ?? '')
  const [asked, setAsked] = useState(false)
  const missing = (text: string, says: string) => (asked && text.trim() === '' ? says : undefined)
  // The button stays on: what was typed last is committed by the blur that pressing it brings.
  const accept = () => {
    setAsked(true)
    if ([reason, person, until].some((text) => text.trim() === '')) return
    change(
      'risks',
      risk.id,
      {
        status: 'accepted',
        rationale: reason.trim(),
        acceptedBy: person.trim(),
        acceptedUntil: until,
      },
      `Accept ${risk.title}`,
    )
    form.hide()
  }
  return (
    <Form form={form} label="Accept this risk" submit={{ label: 'Accept it', run: accept }}>
      <FieldLongText
        label="Reason"
        value={reason}
        warning={missing(reason, 'Say why it is accepted.')}
        readOnly={false}
        onCommit={setReason}
      />
      <FieldText
        label="Accepted by"
        value={person}
        warning={missing(person, 'Say who accepts it.')}
        readOnly={false}
        onCommit={setPerson}
      />
      <FieldText
        label="Until"
        type="date"
        value={until}
        hint="The last day on which it is accepted. On the day after it is open again."
        warning={missing(until, 'Say until when.')}
        readOnly={false}
        onCommit={setUntil}
      />
    </Form>
  )
}
