import { Suspense, useState } from 'react'
import { setMeta } from '../../commands/edit-fields.ts'
import { execute } from '../../commands/execute.ts'
import { setScenario } from '../../commands/exposure.ts'
import { useBoard } from '../../state/board-store.ts'
import { FieldChoice } from '../../ui/field-choice.tsx'
import { FieldLongText, FieldText, FieldTitle } from '../../ui/field-text.tsx'
import { Icon } from '../../ui/icon.tsx'
import { choicesOf, SCENARIO_WORDS } from '../../ui/words.ts'
import { orNull, useReadOnly } from './editing.ts'
import { Head } from './head.tsx'
import { late } from '../../ui/late.ts'
import css from './inspector.module.css'
import { policyInWords } from './policy-words.ts'
import { Quiet, Section } from './section.tsx'

const PolicyFields = late(async () => ({ default: (await import('./policy-fields.tsx')).PolicyFields }))

const JURISDICTIONS = ['EU', 'UK', 'US']

/** The board itself, while nothing on it is selected: what it is about, and by which rules it is judged. */
export function BoardInspector() {
  const readOnly = useReadOnly()
  const meta = useBoard((board) => board.model.meta)
  const { title, description, jurisdiction, policy } = meta
  const [open, setOpen] = useState(false)
  return (
    <>
      <Head icon="board" kind="Board">
        <FieldTitle
          label="Title"
          value={title}
          placeholder="Untitled board"
          readOnly={readOnly}
          onCommit={(text) => execute(setMeta, { fields: { title: text }, label: `Rename board to ${text}` })}
        />
      </Head>
      <div className={css.fields}>
        <FieldLongText
          label="Description"
          value={description}
          readOnly={readOnly}
          onCommit={(text) =>
            execute(setMeta, { fields: { description: text }, label: 'Describe the board' })
          }
        />
        <FieldText
          label="Jurisdiction"
          value={jurisdiction ?? ''}
          placeholder="UK, EU…"
          suggestions={JURISDICTIONS}
          readOnly={readOnly}
          onCommit={(text) =>
            execute(setMeta, { fields: { jurisdiction: orNull(text) }, label: 'Set jurisdiction' })
          }
        />
      </div>
      <Section title="How it is judged">
        <FieldChoice
          label="Scenario"
          value={policy.scenario}
          choices={choicesOf(SCENARIO_WORDS)}
          readOnly={readOnly}
          onChange={(value) => value !== null && execute(setScenario, value)}
        />
        <Quiet>{policyInWords(policy)}</Quiet>
        <button type="button" className={css.more} aria-expanded={open} onClick={() => setOpen(!open)}>
          <Icon name={open ? 'up' : 'down'} size={14} /> Planes and access
        </button>
        {open && (
          <Suspense>
            <PolicyFields policy={policy} readOnly={readOnly} />
          </Suspense>
        )}
      </Section>
      <Contents />
    </>
  )
}

function Contents() {
  const { components, links, segments, vendors, risks, mitigations } = useBoard((board) => board.model)
  const counts = [
    [components.length, 'component'],
    [links.length, 'link'],
    [segments.length, 'segment'],
    [vendors.length, 'vendor'],
    [risks.length, 'risk'],
    [mitigations.length, 'mitigation'],
  ] as const
  return (
    <Section title="On it">
      <Quiet>
        {counts.map(([count, word]) => `${count} ${word}${count === 1 ? '' : 's'}`).join(', ')}. Select
        something to see and change it here.
      </Quiet>
    </Section>
  )
}
