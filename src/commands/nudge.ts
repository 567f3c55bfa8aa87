import { type Command, command } from './command.ts'
import { DIRECTIONS } from './directions.ts'
import { selectedPlaced } from './placed.ts'

/** Canvas units. */
const STEP = 8
const FAR = 10

const nudge = (far: boolean): readonly Command[] =>
  DIRECTIONS.map(({ name, key, vector }) =>
    command({
      id: `arrange.nudge-${name}${far ? '-far' : ''}`,
      label: `Nudge ${name}${far ? ' by ten' : ''}`,
      icon: 'move',
      group: 'edit',
      keys: [far ? `Shift+${key}` : key],
      canvasOnly: true,
      role: 'editor',
      when: (now) => selectedPlaced(now).length > 0,
      run: (context) => {
        const by = STEP * (far ? FAR : 1)
        context.edit('Nudge', (editor) => {
          for (const { id, kind, pos } of selectedPlaced(context)) {
            editor.set(kind, id, { pos: [pos[0] + vector[0] * by, pos[1] + vector[1] * by] })
          }
        })
      },
    }),
  )

/** Moves the selection by one step in each direction, then by ten. */
export const nudges: readonly Command[] = [...nudge(false), ...nudge(true)]
