import * as Y from 'yjs'

/** What a person has selected: read before an edit, given back when that is undone and when it is redone. */
export type SelectionPort = Readonly<{ get: () => readonly string[]; set: (ids: readonly string[]) => void }>

/** What each step of undo remembers: its name, and what was selected before it and after it. */
const STEP = 'step'
type Step = { readonly label: string; readonly before: readonly string[]; after: readonly string[] }
type Way = 'undo' | 'redo'
type Scope = ConstructorParameters<typeof Y.UndoManager>[0]

/**
 * The steps of one person: what is changed under `origin` between two calls of `begin` is one step, in however many
 * transactions; undo and redo take each of these in turn.
 */
export class History {
  readonly #manager: Y.UndoManager
  readonly #selection: SelectionPort
  #begun: Step = { label: '', before: [], after: [] }

  constructor(scope: Scope, origin: object, selection: SelectionPort) {
    this.#selection = selection
    this.#manager = new Y.UndoManager(scope, { trackedOrigins: new Set([origin]), captureTimeout: 0 })
    this.#manager.on('stack-item-added', ({ stackItem }) => {
      // Undo and redo make the other's step of the one that they take: Yjs passes over those that change nothing any more.
      stackItem.meta.set(STEP, stepOf(this.#manager.currStackItem) ?? this.#begun)
    })
  }

  /** From now on what is changed belongs to a new step. */
  begin(label: string): void {
    this.#begun = { label, before: this.#selection.get(), after: [] }
  }

  /** Names of the steps that undo and redo would take, null where there is none. */
  get steps(): { undo: string | null; redo: string | null } {
    return { undo: this.#top('undo')?.label ?? null, redo: this.#top('redo')?.label ?? null }
  }

  /** Takes a step, or the first part of it. Its name, null where there is none. */
  take(way: Way): string | null {
    const selected = this.#selection.get()
    const step = stepOf(this.#manager[way]())
    if (step === undefined) return null
    if (way === 'undo') step.after = selected
    this.#selection.set(way === 'undo' ? step.before : step.after)
    return step.label
  }

  /** Whether the step on top has come in more than one part. */
  hasParts(way: Way): boolean {
    const stack = this.#stack(way)
    const step = this.#top(way)
    return step !== undefined && stepOf(stack.at(-2)) === step
  }

  /** Goes on taking the step that was taken last. Whether there was more of it. */
  takeMore(way: Way): boolean {
    const step = this.#top(way === 'undo' ? 'redo' : 'undo')
    if (step === undefined || this.#top(way) !== step) return false
    const taken = stepOf(this.#manager[way]())
    // Yjs passes over what changes nothing any more, and so may have gone too far.
    if (taken !== undefined && taken !== step) this.#manager[way === 'undo' ? 'redo' : 'undo']()
    return true
  }

  destroy(): void {
    this.#manager.destroy()
  }

  #stack(way: Way) {
    return way === 'undo' ? this.#manager.undoStack : this.#manager.redoStack
  }

  #top(way: Way): Step | undefined {
    return stepOf(this.#stack(way).at(-1))
  }
}

const stepOf = (item: { meta: Map<unknown, unknown> } | null | undefined) =>
  item?.meta.get(STEP) as Step | undefined
