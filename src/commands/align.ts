import { align, distribute, type Axis, type Moves, type Side } from '../core/layout/align.ts'
import { type Frame, frameOf } from '../core/layout/frames.ts'
import { type Command, command } from './command.ts'
import { selectedPlaced } from './placed.ts'

type Arrangement = Readonly<{
  id: string
  label: string
  icon: string
  keys: string
  /** Fewer frames than this have nothing to arrange. */
  least: number
  moves: (frames: readonly Frame[]) => Moves
}>

const arrangement = ({ id, label, icon, keys, least, moves }: Arrangement): Command =>
  command({
    id: `arrange.${id}`,
    label,
    icon,
    group: 'edit',
    keys: [keys],
    role: 'editor',
    when: (now) => selectedPlaced(now).length >= least,
    run: (context) => {
      const placed = selectedPlaced(context)
      const by = moves(placed.map((each) => frameOf(context.model, each)))
      if (by.size === 0) return
      context.edit(label, (editor) => {
        for (const { id, kind, pos } of placed) {
          const [x, y] = by.get(id) ?? [0, 0]
          editor.set(kind, id, { pos: [pos[0] + x, pos[1] + y] })
        }
      })
    },
  })

const side = (to: Side, label: string, icon: string, letter: string): Command =>
  arrangement({
    id: `align-${to}`,
    label,
    icon,
    keys: `Alt+${letter}`,
    least: 2,
    moves: (frames) => align(frames, to),
  })

const gaps = (direction: Axis, label: string, letter: string): Command =>
  arrangement({
    id: `distribute-${direction}`,
    label,
    icon: `distribute-${direction}`,
    keys: `Alt+Shift+${letter}`,
    least: 3,
    moves: (frames) => distribute(frames, direction),
  })

export const alignments: readonly Command[] = [
  side('left', 'Align left', 'align-left', 'A'),
  side('right', 'Align right', 'align-right', 'D'),
  side('top', 'Align top', 'align-top', 'W'),
  side('bottom', 'Align bottom', 'align-bottom', 'S'),
  side('centre', 'Align centres', 'align-centre', 'H'),
  side('middle', 'Align middles', 'align-middle', 'V'),
  gaps('horizontal', 'Distribute across', 'H'),
  gaps('vertical', 'Distribute down', 'V'),
]
