import { useState } from 'react'
import { addRisk } from '../../commands/create.ts'
import { execute } from '../../commands/execute.ts'
import { FieldChoice } from '../../ui/field-choice.tsx'
import { FieldPicker, type PickerGroup } from '../../ui/field-picker.tsx'
import { useReadOnly } from './editing.ts'
import { Form, FormButton, useForm } from './form.tsx'
import { categoryChoices, type SubjectChoice } from './risk-view.ts'

const OWN = '(own)'

/** A button that opens a small form: on what, and which risk of the catalogue or of one's own. */
export function RecordRisk({ subjects }: { subjects: readonly SubjectChoice[] }) {
  const readOnly = useReadOnly()
  const form = useForm()
  const [key, setKey] = useState<string | null>(null)
  const subject = subjects.find((choice) => choice.key === key) ?? subjects[0]
  if (readOnly || subject === undefined) return null
  if (!form.open) return <FormButton form={form} label="Record a risk" />
  return (
    <Form form={form} label="Record a risk">
      <FieldChoice
        label="On"
        value={subject.key}
        choices={subjects.map((choice) => ({ value: choice.key, label: choice.label }))}
        readOnly={false}
        onChange={setKey}
      />
      <RiskPicker
        atOnce="focus"
        onPick={(risk) => {
          form.hide()
          execute(addRisk, { ...risk, on: subject.on })
        }}
      />
    </Form>
  )
}

type PickedRisk = Readonly<{ category: string | null; title?: string }>

/** Which risk: of the catalogue, or one of one's own by what was typed. */
export const RiskPicker = ({
  atOnce,
  onPick,
}: Readonly<{ atOnce: 'open' | 'focus'; onPick: (risk: PickedRisk) => void }>) => (
  <FieldPicker
    label="Risk"
    value=""
    placeholder="Search, or type your own"
    readOnly={false}
    atOnce={atOnce}
    find={choices}
    onPick={(value, query) => onPick(value === OWN ? { category: null, title: query } : { category: value })}
  />
)

function choices(query: string): PickerGroup[] {
  const own = {
    value: OWN,
    label: `Own: “${query.trim()}”`,
    detail: 'Not of the catalogue; counts as a foothold until you say otherwise',
  }
  return query.trim() === ''
    ? categoryChoices('')
    : [...categoryChoices(query), { label: 'Own', options: [own] }]
}
