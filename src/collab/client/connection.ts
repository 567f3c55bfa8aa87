import * as decoding from 'lib0/decoding'
import type { Awareness } from 'y-protocols/awareness'
import { WebsocketProvider } from 'y-websocket'
import * as Y from 'yjs'
import { Preparing } from '../doc/board-doc.ts'
import type { RivalEdit } from '../doc/rival-edits.ts'
import { isNewerDocument } from '../doc/snapshot.ts'
import { CLOSE, MESSAGE_ACK, type Role } from '../doc/wire.ts'
import { ApiError, fetchState, fetchTicket, type Identity, type Ticket } from './api.ts'
import { BackOff } from './back-off.ts'
import { BEFORE_CONNECTING, type ConnectionState } from './connection-state.ts'
import { DeviceError, DeviceStore, storeName } from './device-store.ts'
import { dropStore } from './left-behind.ts'
import { fillInParts } from './whole-in-parts.ts'
import { WriteCounter } from './write-counter.ts'

export type BoardConnection = {
  readonly awareness: Awareness
  /** Whether closing the tab now would lose a change. */
  isAtRisk: () => boolean
  /** Tries again at once, for a person who does not want to wait. */
  retry: () => void
  /** Removes what this device keeps of the board. */
  dropKept: () => Promise<void>
  /** Joins again as who `identity` names now, since the name goes with the ticket; for this person nothing is interrupted. */
  rename: () => Promise<void>
  destroy: () => void
}

type Options = Readonly<{
  id: string
  key: string
  doc: Y.Doc
  /** Asked for each connection: the server shows the others who one was at its beginning. */
  identity: () => Identity
  /** What this browser was last told of the board, for opening it while the server is away. */
  last: Readonly<{ role: Role; epoch: string | null }> | null
  /** Calls once what the document holds is shown. */
  whenShown: (then: () => void) => void
  onState: (state: ConnectionState) => void
  /** Why this device keeps nothing, or no more. */
  onProblem: (error: DeviceError) => void
  /**
   * Called before changes that were made here without the server are joined with its own, with the fields that were
   * changed on both sides; the answer, after that.
   */
  onMerge: (rivals: readonly RivalEdit[]) => Promise<() => void>
}>

/** How long a socket may take to open. */
const CONNECT_MS = 15_000
/** How long joining waits for what a merge will meet: telling of it is worth no more. */
const RIVALS_MS = 5_000

/**
 * Keeps `doc` joined to its board: fetches a fresh ticket for every attempt, reconnects with growing, jittered waits,
 * stops for good where the server refuses, and reports what has been stored. What whoever may write changes is kept on this
 * device as well, and read before the server is joined. y-websocket's own reconnection is off, since it would try again
 * with a used ticket.
 */
export function connectBoard({
  id,
  key,
  doc,
  identity,
  last,
  whenShown,
  onState,
  onProblem,
  onMerge,
}: Options): BoardConnection {
  const counter = new WriteCounter()
  const backOff = new BackOff()
  let state = BEFORE_CONNECTING
  let device: DeviceStore | null = null
  /** Whether the document in hand is of `state.epoch`. */
  let begun = false
  let hasBegunAlone = false
  let merged: (() => void) | null = null
  /** While one socket takes the place of another. */
  let changing = false
  let timer: ReturnType<typeof setTimeout> | undefined
  let connecting: ReturnType<typeof setTimeout> | undefined
  let destroyed = false

  const report = (change: Partial<ConnectionState>) => {
    state = { ...state, ...change, pending: counter.pending, kept: device?.works === true }
    onState(state)
  }

  class CountingSocket extends WebSocket {
    override send(data: string | ArrayBufferLike | Blob | ArrayBufferView<ArrayBuffer>): void {
      if (data instanceof Uint8Array) counter.frameSent(data)
      super.send(data as ArrayBufferView<ArrayBuffer>)
    }
  }

  const onUpdate = (update: Uint8Array, origin: unknown, _doc: Y.Doc, { local }: Y.Transaction) => {
    if (device?.wrote(origin) === true) return
    const isOwn = local && !(origin instanceof Preparing)
    if (isOwn) counter.changed()
    device?.keep([update], counter.own)
    if (isOwn) report({})
  }
  const address = new URL('/sync', window.location.href)
  address.protocol = address.protocol === 'https:' ? 'wss:' : 'ws:'
  const provider: WebsocketProvider = new WebsocketProvider(address.href, id, doc, {
    connect: false,
    disableBc: true,
    WebSocketPolyfill: CountingSocket,
    shouldReconnect: () => false,
  })
  doc.off('update', provider._updateHandler)
  /**
   * From when the document is filled: Yjs would write all that fills it once more for whoever listens. A change is counted
   * before the frame that carries it is sent.
   */
  const listen = () => {
    doc.on('update', onUpdate)
    doc.on('update', provider._updateHandler)
  }
  provider.messageHandlers[MESSAGE_ACK] = (_encoder, decoder) => {
    counter.framesStored(decoding.readVarUint(decoder))
    device?.acknowledged(counter.own, counter.pending === 0)
    report({})
  }

  const end = (code: string, message: string, gone = false) => {
    report({ phase: 'ended', end: { code, message, gone } })
  }

  const openDevice = async (epoch: string | null) => {
    try {
      const opened = await DeviceStore.open(storeName(id, epoch), doc, (error) => {
        onProblem(error)
        report({})
      })
      if (destroyed) opened.close()
      else device = opened
    } catch (error) {
      if (error instanceof DeviceError) onProblem(error)
      else throw error
    }
  }

  const isEmpty = () => doc.store.clients.size === 0
  /** Shows what there is at once; the server's answer joins it. */
  const showFirst = async () => {
    await new Promise<void>(whenShown)
    if (destroyed) return
    listen()
    if (!isEmpty() && !isNewerDocument(doc)) report({ loaded: true })
  }
  const takeOver = async () => counter.adopt((await device?.catchUp()) ?? 0)

  /** From this device, else over HTTP: compressed, a board is a twentieth of what the socket carries. */
  const begin = async (role: Role, epoch: string | null) => {
    begun = true
    report({ role, epoch })
    if (role !== 'viewer') await openDevice(epoch)
    await takeOver()
    if (destroyed) return
    const state = device === null || isEmpty() ? await fetchState(id, key) : null
    if (destroyed) return
    if (state !== null) {
      const kept = await fillInParts(
        doc,
        { state },
        { preparing: new Preparing('what the server has'), whole: null },
      )
      device?.keep(kept, counter.own)
    }
    await showFirst()
  }

  /** Without a word of the server: the board as this device knows it, where it does. */
  const beginAlone = async () => {
    if (hasBegunAlone || last === null || last.role === 'viewer') return
    hasBegunAlone = true
    await openDevice(last.epoch)
    if (destroyed || device === null) return
    if (!isEmpty()) {
      begun = true
      report({ role: last.role, epoch: last.epoch })
      await takeOver()
      await showFirst()
      return
    }
    device.close()
    device = null
  }

  const join = ({ ticket, role, user, link }: Ticket) => {
    provider.params = { ticket, ack: '1' }
    counter.connectionOpened()
    report({ role, user, link })
    listen()
    provider.connect()
    connecting = setTimeout(() => provider.wsconnecting && provider.disconnect(), CONNECT_MS)
  }

  const findRivals = async () => {
    const whole = await fetchState(id, key, RIVALS_MS)
    if (whole === null) return []
    const { rivalEdits } = await import('../doc/rival-edits.ts')
    const theirs = new Y.Doc()
    Y.applyUpdateV2(theirs, whole)
    return rivalEdits(doc, theirs)
  }

  /** What is to be told after the merge. Where that cannot be had, the merge goes on without a word: what was done counts more. */
  const prepareMerge = async (): Promise<(() => void) | null> => {
    if (counter.pending === 0) return null
    try {
      return await onMerge(await findRivals())
    } catch {
      return null
    }
  }

  const attempt = async () => {
    clearTimeout(timer)
    timer = undefined
    try {
      const asked = Date.now()
      let granted = await fetchTicket(id, key, identity())
      if (destroyed) return
      const { epoch } = granted
      if (begun && epoch !== state.epoch) {
        end('new-epoch', 'This board has been restored from elsewhere. Reload to get it as it is now.')
        return
      }
      if (begun) await takeOver()
      else await begin(granted.role, epoch)
      const told = await prepareMerge()
      // Storage may have taken its time, and a ticket is good for a short while only.
      if (Date.now() - asked > granted.expiresIn * 500) granted = await fetchTicket(id, key, identity())
      if (destroyed || state.phase === 'ended') return
      merged = told
      join(granted)
    } catch (error) {
      if (destroyed) return
      const refusal = error instanceof ApiError ? error : null
      if (refusal !== null && [401, 403, 404, 410].includes(refusal.status)) {
        end(refusal.code, refusal.message, true)
        return
      }
      if (!begun) await beginAlone()
      if (!destroyed) waitAndTry(refusal?.retryAfterMs)
    }
  }

  const waitAndTry = (atLeast = 0) => {
    report({ phase: 'offline' })
    timer = setTimeout(() => void attempt(), backOff.next(atLeast))
  }

  provider.on('connection-close', (event: CloseEvent | null) => {
    clearTimeout(connecting)
    provider.shouldConnect = false
    if (destroyed || changing || state.phase === 'ended') return
    if (event !== null && isFinal(event.code))
      end(codeFor(event.code), event.reason || wordsFor(event.code), isGone(event.code))
    else if (timer === undefined) waitAndTry()
  })
  provider.on('sync', (synced: boolean) => {
    if (!synced) return
    if (isNewerDocument(doc)) {
      end('newer-board', 'A newer Ringfence has written this board. Reload the page to get that one.')
      provider.disconnect()
      return
    }
    backOff.connected()
    // Said again: the server may have heard the first word while the socket before this one still spoke for this client.
    provider.awareness.setLocalState(provider.awareness.getLocalState())
    whenShown(() => {
      if (!provider.synced) return
      report({ phase: 'online', loaded: true })
      merged?.()
      merged = null
    })
  })

  const retry = () => {
    backOff.reset()
    if (timer !== undefined) void attempt()
  }
  const onOffline = () => provider.disconnect()
  // Timers of a page in the background run late, those of a machine that slept not at all.
  const onVisible = () => document.visibilityState === 'visible' && retry()
  window.addEventListener('online', retry)
  window.addEventListener('offline', onOffline)
  document.addEventListener('visibilitychange', onVisible)
  report({})
  void attempt()

  return {
    awareness: provider.awareness,
    isAtRisk: () => counter.pending > 0 && device?.isSettled !== true,
    retry,
    async dropKept() {
      if (device === null) return
      const { name } = device
      device.close()
      device = null
      report({})
      await dropStore(name)
    },
    async rename() {
      if (state.phase !== 'online') return
      const next = identity()
      const ticket = await fetchTicket(id, key, next).catch(() => null)
      // Without one the next connection says it, whenever that comes.
      if (ticket === null || destroyed || !provider.wsconnected || identity() !== next) return
      changing = true
      provider.disconnect()
      changing = false
      join(ticket)
    },
    destroy() {
      destroyed = true
      clearTimeout(timer)
      clearTimeout(connecting)
      window.removeEventListener('online', retry)
      window.removeEventListener('offline', onOffline)
      document.removeEventListener('visibilitychange', onVisible)
      doc.off('update', onUpdate)
      device?.close()
      provider.destroy()
    },
  }
}

/** What says that this browser will not get to the board again, or not with this link. */
const isGone = (code: number): boolean =>
  code === CLOSE.noSuchBoard || code === CLOSE.linkEnded || code === CLOSE.boardDeleted

/** A bad ticket is not the end: the next attempt fetches a fresh one. */
const isFinal = (code: number): boolean =>
  code === CLOSE.frameTooLarge || (code >= 4400 && code < 4500 && code !== CLOSE.badTicket)

/** By the names that the API has for the same refusals, where it has one. */
function codeFor(code: number): string {
  if (code === CLOSE.linkEnded) return 'link-ended'
  return code === CLOSE.boardDeleted ? 'deleted' : `closed-${code}`
}

function wordsFor(code: number): string {
  switch (code) {
    case CLOSE.frameTooLarge:
      return 'One change was too large to send. Reload, and bring it in by smaller parts.'
    case CLOSE.forbidden:
      return 'Your link does not allow that change. Reload to see the board as the others see it.'
    case CLOSE.linkEnded:
      return 'Your link to this board was revoked or has expired. Ask its owner for a new one.'
    case CLOSE.boardDeleted:
      return 'This board is deleted. Its owner can restore it for a while.'
    case CLOSE.noSuchBoard:
      return 'This board no longer exists.'
    case CLOSE.tooLarge:
      return 'The board has reached its largest size. Take something out, or export it.'
    case CLOSE.tooMany:
      return 'Too many changes or people at once. Wait a moment, then reload.'
    default:
      return 'The server ended the connection. Reload to go on.'
  }
}
