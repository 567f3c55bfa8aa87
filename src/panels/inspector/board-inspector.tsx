import { setMeta } from '../../commands/edit-fields.ts'
import { execute } from '../../commands/execute.ts'
import { setScenario } from '../../commands/exposure.ts'
import { PLANES } from '../../core/model/terms.ts'
import { useBoard } from '../../state/board-store.ts'
import { FieldChoice } from '../../ui/field-choice.tsx'
import { FieldLongText, FieldText, FieldTitle } from '../../ui/field-text.tsx'
import { ACCESS_POLICY_WORDS, CARRIES_WORDS, choicesOf, PLANE_WORDS, SCENARIO_WORDS } from '../../ui/words.ts'
import { orNull, useReadOnly } from './editing.ts'
import { Head } from './head.tsx'
import css from './inspector.module.css'
import { Quiet, Section } from './section.tsx'

const JURISDICTIONS = ['EU', 'UK', 'US']

/** The board itself, while nothing on it is selected: what it is about, and by which rules it is judged. */
export function BoardInspector() {
  const readOnly = useReadOnly()
  const meta = useBoard((board) => board.model.meta)
  const { title, description, jurisdiction, policy } = meta
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
        <FieldChoice
          label="Access lets in"
          value={policy.access}
          choices={choicesOf(ACCESS_POLICY_WORDS)}
          readOnly={readOnly}
          onChange={(value) =>
            value !== null &&
            execute(setMeta, { fields: { policy: { access: value } }, label: 'Set access policy' })
          }
        />
      </Section>
      <Section title="What each plane carries">
        <Quiet>
          For links that say nothing else. Control: whoever holds the controlling end owns the other. Access:
          an attacker gets in only at a weakness. Nothing: no way.
        </Quiet>
        {PLANES.map((plane) => (
          <FieldChoice
            key={plane}
            label={PLANE_WORDS[plane].label}
            value={policy.planes[plane]}
            hint={PLANE_WORDS[plane].means}
            choices={choicesOf(CARRIES_WORDS)}
            readOnly={readOnly}
            onChange={(value) =>
              value !== null &&
              execute(setMeta, {
                fields: { policy: { planes: { [plane]: value } } },
                label: `Set what the ${PLANE_WORDS[plane].label.toLowerCase()} plane carries`,
              })
            }
          />
        ))}
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
