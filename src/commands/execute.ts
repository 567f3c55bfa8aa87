import { useAnalysis } from '../state/analysis-store.ts'
import { useAsking } from '../state/asking-store.ts'
import { catchUpNow, useBoard } from '../state/board-store.ts'
import { mayComment, mayEdit, useConnection } from '../state/connection-store.ts'
import { useFollow } from '../state/follow-store.ts'
import { useInquiry } from '../state/inquiry-store.ts'
import { usePeople } from '../state/people-store.ts'
import { useSelection } from '../state/selection-store.ts'
import { useSpotlight } from '../state/spotlight-store.ts'
import { useTrial } from '../state/trial-store.ts'
import { useView } from '../state/view-store.ts'
import type { Command, CommandContext, Host, Situation } from './command.ts'

let current: Host | null = null

/** The composition root gives the host of the open board, and null when it closes. */
export const setHost = (host: Host | null): void => {
  current = host
}

export const getHost = (): Host | null => current

export function situation(): Situation {
  const steps = current?.board.steps() ?? { undo: null, redo: null }
  return {
    model: useBoard.getState().model,
    selection: useSelection.getState(),
    view: useView.getState(),
    connection: useConnection.getState(),
    people: usePeople.getState().people,
    followed: useFollow.getState().followed,
    asking: useAsking.getState().asking,
    analysis: useAnalysis.getState(),
    trial: useTrial.getState(),
    inquiry: useInquiry.getState(),
    spotlight: useSpotlight.getState(),
    ...steps,
  }
}

/** Whether a command would do something now, for this person. */
export function isEnabled<Args>(command: Command<Args>, now: Situation = situation()): boolean {
  if (command.role === 'editor' && !mayEdit(now.connection)) return false
  if (command.role === 'commenter' && !mayComment(now.connection)) return false
  return command.when?.(now) ?? true
}

/** Runs a command if it may run. Returns whether it did. What it throws becomes a notice: a person can act on nothing else. */
export function execute(command: Command): boolean
export function execute<Args>(command: Command<Args>, args: Args): boolean
export function execute<Args>(command: Command<Args>, args?: Args): boolean {
  const host = current
  if (host === null) return false
  if (command.role !== 'viewer') {
    // What is changed is computed from what is shown.
    host.board.finish()
    catchUpNow()
  }
  const now = situation()
  if (!isEnabled(command, now)) return false
  const context: CommandContext = {
    ...now,
    host,
    edit: (label, change) => host.board.edit(label, change),
    editInParts: (...asked) => host.board.editInParts(...asked),
  }
  const fail = (error: unknown) =>
    host.notify(`${command.label}: ${error instanceof Error ? error.message : String(error)}`, 'warning')
  try {
    const done = command.run(context, args as Args)
    if (done instanceof Promise) done.catch(fail)
  } catch (error) {
    fail(error)
  }
  return true
}
