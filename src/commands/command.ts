import type { BoardDoc, Editor } from '../collab/doc/board-doc.ts'
import type { SharedView } from '../collab/doc/presence.ts'
import type { Model } from '../core/model/records.ts'
import type { AnalysisState } from '../state/analysis-store.ts'
import type { AskingState } from '../state/asking-store.ts'
import type { ConnectionStoreState } from '../state/connection-store.ts'
import type { FollowState } from '../state/follow-store.ts'
import type { InquiryState } from '../state/inquiry-store.ts'
import type { PeopleState } from '../state/people-store.ts'
import type { SelectionState } from '../state/selection-store.ts'
import type { SpotlightState } from '../state/spotlight-store.ts'
import type { TrialState } from '../state/trial-store.ts'
import type { ViewState } from '../state/view-store.ts'

/** What a command may look at before it runs. */
export type Situation = Readonly<{
  model: Model
  selection: SelectionState
  view: ViewState
  connection: ConnectionStoreState
  people: PeopleState['people']
  followed: FollowState['followed']
  asking: AskingState['asking']
  analysis: AnalysisState
  trial: TrialState
  inquiry: InquiryState
  spotlight: SpotlightState
  undo: string | null
  redo: string | null
}>

/** What the canvas does for commands. Lengths in canvas units, `null` where no canvas is mounted. */
export type CanvasPort = {
  fit(ids: readonly string[] | null): void
  /** Moves the view by as little as shows all of these; not at all where they are in view. */
  reveal(ids: readonly string[]): void
  zoomBy(factor: number): void
  zoomTo(zoom: number): void
  /** Puts this element, or this point, into the middle, near enough to be read. */
  centreOn(target: string | readonly [number, number]): void
  /** The middle of what is in view. */
  centre(): readonly [number, number]
  /** What is in view, for others to come to. */
  view(): SharedView
  /** Shows what another one sees. */
  lookAs(view: SharedView): void
}

export type Question = Readonly<{
  title: string
  body: string
  /** What has happened while the question stood. */
  news?: string
  /** One by one, what the answer would do. */
  lines?: readonly Readonly<{ id: string; words: string }>[]
  confirm: string
  /** `plain`: nothing is lost by a yes. */
  tone?: 'plain'
}>

/** Shows a question anew for as long as it stands; null takes it back, which is a no. Returns its stopping. */
export type Follow = (show: (question: Question | null) => void) => () => void

/** What the browser does for commands, so that they stay free of it. */
export type Host = {
  readonly board: BoardDoc
  canvas: CanvasPort | null
  notify(message: string, tone?: 'info' | 'warning'): void
  announce(message: string): void
  /** A yes is one to the question as it was last seen. */
  confirm(question: Question, follow?: Follow): Promise<boolean>
  download(name: string, content: Blob): void
  /** One that this person chooses; `accept` as in an input of type file. */
  pickFile(accept: string): Promise<File | null>
  /** System clipboard, with an own one behind it where the browser allows none. */
  writeClipboard(text: string): Promise<void>
  readClipboard(): Promise<string>
  go(path: string): void
  /** Makes another board and opens it; a blob is a native file. Throws what the server refuses with. */
  makeBoard(content: Readonly<{ title: string }> | Model | Blob): Promise<void>
  /** Makes another board with what this one holds and opens it. Throws like `makeBoard`. */
  duplicateBoard(title: string): Promise<void>
  /** Deletes this board, which ends this session too. Throws like `makeBoard`. */
  deleteBoard(): Promise<void>
}

export type CommandContext = Situation &
  Readonly<{
    host: Host
    /** One transaction on the shared document and one undo step named `label`: the only road for an edit. */
    edit(label: string, change: (editor: Editor) => void): void
    /** The same for thousands of records at once (see `BoardDoc`). */
    editInParts(label: string, change: (editor: Editor) => void, isWanted: () => boolean): Promise<boolean>
  }>

/**
 * One action of the product. Toolbar, menus, command palette, shortcuts and help sheet read these fields; nothing else
 * defines a label or a key. `Args` is what a gesture adds (where something was dropped); a command without any can be
 * listed.
 */
export type Command<Args = undefined> = Readonly<{
  id: string
  label: string
  /** Name of an icon in `ui/icons`. */
  icon: string
  group: 'edit' | 'create' | 'view' | 'exposure' | 'board' | 'help'
  /** Like `Mod+Shift+Z`; the first is shown. Mod is Cmd on a Mac, Ctrl elsewhere. */
  keys?: readonly string[]
  /** Keys that count only while the canvas has the focus: all of them, or those without Mod and Alt. */
  canvasOnly?: true | 'bare'
  /** The least that one must be: `editor` is hidden from those who may only look, `commenter` is open to all who may comment. */
  role: 'viewer' | 'commenter' | 'editor'
  when?: (situation: Situation) => boolean
  run: (context: CommandContext, args: Args) => void | Promise<void>
}>

/** Keeps the type of the arguments while it checks the rest. */
export const command = <Args = undefined>(definition: Command<Args>): Command<Args> => definition
