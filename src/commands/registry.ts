import { downloadModel, goHome, newBoard, openFile } from './board-file.ts'
import type { Command } from './command.ts'
import { clearExposure, nextExposure, previousExposure } from './exposure.ts'
import { redo, undo } from './history.ts'
import { deleteSelection } from './remove.ts'
import { rename } from './rename.ts'
import { selectAll, selectNone } from './selection.ts'
import * as view from './view.ts'

/** Every command that needs no argument, in the order in which menus and the help sheet list them. */
export const LISTED: readonly Command[] = [
  undo,
  redo,
  rename,
  deleteSelection,
  selectAll,
  selectNone,
  view.togglePalette,
  view.toggleInspector,
  view.toggleDrawer,
  view.zoomIn,
  view.zoomOut,
  view.zoomReset,
  view.fitBoard,
  view.fitSelection,
  view.selectTool,
  view.handTool,
  view.connectTool,
  view.toggleScheme,
  view.toggleExposure,
  nextExposure,
  previousExposure,
  clearExposure,
  newBoard,
  openFile,
  downloadModel,
  view.openShare,
  goHome,
  view.openPalette,
  view.openHelp,
]
