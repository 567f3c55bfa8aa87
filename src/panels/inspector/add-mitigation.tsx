import { useState } from 'react'
import { addMitigation } from '../../commands/create.ts'
import { execute } from '../../commands/execute.ts'
import { mitigationById } from '../../core/catalogue/mitigations.ts'
import type { MitigationControl } from '../../core/catalogue/types.ts'
import type { MitigationSubject, Risk } from '../../core/model/records.ts'
import { useAnalysis } from '../../state/analysis-store.ts'
import { useBoard } from '../../state/board-store.ts'
import { mitigationSubjectName } from '../../state/record-names.ts'
import { FieldPicker } from '../../ui/field-picker.tsx'
import { subjectKey } from './cover-view.ts'
import { useReadOnly } from './editing.ts'
import { Form, FormButton, useForm } from './form.tsx'
import css from './inspector.module.css'
import { blockChoices, controlsForRisk, coverOfRisk } from './mitigation-view.ts'
import { Quiet } from './section.tsx'

const OWN = '(own)'

/** Adds a mitigation that treats a risk. One that blocks asks where; any other covers what the risk is on. */
export function AddMitigation({ risk }: { risk: Risk }) {
  const readOnly = useReadOnly()
  const form = useForm()
  const [blocking, setBlocking] = useState<MitigationControl | null>(null)
  if (readOnly) return null
  const leave = () => {
    setBlocking(null)
    form.hide()
  }
  const leaving = { ...form, hide: leave }
  if (!form.open) return <FormButton form={form} label="Add a mitigation" />
  if (blocking !== null) return <WhereToBlock form={leaving} risk={risk} control={blocking} />
  return (
    <Form form={leaving} label="Add a mitigation">
      <FieldPicker
        label="Control"
        value=""
        placeholder="Search, or type your own"
        readOnly={false}
        atOnce="open"
        find={(query) => {
          const own = {
            value: OWN,
            label: `Own: “${query.trim()}”`,
            detail: 'Cuts nothing until you say what it does',
          }
          const groups = controlsForRisk(risk.category, query)
          return query.trim() === '' ? groups : [...groups, { label: 'Own', options: [own] }]
        }}
        onPick={(value, query) => {
          const control = value === OWN ? null : mitigationById(value)
          if (control?.pathEffect === 'blocks-propagation') return setBlocking(control)
          leave()
          const on = coverOfRisk(useBoard.getState().model, risk, control?.pathEffect ?? 'governs')
          const title = control === null ? { title: query } : {}
          execute(addMitigation, { control: control?.id ?? null, treats: [risk.id], on, ...title })
        }}
      />
      <Quiet>Those that treat this risk stand first, and of these the ones that can cut.</Quiet>
    </Form>
  )
}

type Where = Readonly<{ label: string; subjects: readonly MitigationSubject[] }>

function WhereToBlock(
  props: Readonly<{ form: ReturnType<typeof useForm>; risk: Risk; control: MitigationControl }>,
) {
  const { form, risk, control } = props
  const model = useBoard((board) => board.model)
  const result = useAnalysis((analysis) => analysis.result)
  const { links, segments } = blockChoices(model, result, risk)
  const own = coverOfRisk(model, risk, control.pathEffect)
  const choices: Where[] = [
    ...links.map((link): Where => ({ label: mitigationSubjectName(model, { link }), subjects: [{ link }] })),
    ...segments.map(
      (segment): Where => ({
        label: `Border of ${mitigationSubjectName(model, { segment })}`,
        subjects: [{ segment }],
      }),
    ),
    {
      label: `Links into ${own.map((subject) => mitigationSubjectName(model, subject)).join(', ')}`,
      subjects: own,
    },
  ]
  const [picked, setPicked] = useState<ReadonlySet<string>>(() => new Set(choices.slice(0, 1).map(keyOf)))
  const on = choices.filter((choice) => picked.has(keyOf(choice))).flatMap(({ subjects }) => subjects)
  const add = () => {
    form.hide()
    execute(addMitigation, { control: control.id, treats: [risk.id], on })
  }
  return (
    <Form form={form} label={control.title} submit={{ label: 'Add', run: on.length === 0 ? null : add }}>
      <Quiet>
        Where does it block?{' '}
        {links.length > 0
          ? 'These lie on the shown paths of the risk, the worst first.'
          : 'No path of this risk is exposed now.'}
      </Quiet>
      {choices.map((choice) => (
        <label key={keyOf(choice)} className={css.choice} title={choice.label}>
          <input
            type="checkbox"
            checked={picked.has(keyOf(choice))}
            onChange={(event) => {
              const next = new Set(picked)
              if (event.currentTarget.checked) next.add(keyOf(choice))
              else next.delete(keyOf(choice))
              setPicked(next)
            }}
          />
          <span>{choice.label}</span>
        </label>
      ))}
    </Form>
  )
}

const keyOf = ({ subjects }: Where): string => subjects.map(subjectKey).join(' ')
