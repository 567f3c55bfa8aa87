import { useStore } from '@xyflow/react'
import type { Command } from '../../commands/command.ts'
import { execute } from '../../commands/execute.ts'
import { ariaKeys, formatKeys } from '../../commands/keys.ts'
import { useEnabled } from '../../commands/use-enabled.ts'
import {
  commentTool,
  connectTool,
  fitBoard,
  handTool,
  selectTool,
  toggleLegend,
  zoomIn,
  zoomOut,
  zoomReset,
} from '../../commands/view.ts'
import { laserTool } from '../../commands/together.ts'
import { type Tool, useView } from '../../state/view-store.ts'
import { Icon } from '../../ui/icon.tsx'
import classes from './controls.module.css'

const TOOLS: readonly (readonly [Tool, Command])[] = [
  ['select', selectTool],
  ['hand', handTool],
  ['connect', connectTool],
  ['comment', commentTool],
  ['laser', laserTool],
]

/** Tools and zoom, at the lower edge of the canvas. */
export function Controls() {
  const tool = useView((view) => view.tool)
  const legend = useView((view) => view.legend)
  return (
    <div className={classes.controls} role="toolbar" aria-label="Canvas tools" data-canvas-ui="">
      {TOOLS.map(([name, command]) => (
        <ToolButton key={name} command={command} pressed={tool === name} />
      ))}
      <span className={classes.rule} />
      <ToolButton command={zoomOut} />
      <ZoomLevel />
      <ToolButton command={zoomIn} />
      <ToolButton command={fitBoard} />
      <ToolButton command={toggleLegend} pressed={legend} />
    </div>
  )
}

function ToolButton({ command, pressed }: { command: Command; pressed?: boolean }) {
  const enabled = useEnabled(command)
  const keys = formatKeys(command.keys)
  return (
    <button
      type="button"
      className={classes.button}
      aria-label={command.label}
      aria-keyshortcuts={ariaKeys(command.keys)}
      aria-pressed={pressed}
      title={keys === '' ? command.label : `${command.label} (${keys})`}
      disabled={!enabled}
      onClick={() => execute(command)}
    >
      <Icon name={command.icon} size={17} />
    </button>
  )
}

function ZoomLevel() {
  const percent = useStore((state) => Math.round(state.transform[2] * 100))
  return (
    <button
      type="button"
      className={classes.level}
      aria-label={`Zoom ${percent}%. ${zoomReset.label}`}
      aria-keyshortcuts={ariaKeys(zoomReset.keys)}
      title={`${zoomReset.label} (${formatKeys(zoomReset.keys)})`}
      onClick={() => execute(zoomReset)}
    >
      {percent}%
    </button>
  )
}
