import type { Point } from '../core/model/records.ts'
import { type Command, command } from './command.ts'
import { rounded } from './create.ts'
import { segmentsAround } from './placed.ts'

/** Where a component, note or segment stands after a drop: position relative to `segment`, null for the open canvas. */
export type Placement = Readonly<{
  id: string
  kind: 'components' | 'segments' | 'notes'
  pos: Point
  segment: string | null
}>

/** One drop: every placement in one transaction and one undo step. A segment cannot be dropped into itself. */
export const place: Command<{ placements: readonly Placement[]; label?: string }> = command({
  id: 'arrange.place',
  label: 'Move',
  icon: 'move',
  group: 'edit',
  role: 'editor',
  run: ({ edit, model }, { placements, label = 'Move' }) =>
    edit(label, (editor) => {
      for (const { id, kind, pos, segment } of placements) {
        const at = rounded(pos)
        if (kind !== 'segments') editor.set(kind, id, { pos: at, segment })
        else if (!segmentsAround(model, segment).includes(id))
          editor.set('segments', id, { pos: at, parent: segment })
      }
    }),
})

/** A new frame for a segment or note. What stands inside a segment keeps its place on the canvas. */
export const resize: Command<{
  id: string
  kind: 'segments' | 'notes'
  pos: Point
  size: Point
  keep: readonly Placement[]
}> = command({
  id: 'arrange.resize',
  label: 'Resize',
  icon: 'resize',
  group: 'edit',
  role: 'editor',
  run: ({ edit }, { id, kind, pos, size, keep }) =>
    edit('Resize', (editor) => {
      editor.set(kind, id, { pos: rounded(pos), size: rounded(size) })
      for (const child of keep) editor.set(child.kind, child.id, { pos: rounded(child.pos) })
    }),
})
