import { defaultEffect } from '../../core/catalogue/defaults.ts'
import { mitigationById, mitigationControls } from '../../core/catalogue/mitigations.ts'
import type { Mitigation } from '../../core/model/records.ts'
import { FieldChoice } from '../../ui/field-choice.tsx'
import { FieldPicker } from '../../ui/field-picker.tsx'
import { FieldText, FieldTitle } from '../../ui/field-text.tsx'
import { EFFECT_WORDS, MITIGATION_STATUS_WORDS } from '../../ui/record-words.ts'
import { choicesOf } from '../../ui/words.ts'
import { ControlFacts } from './control-facts.tsx'
import { change, orNull, useReadOnly } from './editing.ts'
import { EvidenceSection } from './evidence-section.tsx'
import { Head } from './head.tsx'
import css from './inspector.module.css'
import { MitigationCovers, MitigationTreats, MitigationVerdict } from './mitigation-lists.tsx'
import { controlsForRisk, sentence, whatItCuts, withoutProof } from './mitigation-view.ts'

const OWN = '(own)'

export function MitigationInspector({ mitigation }: { mitigation: Mitigation }) {
  const readOnly = useReadOnly()
  const { id, title, control, effect, status, effort, due, owner } = mitigation
  const set = (fields: Partial<Omit<Mitigation, 'id'>>, label: string) =>
    change('mitigations', id, fields, label)
  const known = mitigationById(control)
  const byDefault = defaultEffect(control)
  const resolved = effect ?? byDefault
  return (
    <>
      <Head icon="mitigation" kind="Mitigation" id={id}>
        <FieldTitle
          label="Title"
          value={title}
          readOnly={readOnly}
          onCommit={(text) => set({ title: text }, `Rename ${title}`)}
        />
      </Head>
      <MitigationVerdict mitigation={mitigation} />
      <div className={css.fields}>
        <FieldChoice
          label="Status"
          value={status}
          choices={choicesOf(MITIGATION_STATUS_WORDS)}
          warning={withoutProof(mitigation)}
          readOnly={readOnly}
          onChange={(value) =>
            value !== null &&
            set({ status: value }, `Set ${title} to ${MITIGATION_STATUS_WORDS[value].label.toLowerCase()}`)
          }
        />
        <FieldPicker
          label="Control"
          value={known?.title ?? control ?? 'Own'}
          chosen={control ?? OWN}
          hint={known === null && control !== null ? 'Not in the catalogue: shown as custom' : undefined}
          readOnly={readOnly}
          find={controlChoices}
          onPick={(value) => {
            const picked = value === OWN ? null : value
            if (picked !== control) set({ control: picked }, `Set control of ${title}`)
          }}
        />
        <FieldChoice
          label="Effect"
          value={effect}
          none={`${known === null ? 'Without a control' : 'From catalogue'}: ${EFFECT_WORDS[byDefault].label.toLowerCase()}`}
          hint={`${sentence(whatItCuts(resolved))}. ${EFFECT_WORDS[resolved].means}`}
          choices={choicesOf(EFFECT_WORDS)}
          readOnly={readOnly}
          onChange={(value) => set({ effect: value }, `Set effect of ${title}`)}
        />
      </div>
      <MitigationTreats mitigation={mitigation} />
      <MitigationCovers mitigation={mitigation} />
      <div className={css.section} role="group" aria-label="Delivery">
        <h3 className={css.heading}>Delivery</h3>
        <FieldText
          label="Owner"
          value={owner}
          readOnly={readOnly}
          onCommit={(text) => set({ owner: text }, `Set owner of ${title}`)}
        />
        <FieldText
          label="Due"
          type="date"
          value={due ?? ''}
          readOnly={readOnly}
          onCommit={(text) => set({ due: orNull(text) }, `Set due day of ${title}`)}
        />
        <FieldText
          label="Effort"
          type="number"
          value={effort === null ? '' : String(effort)}
          placeholder="1"
          hint="In a unit of your own, such as weeks. Empty counts 1."
          readOnly={readOnly}
          read={effortText}
          onCommit={(text) => set({ effort: text === '' ? null : Number(text) }, `Set effort of ${title}`)}
        />
      </div>
      <EvidenceSection
        evidence={mitigation.evidence}
        readOnly={readOnly}
        onChange={(evidence) => set({ evidence }, `Set evidence of ${title}`)}
      />
      <ControlFacts control={known} />
    </>
  )
}

/** Effort is a number from 0, or left open; anything else is no answer. */
function effortText(typed: string): string | null {
  const text = typed.trim()
  const number = Number(text)
  if (text === '') return ''
  return Number.isFinite(number) && number >= 0 ? String(number) : null
}

const own = { value: OWN, label: 'Own', detail: 'Not of the catalogue: say what it does yourself' }

const controlChoices = (query: string) => [
  ...(query === '' ? [{ label: null, options: [own] }] : []),
  ...controlsForRisk(null, query).map(({ options }) => ({
    label: `${mitigationControls.length} of the catalogue`,
    options,
  })),
]
