import { useReactFlow } from '@xyflow/react'
import { paste } from '../../commands/clipboard.ts'
import type { Command } from '../../commands/command.ts'
import { commentHere, startComment } from '../../commands/comments.ts'
import { execute, isEnabled, situation } from '../../commands/execute.ts'
import { ariaKeys, formatKeys } from '../../commands/keys.ts'
import { LISTED } from '../../commands/registry.ts'
import { ContextMenu, type MenuEntry } from '../../ui/context-menu.tsx'
import { setCanvas, useCanvas } from '../canvas-store.ts'

const GROUPS: readonly Command['group'][] = ['edit', 'create', 'view', 'exposure']
/** What has a key for each of four directions, or a button near by, would only fill the menu. */
const LEFT_OUT =
  /^(arrange\.(nudge|align|distribute)|link\.walk|component\.branch|history\.|selection\.none|exposure\.(next|previous|play)|view\.(?!fit|exposure))/
const NOTHING: ReadonlySet<string> = new Set()

/** What can be done with what is selected or, where nothing is, with the board: commands of the registry, as ever. */
export function BoardMenu() {
  const at = useCanvas((state) => state.menu)
  const { getViewport } = useReactFlow()
  if (at === null) return null
  const now = situation()
  const { ids } = now.selection
  const unselected = { ...now, selection: { ...now.selection, ids: NOTHING } }
  const fits = (command: Command) =>
    isEnabled(command, now) && (ids.size === 0 || command === paste || !isEnabled(command, unselected))
  const run = (command: Command) => {
    setCanvas({ menu: null })
    if (command !== commentHere) return void execute(command)
    const { x, y, zoom } = getViewport()
    execute(startComment, { on: null, at: [(at[0] - x) / zoom, (at[1] - y) / zoom] })
  }
  const groups = GROUPS.map((group) =>
    LISTED.filter((command) => command.group === group && !LEFT_OUT.test(command.id) && fits(command)).map(
      (command) => entryOf(command, () => run(command)),
    ),
  )
  return <ContextMenu at={at} label="Actions" groups={groups} onClose={() => setCanvas({ menu: null })} />
}

const entryOf = (command: Command, run: () => void): MenuEntry => ({
  id: command.id,
  label: command.label,
  icon: command.icon,
  keys: formatKeys(command.keys),
  ariaKeys: ariaKeys(command.keys),
  disabled: false,
  run,
})
