import type { Component } from '../../core/model/records.ts'
import { useAnalysis } from '../../state/analysis-store.ts'
import { todayOf } from '../../state/moved-day.ts'
import { useBoard } from '../../state/board-store.ts'
import { componentName, nameOf } from '../../state/record-names.ts'
import { FieldCheck } from '../../ui/field-check.tsx'
import { FieldChoice } from '../../ui/field-choice.tsx'
import { FieldPicker } from '../../ui/field-picker.tsx'
import { FieldText } from '../../ui/field-text.tsx'
import { change, orNull, showRecord, useReadOnly } from './editing.ts'
import css from './inspector.module.css'
import { supportInWords } from './register-view.ts'

type Props = Readonly<{ component: Component }>

/** Where a component stands and how long it lasts: asked for only by those who record it. */
export function PlacementFields({ component }: Props) {
  const readOnly = useReadOnly()
  const today = useAnalysis(todayOf)
  const name = componentName(component)
  const set = (fields: Partial<Omit<Component, 'id'>>, what: string) =>
    change('components', component.id, fields, `Set ${what} of ${name}`)
  const support = supportInWords(component.supportEnd, today)
  return (
    <details className={css.details}>
      <summary>
        Placement and support
        {support.passed && `: ${support.words.charAt(0).toLowerCase()}${support.words.slice(1)}`}
      </summary>
      <FieldText
        label="Hardware"
        value={component.hardware ?? ''}
        placeholder="Revision"
        readOnly={readOnly}
        onCommit={(text) => set({ hardware: orNull(text) }, 'hardware')}
      />
      <FieldText
        label="Support end"
        type="date"
        value={component.supportEnd ?? ''}
        hint={component.supportEnd === null || support.passed ? undefined : support.words}
        warning={support.passed ? support.words : undefined}
        readOnly={readOnly}
        onCommit={(text) => set({ supportEnd: orNull(text) }, 'support end')}
      />
      <FieldText
        label="Removal"
        type="date"
        value={component.removal ?? ''}
        hint="The day by which it is to be gone."
        readOnly={readOnly}
        onCommit={(text) => set({ removal: orNull(text) }, 'removal')}
      />
      <HostField component={component} />
      <FieldText
        label="Site"
        value={component.site ?? ''}
        readOnly={readOnly}
        onCommit={(text) => set({ site: orNull(text) }, 'site')}
      />
      <FieldCheck
        label="Sensitive site"
        says="Stands at a sensitive site"
        checked={component.sensitiveSite}
        readOnly={readOnly}
        onChange={(sensitiveSite) => set({ sensitiveSite }, 'sensitivity of the site')}
      />
      <FieldCheck
        label="Sensitive data"
        says="Holds sensitive data"
        checked={component.sensitiveData}
        readOnly={readOnly}
        onChange={(sensitiveData) => set({ sensitiveData }, 'sensitivity of the data')}
      />
      <YesNo
        label="Exposed edge"
        value={component.exposedEdge}
        onChange={(exposedEdge) => set({ exposedEdge }, 'exposed edge')}
      />
      <YesNo
        label="Third party"
        value={component.thirdParty}
        onChange={(thirdParty) => set({ thirdParty }, 'third party')}
      />
      <FieldText
        label="Weight"
        type="number"
        value={component.weight === null ? '' : String(component.weight)}
        hint="Its part in shares per vendor, such as sites or traffic. Empty counts 1."
        readOnly={readOnly}
        read={readWeight}
        onCommit={(text) => set({ weight: text === '' ? null : Number(text) }, 'weight')}
      />
    </details>
  )
}

/** A weight is a number of at least 0; anything else leaves the old one. */
function readWeight(typed: string): string | null {
  const text = typed.trim()
  if (text === '') return ''
  const weight = Number(text)
  return Number.isFinite(weight) && weight >= 0 ? String(weight) : null
}

const YES_NO = [
  { value: 'yes', label: 'Yes' },
  { value: 'no', label: 'No' },
] as const

function YesNo({
  label,
  value,
  onChange,
}: Readonly<{ label: string; value: boolean | null; onChange: (value: boolean | null) => void }>) {
  const readOnly = useReadOnly()
  return (
    <FieldChoice
      label={label}
      value={value === null ? null : value ? 'yes' : 'no'}
      none="As the catalogue has it"
      choices={YES_NO}
      readOnly={readOnly}
      onChange={(picked) => onChange(picked === null ? null : picked === 'yes')}
    />
  )
}

const NO_HOST = '(none)'

function HostField({ component }: Props) {
  const readOnly = useReadOnly()
  const { id, host } = component
  const shown = useBoard((board) => (host === null ? '' : nameOf(board.model, host)))
  return (
    <FieldPicker
      label="Host"
      value={shown}
      chosen={host}
      placeholder="What it runs on"
      readOnly={readOnly}
      open={host === null ? null : { label: 'Show the host', run: () => showRecord('components', host) }}
      find={(query) => {
        const wanted = query.trim().toLowerCase()
        const options = useBoard
          .getState()
          .model.components.filter((each) => each.id !== id)
          .map((each) => ({ value: each.id, label: componentName(each) }))
          .filter(({ label }) => label.toLowerCase().includes(wanted))
        return [
          { label: null, options },
          { label: 'Otherwise', options: [{ value: NO_HOST, label: 'No host' }] },
        ]
      }}
      onPick={(value) => {
        const picked = value === NO_HOST ? null : value
        if (picked !== host)
          change('components', id, { host: picked }, `Set host of ${componentName(component)}`)
      }}
    />
  )
}
