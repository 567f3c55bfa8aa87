import { alignments } from './align.ts'
import { downloadModel, goHome, newBoard } from './board-file.ts'
import { openExport, print } from './export-dialog.ts'
import { openFile } from './import-file.ts'
import { deleteBoard, duplicateBoard } from './board-life.ts'
import { blastRadius, endBlast } from './blast.ts'
import { backToToday, openByDate } from './day.ts'
import { copy, cut, duplicate, paste } from './clipboard.ts'
import type { Command } from './command.ts'
import { commentHere, commentOnSelection, showComments, toggleResolved } from './comments.ts'
import { addNoteHere, addSegmentHere, recordMitigation, recordRisk } from './create.ts'
import { clearExposure, nextExposure, previousExposure, scenarios } from './exposure.ts'
import { groupIntoSegment, ungroup } from './group.ts'
import { redo, undo } from './history.ts'
import { nextHop, playHops, previousHop } from './hops.ts'
import { branches, connectTo, linkWalks, moveTo, reverseLink } from './links.ts'
import { nudges } from './nudge.ts'
import { defaultPolicy } from './policy.ts'
import { deleteSelection } from './remove.ts'
import { showReviews, signOffBoard } from './reviews.ts'
import { rename } from './rename.ts'
import { selectAll, selectNone } from './selection.ts'
import { openChokes, showChokes, showSeparating } from './spotlight.ts'
import { discardTrial, keepTrial, openWhatIf, suggestPlan, tryPlan } from './trial.ts'
import { bringEveryone, laserTool, stopBringing } from './together.ts'
import { askForThreat, showThreats, suggestThreats } from './threats.ts'
import * as view from './view.ts'

/** Every command that needs no argument, in the order in which menus and the help sheet list them. */
export const LISTED: readonly Command[] = [
  undo,
  redo,
  cut,
  copy,
  paste,
  duplicate,
  rename,
  deleteSelection,
  selectAll,
  selectNone,
  groupIntoSegment,
  ungroup,
  moveTo,
  reverseLink,
  ...alignments,
  ...nudges,
  addSegmentHere,
  addNoteHere,
  recordRisk,
  recordMitigation,
  view.openLibrary,
  connectTo,
  ...branches,
  suggestThreats,
  askForThreat,
  commentOnSelection,
  commentHere,
  view.togglePalette,
  view.toggleInspector,
  view.toggleDrawer,
  view.toggleLegend,
  view.zoomIn,
  view.zoomOut,
  view.zoomReset,
  view.fitBoard,
  view.fitSelection,
  view.selectTool,
  view.handTool,
  view.connectTool,
  view.commentTool,
  laserTool,
  bringEveryone,
  stopBringing,
  ...linkWalks,
  showComments,
  toggleResolved,
  showThreats,
  view.toggleScheme,
  view.toggleExposure,
  view.toggleCoverage,
  nextExposure,
  previousExposure,
  nextHop,
  previousHop,
  playHops,
  clearExposure,
  openChokes,
  showChokes,
  showSeparating,
  openWhatIf,
  keepTrial,
  discardTrial,
  suggestPlan,
  tryPlan,
  openByDate,
  backToToday,
  blastRadius,
  endBlast,
  ...scenarios,
  defaultPolicy,
  showReviews,
  signOffBoard,
  newBoard,
  openFile,
  downloadModel,
  openExport,
  print,
  view.openShare,
  duplicateBoard,
  deleteBoard,
  goHome,
  view.openPalette,
  view.openHelp,
]
