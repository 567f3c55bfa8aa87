import { ACCEPTED_FILES, useExchange } from '../state/exchange-store.ts'
import { setView } from '../state/view-store.ts'
import { type Command, command } from './command.ts'

/** Asks for a file, says what it would bring, and makes of it a new board or part of this one. */
export const openFile: Command = command({
  id: 'board.open-file',
  label: 'Open or import a file…',
  icon: 'open',
  group: 'board',
  keys: ['Mod+O'],
  role: 'viewer',
  run: async ({ host }) => {
    const file = await host.pickFile(ACCEPTED_FILES)
    if (file !== null) show(file)
  },
})

/** As `openFile`, with files that were dropped on the page or pasted: the first of them, which is said where there are more. */
export const openGiven: Command<readonly File[]> = command({
  id: 'board.open-given',
  label: 'Open a file',
  icon: 'open',
  group: 'board',
  role: 'viewer',
  run: ({ host }, files) => {
    const [first, ...others] = files
    if (first === undefined) return
    show(first)
    if (others.length > 0)
      host.notify(
        `One file at a time: ${first.name} is opened, the other ${others.length === 1 ? 'is' : `${others.length} are`} not.`,
        'warning',
      )
  },
})

function show(file: File): void {
  useExchange.setState(({ opening }) => ({ file, opening: opening + 1 }))
  setView({ dialog: 'import' })
}
