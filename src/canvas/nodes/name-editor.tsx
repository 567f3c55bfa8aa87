import { type KeyboardEvent, useEffect, useRef } from 'react'
import { setFields } from '../../commands/edit-fields.ts'
import { execute } from '../../commands/execute.ts'
import { setView } from '../../state/view-store.ts'
import classes from './nodes.module.css'

type Named = 'components' | 'segments' | 'links' | 'notes'

/** Types a name in place: Enter or leaving keeps it, Escape does not. In a note Enter begins a line and Mod+Enter keeps. */
export function NameEditor({ kind, id, name }: { kind: Named; id: string; name: string }) {
  const field = useRef<HTMLTextAreaElement & HTMLInputElement>(null)
  const done = useRef(false)
  useEffect(() => {
    field.current?.focus({ preventScroll: true })
    field.current?.select()
  }, [])

  const finish = (keep: boolean) => {
    if (done.current) return
    done.current = true
    const text = field.current?.value.trim() ?? name
    if (keep && text !== name) save(kind, id, text)
    const canvas = field.current?.closest<HTMLElement>('.react-flow')
    setView({ renaming: null })
    canvas?.focus({ preventScroll: true })
  }
  const onKeyDown = (event: KeyboardEvent) => {
    event.stopPropagation()
    if (event.nativeEvent.isComposing) return
    const enter = event.key === 'Enter' && (kind !== 'notes' || event.ctrlKey || event.metaKey)
    if (!enter && event.key !== 'Escape') return
    event.preventDefault()
    finish(enter)
  }
  const shared = {
    ref: field,
    defaultValue: name,
    'aria-label': kind === 'notes' ? 'Text of the note' : 'Name',
    'data-canvas-ui': '',
    onKeyDown,
    onBlur: () => finish(true),
  }
  return kind === 'notes' ? (
    <textarea {...shared} className={`${classes.noteEditor ?? ''} nowheel`} />
  ) : (
    <input {...shared} className={classes.editor} data-kind={kind} maxLength={200} />
  )
}

function save(kind: Named, id: string, text: string): void {
  const label = text === '' ? 'Clear the name' : `Rename ${text}`
  switch (kind) {
    case 'components':
      return void execute(setFields, { kind, id, fields: { name: text }, label })
    case 'segments':
      return void execute(setFields, { kind, id, fields: { name: text }, label })
    case 'links':
      return void execute(setFields, { kind, id, fields: { name: text === '' ? null : text }, label })
    case 'notes':
      return void execute(setFields, { kind, id, fields: { text }, label: 'Write a note' })
  }
}
