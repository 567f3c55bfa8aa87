import { create } from 'zustand'
import { connectBoard } from '../../collab/client/connection.ts'
import type { ConnectionState } from '../../collab/client/connection-state.ts'
import { storeName } from '../../collab/client/device-store.ts'
import { newDocument, openBoardDoc } from '../../collab/doc/board-doc.ts'
import type { Role } from '../../collab/doc/wire.ts'
import type { Host } from '../../commands/command.ts'
import { setHost } from '../../commands/execute.ts'
import { kindOf } from '../../core/model/lookup.ts'
import { bindBoard, useBoard, whenShown } from '../../state/board-store.ts'
import { followComments } from '../../state/comment-news.ts'
import { rememberComments } from '../../state/comment-store.ts'
import { useConnection } from '../../state/connection-store.ts'
import { select, showExposure, useSelection } from '../../state/selection-store.ts'
import { keepSpotlight } from '../../state/spotlight-keeper.ts'
import { useSession } from '../../state/session-store.ts'
import { setSpotlight, useSpotlight } from '../../state/spotlight-store.ts'
import { followBoard } from '../../state/trial.ts'
import { setTrial } from '../../state/trial-store.ts'
import { setView } from '../../state/view-store.ts'
import { download, pickFile, readClipboard, writeClipboard } from '../browser-files.ts'
import {
  bestKey,
  type KnownBoard,
  knownBoard,
  noteDeletion,
  rememberBoard,
  roleOfKey,
} from '../known-boards.ts'
import { deleteBoard, duplicateBoard } from '../board-life.ts'
import { makeBoard } from '../new-board.ts'
import { ask } from '../questions/confirm-store.ts'
import { useIdentity } from '../own-identity.ts'
import { startAnalysis } from './analysis-runner.ts'
import { lookForLeftBehind, useLeftBehind } from './left-behind-store.ts'
import { announce, notify } from './notices.tsx'
import { useRivals } from './rivals-store.ts'
import { stockUp } from './stock-up.ts'
import { sharePresence } from './share-presence.ts'

export type Session = Readonly<{
  /** Came by a link that this browser did not know, and has never said a name. */
  isGuest: boolean
  retryConnection: () => void
  /** Throws away what this device keeps of the board. */
  dropKept: () => Promise<void>
}>

/** The session of the board page, `no-key` where this browser has no key to the board. */
export const useOpenSession = create<{ session: Session | 'opening' | 'no-key' }>()(() => ({
  session: 'opening',
}))

/** Opens a board for as long as its page stands: document, connection, stores, analysis, host. Returns its closing. */
export function openSession(id: string, linkKey: string | null): () => void {
  const known = knownBoard(id)
  const key = linkKey ?? (known === null ? null : bestKey(known))
  if (key === null) {
    useOpenSession.setState({ session: 'no-key' })
    return () => undefined
  }

  const doc = newDocument()
  const board = openBoardDoc(doc, {
    get: () => [...useSelection.getState().ids],
    set: (ids) =>
      whenShown(() => {
        const { model } = useBoard.getState()
        select(ids.filter((each) => kindOf(model, each) !== null))
      }),
  })
  useSession.setState({ boardId: id, keys: known?.keys ?? {}, me: useIdentity.getState() })
  const stopNaming = useIdentity.subscribe((me) => useSession.setState({ me }))
  const stopRemembering = rememberComments(id)
  select([])
  showExposure(null)
  setTrial(null)
  useLeftBehind.setState({ stores: [] })
  useRivals.setState({ rivals: [] })
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
  const stopNews = followComments(announce)
  const stopAnalysis = startAnalysis()
  const stopSpotlight = keepSpotlight()

  let hasLooked = false
  /** Once the board is open, and where it will not open again: does this device have changes that will not be merged? */
  const lookOnce = async (except: string | null) => {
    if (hasLooked) return
    hasLooked = true
    await lookForLeftBehind(id, except, known?.epoch ?? null)
  }
  const afterEnd = async ({ end, loaded, pending }: ConnectionState) => {
    if (end?.gone !== true || pending > 0) return
    await connection.dropKept()
    if (!loaded) await lookOnce(null)
  }

  const connection = connectBoard({
    id,
    key,
    doc,
    identity: useIdentity.getState,
    last: known === null ? null : lastOf(known, key),
    whenShown,
    onMerge: async (rivals) => {
      const { watchMerge } = await import('./merge-notice.ts')
      return watchMerge(rivals)
    },
    onProblem: ({ code, message }) => notify(message, code === 'unavailable' ? 'info' : 'warning'),
    onState: (state) => {
      useConnection.setState(state)
      if (state.phase === 'ended') void afterEnd(state)
      const { role, link, epoch, loaded, end } = state
      if (end?.code === 'deleted') noteDeletion(id, true)
      if (role === null || !loaded || end !== null) return
      const { title } = useBoard.getState().model.meta
      const links = link === null ? {} : { [link]: key }
      rememberBoard({ id, title, keys: { [role]: key }, links, epoch })
      if (state.phase === 'online' && role !== 'viewer') void lookOnce(storeName(id, epoch))
      useSession.setState({ keys: knownBoard(id)?.keys ?? {} })
    },
  })

  const stopSharing = sharePresence(connection)

  let stopStocking = () => undefined as void
  const stopFollowing = useConnection.subscribe(({ phase }, before) => {
    if (phase === before.phase) return
    stopStocking()
    if (phase === 'online') stopStocking = stockUp()
  })

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
    duplicateBoard: async (title) => await duplicateBoard(id, title),
    deleteBoard: async () => await deleteBoard(id),
  }
  setHost(host)
  const warnOfUnsaved = (event: BeforeUnloadEvent) => {
    if (connection.isAtRisk()) event.preventDefault()
  }
  window.addEventListener('beforeunload', warnOfUnsaved)

  useOpenSession.setState({
    session: {
      isGuest: known === null && !useIdentity.getState().chosen,
      retryConnection: connection.retry,
      dropKept: connection.dropKept,
    },
  })

  return () => {
    useOpenSession.setState({ session: 'opening' })
    useConnection.setState(useConnection.getInitialState())
    window.removeEventListener('beforeunload', warnOfUnsaved)
    setHost(null)
    stopNaming()
    stopSharing()
    connection.destroy()
    stopFollowing()
    stopStocking()
    stopSpotlight()
    stopAnalysis()
    stopNews()
    stopRemembering()
    forgetTried()
    forgetSelected()
    unbind()
    board.destroy()
    doc.destroy()
  }
}

function lastOf(known: KnownBoard, key: string): { role: Role; epoch: string | null } | null {
  const role = roleOfKey(known, key)
  return role === null ? null : { role, epoch: known.epoch }
}
