import type { NodeProps } from '@xyflow/react'
import { memo } from 'react'
import { useView } from '../../state/view-store.ts'
import { NameEditor } from './name-editor.tsx'
import type { NoteNodeType } from './node-types.ts'
import classes from './nodes.module.css'

export const NoteNode = memo(function NoteNode({ id, data, selected }: NodeProps<NoteNodeType>) {
  const { note } = data
  const renaming = useView((view) => view.renaming === id)
  return (
    <div className={classes.note} data-selected={selected || undefined}>
      {renaming ? (
        <NameEditor kind="notes" id={id} name={note.text} />
      ) : (
        <span className={classes.noteText}>
          {note.text === '' ? <span className={classes.hint}>Double-click to write</span> : note.text}
        </span>
      )}
    </div>
  )
})
