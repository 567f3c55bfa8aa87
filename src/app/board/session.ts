import { create } from 'zustand'
import { connectBoard } from '../../collab/client/connection.ts'
import { newDocument, openBoardDoc } from '../../collab/doc/board-doc.ts'
import type { Host } from '../../commands/command.ts'
import { setHost } from '../../commands/execute.ts'
import { kindOf } from '../../core/model/lookup.ts'
import { bindBoard, useBoard } from '../../state/board-store.ts'
import { useConnection } from '../../state/connection-store.ts'
import { select, showExposure, useSelection } from '../../state/selection-store.ts'
import { keepSpotlight } from '../../state/spotlight-keeper.ts'
import { useSession } from '../../state/session-store.ts'
import { setSpotlight, useSpotlight } from '../../state/spotlight-store.ts'
import { followBoard } from '../../state/trial.ts'
import { setTrial } from '../../state/trial-store.ts'
import { setView } from '../../state/view-store.ts'
import { download, pickFile, readClipboard, writeClipboard } from '../browser-files.ts'
import { bestKey, knownBoards, rememberBoard } from '../known-boards.ts'
import { makeBoard } from '../new-board.ts'
import { useIdentity } from '../own-identity.ts'
import { startAnalysis } from './analysis-runner.ts'
import { ask } from './confirm-store.ts'
import { announce, notify } from './notices.tsx'
import { watchPeople } from './people-news.ts'
import { sharePresence } from './share-presence.ts'

export type Session = Readonly<{
  /** Came by a link that this browser did not know, and has never said a name. */
  isGuest: boolean
  retryConnection: () => void
}>

/** The session of the board page, `no-key` where this browser has no key to the board. */
export const useOpenSession = create<{ session: Session | 'opening' | 'no-key' }>()(() => ({
  session: 'opening',
}))

/** Opens a board for as long as its page stands: document, connection, stores, analysis, host. Returns its closing. */
export function openSession(id: string, linkKey: string | null): () => void {
  const known = knownBoards().find((board) => board.id === id)
  const key = linkKey ?? (known === undefined ? null : bestKey(known))
  if (key === null) {
    useOpenSession.setState({ session: 'no-key' })
    return () => undefined
  }

  const doc = newDocument()
  const board = openBoardDoc(doc)
  useSession.setState({ boardId: id, keys: known?.keys ?? {} })
  select([])
  showExposure(null)
  setTrial(null)
  setSpotlight(useSpotlight.getInitialState())
  setView({ inspected: null, dialog: null, renaming: null, tool: 'select' })

  const unbind = bindBoard(board)
  // What is selected may be deleted by others, or by undoing what made it.
  const forgetSelected = useBoard.subscribe(({ model }) => {
    const { ids } = useSelection.getState()
    const left = [...ids].filter((each) => kindOf(model, each) !== null)
    if (left.length < ids.size) select(left)
  })
  const forgetTried = followBoard((ended) =>
    notify(
      `${ended === 1 ? '1 tried change is' : `${ended} tried changes are`} no longer tried: the board has changed, and does the same or no longer has it.`,
      'warning',
    ),
  )
  const stopAnalysis = startAnalysis()
  const stopSpotlight = keepSpotlight()

  const connection = connectBoard({
    id,
    key,
    identity: useIdentity.getState(),
    doc,
    onState: (state) => {
      useConnection.setState(state)
      if (state.role === null || !state.loaded) return
      const { title } = useBoard.getState().model.meta
      rememberBoard({ id, title, keys: { [state.role]: key } })
      const keys = knownBoards().find((each) => each.id === id)?.keys
      if (keys !== undefined) useSession.setState({ keys })
    },
  })

  const stopSharing = sharePresence(connection)
  const stopWatching = watchPeople()

  const host: Host = {
    board,
    canvas: null,
    notify,
    announce,
    confirm: ask,
    download,
    pickFile,
    writeClipboard,
    readClipboard,
    go: (path) => window.location.assign(path),
    makeBoard,
  }
  setHost(host)
  const warnOfUnsaved = (event: BeforeUnloadEvent) => {
    if (useConnection.getState().pending > 0) event.preventDefault()
  }
  window.addEventListener('beforeunload', warnOfUnsaved)

  useOpenSession.setState({
    session: {
      isGuest: known === undefined && !useIdentity.getState().chosen,
      retryConnection: connection.retry,
    },
  })

  return () => {
    useOpenSession.setState({ session: 'opening' })
    useConnection.setState(useConnection.getInitialState())
    window.removeEventListener('beforeunload', warnOfUnsaved)
    setHost(null)
    stopWatching()
    stopSharing()
    connection.destroy()
    stopSpotlight()
    stopAnalysis()
    forgetTried()
    forgetSelected()
    unbind()
    board.destroy()
    doc.destroy()
  }
}
