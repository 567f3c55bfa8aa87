import { useState } from 'react'
import { setFields } from '../../commands/edit-fields.ts'
import { execute } from '../../commands/execute.ts'
import { addEntry } from '../../commands/library.ts'
import { newId } from '../../commands/new-id.ts'
import type { Entry } from '../../core/model/records.ts'
import { EFFECTS, PROPAGATIONS } from '../../core/model/terms.ts'
import { EFFECT_WORDS, PROPAGATION_WORDS } from '../../ui/record-words.ts'
import css from './library.module.css'

const EMPTY = {
  title: '',
  description: '',
  propagation: null,
  effect: null,
  references: [],
  source: '',
} as const

/** Makes an own entry, or changes one, as one step. `onDone` tells the id of what was written, null for nothing. */
export function EntryForm(props: {
  of: Entry['of']
  entry: Entry | null
  onDone: (id: string | null) => void
}) {
  const { of, entry, onDone } = props
  const [draft, setDraft] = useState<Omit<Entry, 'id' | 'of'>>(entry ?? EMPTY)
  const change = (fields: Partial<typeof draft>) => setDraft({ ...draft, ...fields })
  const submit = () => {
    const { propagation, effect, description, source } = draft
    const references = draft.references.map((line) => line.trim()).filter(Boolean)
    const fields = { title: draft.title.trim(), description, propagation, effect, references, source }
    if (fields.title === '') return
    const id = entry?.id ?? newId('entries')
    if (entry === null) execute(addEntry, { entry: { id, of, ...fields } })
    else execute(setFields, { kind: 'entries', id, fields, label: `Change own entry ${fields.title}` })
    onDone(id)
  }
  return (
    <form
      className={css.form}
      aria-label={entry === null ? `New own ${of}` : `Change ${entry.title}`}
      onSubmit={(event) => {
        event.preventDefault()
        submit()
      }}
    >
      <h3 className={css.heading}>{entry === null ? `An own ${of}` : 'Change the entry'}</h3>
      <label>
        Title
        {/* Somebody has just asked for this form. */}
        <input
          required
          ref={(input) => {
            if (entry === null && draft.title === '') input?.focus()
          }}
          value={draft.title}
          onChange={(event) => change({ title: event.currentTarget.value })}
        />
      </label>
      {of === 'risk' ? (
        <label>
          Opens
          <select
            value={draft.propagation ?? ''}
            onChange={(event) =>
              change({ propagation: PROPAGATIONS.find((each) => each === event.currentTarget.value) ?? null })
            }
          >
            <option value="">Not said: counts as a foothold</option>
            {PROPAGATIONS.map((each) => (
              <option key={each} value={each}>
                {PROPAGATION_WORDS[each].label}
              </option>
            ))}
          </select>
        </label>
      ) : (
        <label>
          Effect
          <select
            value={draft.effect ?? ''}
            onChange={(event) =>
              change({ effect: EFFECTS.find((each) => each === event.currentTarget.value) ?? null })
            }
          >
            <option value="">Not said: cuts nothing</option>
            {EFFECTS.map((each) => (
              <option key={each} value={each}>
                {EFFECT_WORDS[each].label}
              </option>
            ))}
          </select>
        </label>
      )}
      <label>
        Description
        <textarea
          rows={4}
          value={draft.description}
          onChange={(event) => change({ description: event.currentTarget.value })}
        />
      </label>
      <label>
        References, one a line
        <textarea
          rows={2}
          value={draft.references.join('\n')}
          onChange={(event) => change({ references: event.currentTarget.value.split('\n') })}
        />
      </label>
      <label>
        Source
        <input value={draft.source} onChange={(event) => change({ source: event.currentTarget.value })} />
      </label>
      <div className={css.actions}>
        <button type="submit" className={css.primary} disabled={draft.title.trim() === ''}>
          Save
        </button>
        <button type="button" className={css.button} onClick={() => onDone(null)}>
          Cancel
        </button>
      </div>
    </form>
  )
}
