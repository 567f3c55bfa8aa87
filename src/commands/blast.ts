import type { BlastTarget } from '../core/analysis/questions.ts'
import { kindOf } from '../core/model/lookup.ts'
import { askBlast } from '../state/inquiry-store.ts'
import { nameOf } from '../state/record-names.ts'
import { showExposure } from '../state/selection-store.ts'
import { setView } from '../state/view-store.ts'
import { type Command, command, type Situation } from './command.ts'

function onlyComponent({ model, selection: { ids } }: Situation): string | null {
  const [id] = ids
  return id !== undefined && ids.size === 1 && kindOf(model, id) === 'components' ? id : null
}

/** Asks what the selected component would give an attacker who held it; asked again of the same one, it is put away. */
export const blastRadius = command({
  id: 'exposure.blast',
  label: 'Blast radius',
  icon: 'blast',
  group: 'exposure',
  keys: ['Shift+B'],
  canvasOnly: true,
  role: 'viewer',
  when: (now) => onlyComponent(now) !== null,
  run: (context) => {
    const id = onlyComponent(context)
    if (id === null || id === context.inquiry.blastOf) return endBlast.run(context, undefined)
    showExposure(null)
    askBlast(id)
    setView({ mode: 'exposure', bottom: true, bottomTab: 'blast' })
  },
})

export const endBlast = command({
  id: 'exposure.end-blast',
  label: 'Close the blast radius',
  icon: 'close',
  group: 'exposure',
  role: 'viewer',
  when: ({ inquiry }) => inquiry.blastOf !== null,
  run: ({ host }) => {
    askBlast(null)
    host.announce('Routes shown again')
  },
})

/** Brings the way to one target of the blast radius into view. */
export const revealBlastPath: Command<BlastTarget> = command({
  id: 'exposure.reveal-blast-path',
  label: 'Show the way',
  icon: 'exposure',
  group: 'exposure',
  role: 'viewer',
  run: ({ host, model }, { path, links }) => {
    host.canvas?.reveal([...path, ...links])
    host.announce(path.map((id) => nameOf(model, id)).join(', then '))
  },
})
