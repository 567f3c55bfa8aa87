import { NativeSelect, Textarea, TextInput } from '@mantine/core'
import { type KeyboardEvent, useEffect, useRef, useState } from 'react'
import { execute } from '../../commands/execute.ts'
import { addThreat, editThreat, type OwnThreat } from '../../commands/own-threats.ts'
import type { CommentSubject, Threat } from '../../core/model/records.ts'
import { isSameSubject, subjectIdOf } from '../../core/model/threats.ts'
import { useBoard } from '../../state/board-store.ts'
import { subjectFor } from '../../state/comment-threads.ts'
import { FieldPicker } from '../../ui/field-picker.tsx'
import { STRIDE_WORDS } from '../../ui/record-words.ts'
import { choicesOf } from '../../ui/words.ts'
import { threatPlaces } from './threat-places.ts'
import { subjectName } from './threat-rows.ts'
import css from './threats.module.css'

const KINDS = choicesOf(STRIDE_WORDS)
type Draft = Omit<OwnThreat, 'on'> & Readonly<{ on: CommentSubject | null }>
type Props = Readonly<{
  /** One's own that is to be changed; null for a new one, `on` what is known. */
  threat: Threat | null
  on: CommentSubject | null
  label: string
  onDone: () => void
}>

/** Asks what a threat of one's own is and on what, and writes it as one step; Escape leaves it. */
export function ThreatForm({ threat, on, label, onDone }: Props) {
  const model = useBoard((board) => board.model)
  const [draft, setDraft] = useState<Draft>(threat ?? { on, title: '', stride: null, description: '' })
  const first = useRef<HTMLInputElement>(null)
  useEffect(() => first.current?.focus(), [])
  const change = (fields: Partial<Draft>) => setDraft({ ...draft, ...fields })
  const subject = draft.on === null ? null : subjectFor(model, subjectIdOf(draft.on))
  const isWhole = subject !== null && draft.title.trim() !== ''
  const save = () => {
    if (subject === null || !isWhole) return
    if (threat === null) execute(addThreat, { ...draft, on: subject })
    else execute(editThreat, { id: threat.id, fields: changedIn(threat, draft) })
    onDone()
  }
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.nativeEvent.isComposing) return
    if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) save()
    else if (event.key === 'Escape') onDone()
    else return
    event.preventDefault()
    event.stopPropagation()
  }
  return (
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions -- Escape leaves a form from any control in it
    <form
      className={css.own}
      aria-label={label}
      onKeyDown={onKeyDown}
      onSubmit={(event) => {
        event.preventDefault()
        save()
      }}
    >
      <TextInput
        ref={first}
        size="xs"
        label="Title"
        value={draft.title}
        maxLength={200}
        onChange={(event) => change({ title: event.currentTarget.value })}
      />
      <NativeSelect
        size="xs"
        label="Kind"
        value={draft.stride ?? ''}
        data={[{ value: '', label: 'None of STRIDE’s six' }, ...KINDS]}
        onChange={(event) =>
          change({ stride: KINDS.find(({ value }) => value === event.currentTarget.value)?.value ?? null })
        }
      />
      <FieldPicker
        stacked
        label="On"
        value={subject === null ? '' : subjectName(model, subject)}
        chosen={subject === null ? null : subjectIdOf(subject)}
        placeholder="A component, link or segment"
        readOnly={false}
        find={(query) => threatPlaces(model, query)}
        onPick={(id) => change({ on: subjectFor(model, id) })}
      />
      <Textarea
        size="xs"
        label="What is meant"
        className={css.ownText}
        autosize
        minRows={1}
        maxRows={6}
        maxLength={5000}
        value={draft.description}
        onChange={(event) => change({ description: event.currentTarget.value })}
      />
      <div className={css.answers}>
        <button type="submit" className={css.action} data-primary disabled={!isWhole}>
          {threat === null ? 'Add' : 'Save'}
        </button>
        <button type="button" className={css.action} onClick={onDone}>
          Cancel
        </button>
      </div>
    </form>
  )
}

/** Only what this person changed, so that what another one changed meanwhile stays. */
function changedIn(threat: Threat, draft: Draft): Partial<OwnThreat> {
  const { on, stride } = draft
  const [title, description] = [draft.title.trim(), draft.description.trim()]
  return {
    ...(title === threat.title ? {} : { title }),
    ...(stride === threat.stride ? {} : { stride }),
    ...(description === threat.description ? {} : { description }),
    ...(on === null || isSameSubject(on, threat.on) ? {} : { on }),
  }
}
