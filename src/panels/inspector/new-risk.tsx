import { useState } from 'react'
import { addRisk } from '../../commands/create.ts'
import { execute } from '../../commands/execute.ts'
import { recordIn } from '../../core/model/lookup.ts'
import { useBoard } from '../../state/board-store.ts'
import { useSelection } from '../../state/selection-store.ts'
import { FieldPicker } from '../../ui/field-picker.tsx'
import { Head } from './head.tsx'
import css from './inspector.module.css'
import { RiskPicker } from './record-risk.tsx'
import { subjectChoices, subjectsOfComponent, type SubjectChoice } from './risk-view.ts'
import { Quiet } from './section.tsx'

/** Records a risk from anywhere: first on what, which is the selected component unless somebody says otherwise. */
export function NewRisk() {
  const model = useBoard((board) => board.model)
  const [only] = useSelection((selection) => selection.ids)
  const component = only === undefined ? undefined : recordIn(model, 'components', only)
  const [picked, setPicked] = useState<SubjectChoice | null>(
    component === undefined ? null : (subjectsOfComponent(model, component)[0] ?? null),
  )
  const option = ({ key, label }: SubjectChoice) => ({ value: key, label })
  return (
    <>
      <Head icon="risk" kind="New risk" />
      <div className={css.fields}>
        <FieldPicker
          label="On"
          value={picked?.label ?? ''}
          chosen={picked?.key ?? null}
          placeholder="A component, a vendor or a product"
          readOnly={false}
          {...(picked === null ? { atOnce: 'open' } : {})}
          find={(query) =>
            subjectChoices(model, query).map(({ label, choices }) => ({
              label,
              options: choices.map(option),
            }))
          }
          onPick={(key) => {
            const all = subjectChoices(model, '').flatMap(({ choices }) => choices)
            setPicked(all.find((choice) => choice.key === key) ?? null)
          }}
        />
        {picked === null ? (
          <Quiet>
            Say first on what the risk is: it applies to every component of that vendor or product.
          </Quiet>
        ) : (
          <RiskPicker atOnce="open" onPick={(risk) => execute(addRisk, { ...risk, on: picked.on })} />
        )}
      </div>
    </>
  )
}
