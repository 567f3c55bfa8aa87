import { riskById } from '../../core/catalogue/risks.ts'
import type { Risk } from '../../core/model/records.ts'
import { useBoard } from '../../state/board-store.ts'
import { riskSubjectName } from '../../state/record-names.ts'
import { FieldChoice } from '../../ui/field-choice.tsx'
import { FieldPicker } from '../../ui/field-picker.tsx'
import { FieldScale } from '../../ui/field-scale.tsx'
import { FieldTitle } from '../../ui/field-text.tsx'
import { IMPACT_WORDS, LIKELIHOOD_WORDS, PROPAGATION_WORDS } from '../../ui/record-words.ts'
import { choicesOf, inWords } from '../../ui/words.ts'
import { CategoryFacts } from './category-facts.tsx'
import { change, showRecord, useReadOnly } from './editing.ts'
import { EvidenceSection } from './evidence-section.tsx'
import { Head } from './head.tsx'
import css from './inspector.module.css'
import { RiskDecision } from './risk-decision.tsx'
import { RiskExposures, RiskMitigations, RiskPlaces, RiskStatus } from './risk-lists.tsx'
import { categoryChoices, propagationByDefault, subjectChoices, type SubjectChoice } from './risk-view.ts'

export function RiskInspector({ risk }: { risk: Risk }) {
  const readOnly = useReadOnly()
  const { id, title, propagation, likelihood, impact } = risk
  const set = (fields: Partial<Omit<Risk, 'id'>>, label: string) => change('risks', id, fields, label)
  const byDefault = propagationByDefault(risk)
  return (
    <>
      <Head icon="risk" kind="Risk" id={id}>
        <FieldTitle
          label="Title"
          value={title}
          readOnly={readOnly}
          onCommit={(text) => set({ title: text }, `Rename ${title}`)}
        />
        <RiskStatus risk={risk} />
      </Head>
      <div className={css.fields}>
        <CategoryField risk={risk} />
        <SubjectField risk={risk} />
        <FieldChoice
          label="Opens"
          value={propagation}
          none={byDefault.says}
          hint={inWords(PROPAGATION_WORDS[propagation ?? byDefault.value])}
          choices={choicesOf(PROPAGATION_WORDS)}
          readOnly={readOnly}
          onChange={(value) => set({ propagation: value }, `Set what ${title} opens`)}
        />
        <FieldScale
          label="Likelihood"
          value={likelihood}
          words={LIKELIHOOD_WORDS}
          readOnly={readOnly}
          onChange={(value) => set({ likelihood: value }, `Set likelihood of ${title}`)}
        />
        <FieldScale
          label="Impact"
          value={impact}
          words={IMPACT_WORDS}
          readOnly={readOnly}
          onChange={(value) => set({ impact: value }, `Set impact of ${title}`)}
        />
        <RiskDecision risk={risk} />
      </div>
      <RiskExposures risk={risk} />
      <RiskMitigations risk={risk} />
      <RiskPlaces risk={risk} />
      <EvidenceSection
        evidence={risk.evidence}
        readOnly={readOnly}
        onChange={(evidence) => set({ evidence }, `Set evidence of ${title}`)}
      />
      <CategoryFacts id={risk.category} />
    </>
  )
}

type Props = Readonly<{ risk: Risk }>

const OWN = '(own)'

function CategoryField({ risk }: Props) {
  const readOnly = useReadOnly()
  const { id, category, title } = risk
  const known = riskById(category)
  return (
    <FieldPicker
      label="Category"
      value={known?.title ?? category ?? 'Own'}
      chosen={category ?? OWN}
      hint={known === null && category !== null ? 'Not in the catalogue: shown as custom' : undefined}
      readOnly={readOnly}
      find={(query) => [
        ...categoryChoices(query),
        {
          label: 'Own',
          options: query === '' ? [{ value: OWN, label: 'Own', detail: 'Not of the catalogue' }] : [],
        },
      ]}
      onPick={(value) => {
        const picked = value === OWN ? null : value
        if (picked !== category) change('risks', id, { category: picked }, `Set category of ${title}`)
      }}
    />
  )
}

function SubjectField({ risk }: Props) {
  const readOnly = useReadOnly()
  const model = useBoard((board) => board.model)
  const { id, on, title } = risk
  const options = ({ key, label }: SubjectChoice) => ({ value: key, label })
  return (
    <FieldPicker
      label="On"
      value={riskSubjectName(model, on)}
      chosen={JSON.stringify(on)}
      readOnly={readOnly}
      open={
        'component' in on
          ? { label: 'Show the component', run: () => showRecord('components', on.component) }
          : { label: 'Show the vendor', run: () => showRecord('vendors', on.vendor) }
      }
      find={(query) =>
        subjectChoices(model, query).map(({ label, choices }) => ({ label, options: choices.map(options) }))
      }
      onPick={(value) => {
        const picked = subjectChoices(model, '')
          .flatMap(({ choices }) => choices)
          .find(({ key }) => key === value)
        if (picked !== undefined) change('risks', id, { on: picked.on }, `Move ${title} to ${picked.label}`)
      }}
    />
  )
}
