import { dayAfter } from '../../core/analysis/review/lapses.ts'
import type { Risk } from '../../core/model/records.ts'
import { useAnalysis } from '../../state/analysis-store.ts'
import { todayOf } from '../../state/moved-day.ts'
import { FieldChoice } from '../../ui/field-choice.tsx'
import { FieldLongText, FieldText } from '../../ui/field-text.tsx'
import { RISK_STATUS_WORDS } from '../../ui/record-words.ts'
import { choicesOf } from '../../ui/words.ts'
import { AcceptRisk } from './accept-risk.tsx'
import { change, orNull, useReadOnly } from './editing.ts'
import { useForm } from './form.tsx'
import { acceptanceExpired, missingRationale } from './risk-view.ts'

/** What was decided about a risk, until when, and why. */
export function RiskDecision({ risk }: { risk: Risk }) {
  const readOnly = useReadOnly()
  const today = useAnalysis(todayOf)
  const { id, title, status, acceptedUntil, acceptedBy, rationale } = risk
  const form = useForm()
  const missing = missingRationale(risk)
  const expired = today !== null && acceptanceExpired(risk, today)
  return (
    <>
      <FieldChoice
        label="Status"
        value={status}
        choices={choicesOf(RISK_STATUS_WORDS)}
        readOnly={readOnly}
        onChange={(value) => {
          if (value === 'accepted') form.show()
          else if (value !== null) {
            const word = RISK_STATUS_WORDS[value].label.toLowerCase()
            change('risks', id, { status: value }, `Set ${title} to ${word}`)
          }
        }}
      />
      {form.open && status !== 'accepted' && <AcceptRisk risk={risk} form={form} />}
      {status === 'accepted' && (
        <FieldText
          label="Accepted by"
          value={acceptedBy}
          warning={acceptedBy.trim() === '' ? 'Nobody is named.' : undefined}
          readOnly={readOnly}
          onCommit={(text) => change('risks', id, { acceptedBy: text }, `Set who accepts ${title}`)}
        />
      )}
      {status === 'accepted' && (
        <FieldText
          label="Until"
          type="date"
          value={acceptedUntil ?? ''}
          warning={
            acceptedUntil === null
              ? 'Without a day it is accepted for good.'
              : expired
                ? `Open again since ${dayAfter(acceptedUntil)}: the acceptance has lapsed.`
                : undefined
          }
          readOnly={readOnly}
          onCommit={(text) =>
            change('risks', id, { acceptedUntil: orNull(text) }, `Set end of acceptance of ${title}`)
          }
        />
      )}
      <FieldLongText
        label={status === 'open' ? 'Rationale' : 'Rationale (required)'}
        value={rationale}
        warning={missing ?? undefined}
        readOnly={readOnly}
        onCommit={(text) => change('risks', id, { rationale: text }, `Write rationale of ${title}`)}
      />
    </>
  )
}
