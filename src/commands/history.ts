import { command } from './command.ts'

export const undo = command({
  id: 'history.undo',
  label: 'Undo',
  icon: 'undo',
  group: 'edit',
  keys: ['Mod+Z'],
  role: 'commenter',
  when: (now) => now.undo !== null,
  run: ({ host }) => {
    const step = host.board.undo()
    if (step !== null) host.announce(`Undone: ${step}`)
  },
})

export const redo = command({
  id: 'history.redo',
  label: 'Redo',
  icon: 'redo',
  group: 'edit',
  keys: ['Mod+Shift+Z', 'Mod+Y'],
  role: 'commenter',
  when: (now) => now.redo !== null,
  run: ({ host }) => {
    const step = host.board.redo()
    if (step !== null) host.announce(`Redone: ${step}`)
  },
})
