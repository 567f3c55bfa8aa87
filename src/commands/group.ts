import { boundsOf, frameOf, originOf, type Placed, placedIn } from '../core/layout/frames.ts'
import { SEGMENT_PADDING, SEGMENT_TITLE } from '../core/layout/geometry.ts'
import type { Model } from '../core/model/records.ts'
import type { Editor } from '../collab/doc/board-doc.ts'
import { select } from '../state/selection-store.ts'
import { command, type Situation } from './command.ts'
import { uniqueName } from './create.ts'
import { leavePins } from './leave-pins.ts'
import { newId } from './new-id.ts'
import { segmentsAround, selectedPlaced } from './placed.ts'

/** The upper border of a segment carries its title. */
const HEAD = SEGMENT_TITLE + SEGMENT_PADDING

export const groupIntoSegment = command({
  id: 'segment.group',
  label: 'Group into a segment',
  icon: 'group',
  group: 'edit',
  keys: ['Mod+G'],
  role: 'editor',
  when: (now) => selectedPlaced(now).length > 0,
  run: ({ edit, model, selection, host }) => {
    const placed = selectedPlaced({ model, selection })
    const bounds = boundsOf(placed.map((each) => frameOf(model, each)))
    if (bounds === null) return
    const id = newId('segments')
    const parent = commonSegment(model, placed)
    const [x, y] = originOf(model, parent)
    const corner = [bounds.at[0] - SEGMENT_PADDING, bounds.at[1] - HEAD] as const
    const size: [number, number] = [
      bounds.size[0] + 2 * SEGMENT_PADDING,
      bounds.size[1] + HEAD + SEGMENT_PADDING,
    ]
    const name = uniqueName('Segment', model.segments)
    edit('Group into a segment', (editor) => {
      const pos: [number, number] = [corner[0] - x, corner[1] - y]
      editor.create('segments', { id, name, kind: null, parent, zone: null, pos, size })
      for (const each of placed) {
        const { at } = frameOf(model, each)
        settle(editor, each, id, [at[0] - corner[0], at[1] - corner[1]])
      }
    })
    select([id])
    host.announce(`Grouped into ${name}`)
  },
})

export const ungroup = command({
  id: 'segment.ungroup',
  label: 'Ungroup',
  icon: 'ungroup',
  group: 'edit',
  keys: ['Mod+Shift+G'],
  role: 'editor',
  when: (now) => selectedSegments(now).length > 0,
  run: (context) => {
    const { model, edit, host } = context
    const segments = selectedSegments(context)
    const freed: string[] = []
    edit('Ungroup', (editor) => {
      for (const segment of segments) {
        for (const child of childrenOf(model, segment.id)) {
          settle(editor, child, segment.home, [child.pos[0] + segment.pos[0], child.pos[1] + segment.pos[1]])
          freed.push(child.id)
        }
        editor.remove('segments', segment.id)
      }
      leavePins(model, new Set(segments.map(({ id }) => id)), editor)
    })
    select(freed)
    host.announce(`Ungrouped, ${freed.length} selected`)
    const gone = new Set(segments.map(({ id }) => id))
    const shrunk = model.mitigations.filter(({ on }) =>
      on.some((each) => 'segment' in each && gone.has(each.segment)),
    )
    if (shrunk.length > 0) {
      const titles = shrunk.map(({ title }) => title).join(', ')
      host.notify(`What stood in the segment is no longer covered by it: ${titles}.`, 'warning')
    }
  },
})

const selectedSegments = (now: Pick<Situation, 'model' | 'selection'>): readonly Placed[] =>
  selectedPlaced(now).filter(({ kind }) => kind === 'segments')

function settle(editor: Editor, { id, kind }: Placed, home: string | null, pos: [number, number]): void {
  if (kind === 'segments') editor.set('segments', id, { parent: home, pos })
  else editor.set(kind, id, { segment: home, pos })
}

/** The innermost segment that all of them lie in. */
function commonSegment(model: Model, placed: readonly Placed[]): string | null {
  const [first, ...others] = placed.map(({ home }) => segmentsAround(model, home))
  return first?.find((segment) => others.every((around) => around.includes(segment))) ?? null
}

function childrenOf(model: Model, segment: string): Placed[] {
  const ids = [
    ...model.segments.filter(({ parent }) => parent === segment),
    ...model.components.filter((component) => component.segment === segment),
    ...model.notes.filter((note) => note.segment === segment),
  ]
  return ids.flatMap(({ id }) => placedIn(model, id) ?? [])
}
