import { useExchange } from '../state/exchange-store.ts'
import { setView } from '../state/view-store.ts'
import { type Command, command } from './command.ts'

export const openExport: Command = command({
  id: 'board.export',
  label: 'Export…',
  icon: 'export',
  group: 'board',
  keys: ['Mod+Shift+S'],
  role: 'viewer',
  run: () => show('ringfence'),
})

/** What the browser would print is the screen, cut off at its edges. */
export const print: Command = command({
  id: 'board.print',
  label: 'Print…',
  icon: 'print',
  group: 'board',
  keys: ['Mod+P'],
  role: 'viewer',
  run: () => show('pdf'),
})

function show(output: 'ringfence' | 'pdf'): void {
  useExchange.setState({ output })
  setView({ dialog: 'export' })
}
