import type { DrawerTab, Mode, Tool } from '../state/view-store.ts'
import { setView } from '../state/view-store.ts'
import { type Command, command, type CommandContext } from './command.ts'

const ZOOM_STEP = 1.25

export const togglePalette = command({
  id: 'view.palette',
  label: 'Left panel',
  icon: 'palette',
  group: 'view',
  keys: ['Mod+B'],
  role: 'viewer',
  run: ({ view }) => setView({ left: !view.left }),
})

export const toggleInspector = command({
  id: 'view.inspector',
  label: 'Inspector',
  icon: 'inspector',
  group: 'view',
  keys: ['Mod+I'],
  role: 'viewer',
  run: ({ view }) => setView({ right: !view.right }),
})

export const toggleDrawer = command({
  id: 'view.drawer',
  label: 'Tables',
  icon: 'drawer',
  group: 'view',
  keys: ['Mod+J'],
  role: 'viewer',
  run: ({ view }) => setView({ bottom: !view.bottom }),
})

export const toggleLegend = command({
  id: 'view.legend',
  label: 'Legend',
  icon: 'legend',
  group: 'view',
  keys: ['L'],
  canvasOnly: true,
  role: 'viewer',
  run: ({ view, host }) => {
    setView({ legend: !view.legend })
    host.announce(view.legend ? 'Legend closed' : 'Legend opened')
  },
})

/** Opens one table of the drawer. */
export const showTable: Command<DrawerTab> = command({
  id: 'view.show-table',
  label: 'Show a table',
  icon: 'drawer',
  group: 'view',
  role: 'viewer',
  run: (_, bottomTab) => setView({ bottom: true, bottomTab }),
})

export const zoomIn = command({
  id: 'view.zoom-in',
  label: 'Zoom in',
  icon: 'zoom-in',
  group: 'view',
  keys: ['Mod+=', 'Mod+Plus'],
  role: 'viewer',
  run: ({ host }) => host.canvas?.zoomBy(ZOOM_STEP),
})

export const zoomOut = command({
  id: 'view.zoom-out',
  label: 'Zoom out',
  icon: 'zoom-out',
  group: 'view',
  keys: ['Mod+-'],
  role: 'viewer',
  run: ({ host }) => host.canvas?.zoomBy(1 / ZOOM_STEP),
})

export const zoomReset = command({
  id: 'view.zoom-reset',
  label: 'Zoom to 100%',
  icon: 'search',
  group: 'view',
  keys: ['Mod+0'],
  role: 'viewer',
  run: ({ host }) => host.canvas?.zoomTo(1),
})

export const fitBoard = command({
  id: 'view.fit',
  label: 'Fit the board',
  icon: 'fit',
  group: 'view',
  keys: ['Mod+Shift+1', 'Shift+1'],
  canvasOnly: 'bare',
  role: 'viewer',
  run: ({ host }) => host.canvas?.fit(null),
})

export const fitSelection = command({
  id: 'view.fit-selection',
  label: 'Fit the selection',
  icon: 'fit',
  group: 'view',
  keys: ['Mod+Shift+2', 'Shift+2'],
  canvasOnly: 'bare',
  role: 'viewer',
  when: ({ selection }) => selection.ids.size > 0,
  run: ({ host, selection }) => host.canvas?.fit([...selection.ids]),
})

const tool = (name: Tool, label: string, icon: string, key: string, role: Command['role']): Command =>
  command({
    id: `view.tool-${name}`,
    label,
    icon,
    group: 'view',
    keys: [key],
    canvasOnly: true,
    role,
    run: () => setView({ tool: name }),
  })

export const selectTool = tool('select', 'Select', 'pointer', 'V', 'viewer')
export const handTool = tool('hand', 'Move the view', 'hand', 'H', 'viewer')
export const commentTool = tool('comment', 'Comment', 'comment', 'M', 'commenter')
export const connectTool = tool('connect', 'Connect components', 'link', 'C', 'editor')

export const toggleExposure = command({
  id: 'view.exposure',
  label: 'Show exposure',
  icon: 'exposure',
  group: 'exposure',
  keys: ['E'],
  canvasOnly: true,
  role: 'viewer',
  run: (context) => showIn(context, context.view.mode === 'exposure' ? 'model' : 'exposure'),
})

export const toggleCoverage = command({
  id: 'view.coverage',
  label: 'Show coverage',
  icon: 'coverage',
  group: 'exposure',
  keys: ['Shift+E'],
  canvasOnly: true,
  role: 'viewer',
  run: (context) => showIn(context, context.view.mode === 'coverage' ? 'model' : 'coverage'),
})

/** Goes to one way of looking at the board. */
export const showMode: Command<Mode> = command({
  id: 'view.mode',
  label: 'Show the board as',
  icon: 'show',
  group: 'exposure',
  role: 'viewer',
  run: showIn,
})

const MODE_SAID = {
  model: 'Model alone shown',
  exposure: 'Exposure shown',
  coverage: 'Coverage shown',
} as const satisfies Record<Mode, string>

function showIn({ host }: CommandContext, mode: Mode): void {
  setView({ mode })
  host.announce(MODE_SAID[mode])
}

export const openPalette = command({
  id: 'view.command-palette',
  label: 'Find anything',
  icon: 'command',
  group: 'help',
  keys: ['Mod+K', 'Mod+F'],
  role: 'viewer',
  run: () => setView({ dialog: 'palette' }),
})

export const openHelp = command({
  id: 'view.help',
  label: 'Keyboard and help',
  icon: 'help',
  group: 'help',
  keys: ['?', 'F1'],
  role: 'viewer',
  run: () => setView({ dialog: 'help' }),
})

export const openLibrary = command({
  id: 'view.library',
  label: 'Library of risks and mitigations',
  icon: 'library',
  group: 'create',
  role: 'viewer',
  run: () => setView({ dialog: 'library' }),
})

export const openShare = command({
  id: 'board.share',
  label: 'Share',
  icon: 'share',
  group: 'board',
  role: 'viewer',
  run: () => setView({ dialog: 'share' }),
})

export const toggleScheme = command({
  id: 'view.scheme',
  label: 'Light or dark',
  icon: 'dark',
  group: 'view',
  role: 'viewer',
  run: ({ view }) => {
    const dark = view.scheme === 'auto' ? systemIsDark() : view.scheme === 'dark'
    setView({ scheme: dark ? 'light' : 'dark' })
  },
})

const systemIsDark = (): boolean =>
  typeof matchMedia === 'function' && matchMedia('(prefers-color-scheme: dark)').matches
