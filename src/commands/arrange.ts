import type { Point } from '../core/model/records.ts'
import { type Command, command } from './command.ts'

/** Where a component, note or segment stands after a drop: position relative to `segment`, null for the open canvas. */
export type Placement = Readonly<{
  id: string
  kind: 'components' | 'segments' | 'notes'
  pos: Point
  segment: string | null
}>

/** One drop: every placement in one transaction and one undo step. */
export const place: Command<{ placements: readonly Placement[]; label?: string }> = command({
  id: 'arrange.place',
  label: 'Move',
  icon: 'move',
  group: 'edit',
  role: 'editor',
  run: ({ edit }, { placements, label = 'Move' }) =>
    edit(label, (editor) => {
      for (const { id, kind, pos, segment } of placements) {
        const at: [number, number] = [round(pos[0]), round(pos[1])]
        if (kind === 'segments') editor.set('segments', id, { pos: at, parent: segment })
        else editor.set(kind, id, { pos: at, segment })
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
      const frame = { pos: [round(pos[0]), round(pos[1])], size: [round(size[0]), round(size[1])] } as {
        pos: [number, number]
        size: [number, number]
      }
      editor.set(kind, id, frame)
      for (const child of keep)
        editor.set(child.kind, child.id, { pos: [round(child.pos[0]), round(child.pos[1])] })
    }),
})

/** Whole units keep documents small, and no eye sees the rest. */
const round = Math.round
