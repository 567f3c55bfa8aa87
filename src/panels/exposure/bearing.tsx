import { Button, NativeSelect } from '@mantine/core'
import { addMitigation } from '../../commands/create.ts'
import { setFields } from '../../commands/edit-fields.ts'
import { execute } from '../../commands/execute.ts'
import type { ControlOption, MitigationNote } from '../../core/analysis/explanation.ts'
import { whyNot } from '../../core/analysis/words.ts'
import { MITIGATION_STATUSES, type MitigationStatus, type Scenario } from '../../core/model/terms.ts'
import { useBoard } from '../../state/board-store.ts'
import { mayEdit, useConnection } from '../../state/connection-store.ts'
import { setView } from '../../state/view-store.ts'
import { Icon } from '../../ui/icon.tsx'
import { EFFECT_WORDS, MITIGATION_STATUS_WORDS } from '../../ui/record-words.ts'
import classes from './exposure-explanation.module.css'
import { isThere, type Proposal } from './proposals.ts'

/** What bears on one place of a path: mitigations that do not count yet, and what the library offers besides. */
export function Bearing(props: {
  pending: readonly MitigationNote[]
  options: readonly ControlOption[]
  /** To follow “would”: `cut this step`. */
  purpose: string
  scenario: Scenario
  propose: (option: ControlOption) => Proposal | null
}) {
  const { pending, options, purpose, scenario, propose } = props
  return (
    <>
      {pending.length > 0 && (
        <ul className={classes.pending} aria-label={`Would ${purpose}, but does not count`}>
          {pending.map((note) => (
            <Pending key={note.id} note={note} purpose={purpose} scenario={scenario} />
          ))}
        </ul>
      )}
      {options.length > 0 && (
        <details className={classes.details}>
          <summary>
            {options.length === 1 ? '1 entry' : `${options.length} entries`} of the library would {purpose}
          </summary>
          <ul className={classes.options}>
            {options.map((option) => (
              <Option key={option.control} option={option} proposal={propose(option)} />
            ))}
          </ul>
        </details>
      )}
    </>
  )
}

function Pending({ note, purpose, scenario }: { note: MitigationNote; purpose: string; scenario: Scenario }) {
  const { id, title, status } = note
  const editable = useConnection(mayEdit)
  return (
    <li className={classes.note}>
      <Icon name="mitigation" size={15} />
      <span className={classes.noteText}>
        <button
          type="button"
          className={classes.name}
          onClick={() => setView({ inspected: id, right: true })}
        >
          {title}
        </button>{' '}
        would {purpose}, but {whyNot(status, scenario)}.
      </span>
      {editable && (
        <NativeSelect
          size="xs"
          aria-label={`Status of ${title}`}
          value={status}
          data={MITIGATION_STATUSES.map((value) => ({ value, label: MITIGATION_STATUS_WORDS[value].label }))}
          onChange={(event) => {
            const chosen = MITIGATION_STATUSES.find((value) => value === event.currentTarget.value)
            if (chosen !== undefined) setStatus(note, chosen)
          }}
        />
      )}
    </li>
  )
}

const setStatus = ({ id, title }: MitigationNote, status: MitigationStatus): boolean =>
  execute(setFields, {
    kind: 'mitigations',
    id,
    fields: { status },
    label: `Mark ${title} as ${status}`,
  })

function Option({ option, proposal }: { option: ControlOption; proposal: Proposal | null }) {
  const editable = useConnection(mayEdit)
  const there = useBoard(({ model }) => proposal !== null && isThere(model, proposal))
  const add = (status: MitigationStatus) =>
    proposal !== null && execute(addMitigation, { ...proposal, status })
  return (
    <li className={classes.note}>
      <span className={classes.noteText}>
        {option.title} <span className={classes.effect}>{EFFECT_WORDS[option.effect].label}</span>
      </span>
      {there && <span className={classes.effect}>on the board already</span>}
      {editable && !there && proposal !== null && (
        <span className={classes.buttons}>
          <Button
            size="compact-xs"
            variant="default"
            onClick={() => add('proposed')}
            aria-label={`Propose ${option.title}`}
          >
            Propose
          </Button>
          <Button
            size="compact-xs"
            variant="default"
            onClick={() => add('planned')}
            aria-label={`Plan ${option.title}`}
          >
            Plan
          </Button>
        </span>
      )}
    </li>
  )
}
