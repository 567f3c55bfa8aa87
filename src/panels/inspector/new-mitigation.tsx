import { useState } from 'react'
import { addMitigation } from '../../commands/create.ts'
import { execute } from '../../commands/execute.ts'
import { mitigationById } from '../../core/catalogue/mitigations.ts'
import type { MitigationSubject } from '../../core/model/records.ts'
import { useBoard } from '../../state/board-store.ts'
import { FieldPicker } from '../../ui/field-picker.tsx'
import { coverChoices, EVERYTHING, subjectOfKey } from './cover-view.ts'
import { Head } from './head.tsx'
import css from './inspector.module.css'
import { controlsForRisk, sentence, whatItCuts } from './mitigation-view.ts'
import { Quiet } from './section.tsx'

const OWN = '(own)'

/** Adds a mitigation from anywhere: which control, and on what. The risks that it treats are named after that. */
export function NewMitigation() {
  const model = useBoard((board) => board.model)
  const [what, setWhat] = useState<Readonly<{ control: string | null; title: string }> | null>(null)
  const effect = what === null ? null : (mitigationById(what.control)?.pathEffect ?? 'governs')
  const add = (on: readonly MitigationSubject[]) => {
    if (what !== null) execute(addMitigation, { ...what, treats: [], on })
  }
  return (
    <>
      <Head icon="mitigation" kind="New mitigation" />
      <div className={css.fields}>
        <FieldPicker
          label="Control"
          value={what?.title ?? ''}
          chosen={what?.control ?? null}
          placeholder="Search, or type your own"
          hint={effect === null ? undefined : `${sentence(whatItCuts(effect))}.`}
          readOnly={false}
          atOnce="open"
          find={(query) => [
            ...controlsForRisk(null, query),
            ...(query === '' ? [] : [{ label: 'Own', options: [{ value: OWN, label: `Own: “${query}”` }] }]),
          ]}
          onPick={(value, query) =>
            setWhat(
              value === OWN
                ? { control: null, title: query }
                : { control: value, title: mitigationById(value)?.title ?? value },
            )
          }
        />
        {what === null ? (
          <Quiet>To treat one risk, open that risk: there the controls that treat it stand first.</Quiet>
        ) : (
          <FieldPicker
            label="Covers"
            value=""
            placeholder="A component, link, segment or vendor"
            hint="More can be added afterwards."
            readOnly={false}
            atOnce="open"
            find={(query) => coverChoices(model, { on: [] }, query, true)}
            onPick={(value) => add(value === EVERYTHING ? [] : [subjectOfKey(value)])}
          />
        )}
      </div>
    </>
  )
}
