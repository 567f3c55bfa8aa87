import type { Risk } from '../../core/model/records.ts'
import { useAnalysis } from '../../state/analysis-store.ts'
import { FieldChoice } from '../../ui/field-choice.tsx'
import { FieldLongText, FieldText } from '../../ui/field-text.tsx'
import { RISK_STATUS_WORDS } from '../../ui/record-words.ts'
import { choicesOf } from '../../ui/words.ts'
import { change, orNull, useReadOnly } from './editing.ts'
import { acceptanceExpired, missingRationale } from './risk-view.ts'

/** What was decided about a risk, until when, and why. */
export function RiskDecision({ risk }: { risk: Risk }) {
  const readOnly = useReadOnly()
  const today = useAnalysis((analysis) => analysis.result?.date ?? null)
  const { id, title, status, acceptedUntil, rationale } = risk
  const missing = missingRationale(risk)
  const expired = today !== null && acceptanceExpired(risk, today)
  return (
    <>
      <FieldChoice
        label="Status"
        value={status}
        choices={choicesOf(RISK_STATUS_WORDS)}
        readOnly={readOnly}
        onChange={(value) =>
          value !== null &&
          change(
            'risks',
            id,
            { status: value },
            `Set ${title} to ${RISK_STATUS_WORDS[value].label.toLowerCase()}`,
          )
        }
      />
      {status === 'accepted' && (
        <FieldText
          label="Until"
          type="date"
          value={acceptedUntil ?? ''}
          hint={acceptedUntil === null ? 'Without a day it is accepted for good.' : undefined}
          warning={expired ? 'This day has passed: the risk counts as open again.' : undefined}
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
