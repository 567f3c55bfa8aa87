import * as decoding from 'lib0/decoding'
import type { Awareness } from 'y-protocols/awareness'
import { WebsocketProvider } from 'y-websocket'
import type * as Y from 'yjs'
import { isNewerDocument } from '../doc/snapshot.ts'
import { CLOSE, MESSAGE_ACK, type Role } from '../doc/wire.ts'
import { ApiError, fetchTicket, type Identity, type Ticket } from './api.ts'
import { WriteCounter } from './write-counter.ts'

/** Why a board cannot be worked on any more: the server's refusal, in words for a person. */
type ConnectionEnd = Readonly<{ code: string; message: string }>

export type ConnectionState = Readonly<{
  phase: 'connecting' | 'online' | 'offline' | 'ended'
  /** Whether the document has been loaded once; before that it is empty and must not be shown as such. */
  loaded: boolean
  role: Role | null
  /** What the server knows this session by, null where it does not say. */
  user: string | null
  /** Local changes that the server has not stored yet. */
  pending: number
  end: ConnectionEnd | null
}>

export type BoardConnection = {
  readonly awareness: Awareness
  /** Tries again at once, for a person who does not want to wait. */
  retry: () => void
  /** Joins again under another name or colour, since both go with the ticket; for this person nothing is interrupted. */
  rename: (identity: Identity) => Promise<void>
  destroy: () => void
}

const FIRST_WAIT_MS = 300
const LONGEST_WAIT_MS = 15_000

/**
 * Keeps `doc` joined to its board: fetches a fresh ticket for every attempt, reconnects with growing, jittered waits,
 * stops for good where the server refuses, and reports what has been stored. y-websocket's own reconnection is off,
 * since it would try again with a used ticket.
 */
export function connectBoard(
  options: Readonly<{
    id: string
    key: string
    identity: Identity
    doc: Y.Doc
    onState: (state: ConnectionState) => void
  }>,
): BoardConnection {
  const { id, key, doc, onState } = options
  const counter = new WriteCounter()
  let state: ConnectionState = {
    phase: 'connecting',
    loaded: false,
    role: null,
    user: null,
    pending: 0,
    end: null,
  }
  let identity = options.identity
  /** While one socket takes the place of another. */
  let changing = false
  let attempts = 0
  let timer: ReturnType<typeof setTimeout> | undefined
  let destroyed = false

  const report = (change: Partial<ConnectionState>) => {
    state = { ...state, ...change, pending: counter.pending }
    onState(state)
  }

  class CountingSocket extends WebSocket {
    override send(data: string | ArrayBufferLike | Blob | ArrayBufferView<ArrayBuffer>): void {
      if (data instanceof Uint8Array) counter.frameSent(data)
      super.send(data as ArrayBufferView<ArrayBuffer>)
    }
  }

  // Listens before the provider does: a change is to be counted before the frame that carries it is sent.
  const onUpdate = (_update: Uint8Array, origin: unknown) => {
    if (origin === provider) return
    counter.changed()
    report({})
  }
  doc.on('update', onUpdate)
  const address = new URL('/sync', window.location.href)
  address.protocol = address.protocol === 'https:' ? 'wss:' : 'ws:'
  const provider: WebsocketProvider = new WebsocketProvider(address.href, id, doc, {
    connect: false,
    disableBc: true,
    WebSocketPolyfill: CountingSocket,
    shouldReconnect: () => false,
  })
  provider.messageHandlers[MESSAGE_ACK] = (_encoder, decoder) => {
    counter.framesStored(decoding.readVarUint(decoder))
    report({})
  }

  const end = (code: string, message: string) => report({ phase: 'ended', end: { code, message } })

  const join = ({ ticket, role, user = null }: Ticket) => {
    provider.params = { ticket, ack: '1' }
    counter.connectionOpened()
    report({ role, user })
    provider.connect()
  }

  const attempt = async () => {
    clearTimeout(timer)
    timer = undefined
    try {
      const ticket = await fetchTicket(id, key, identity)
      if (destroyed) return
      join(ticket)
    } catch (error) {
      if (destroyed) return
      if (error instanceof ApiError && [401, 403, 404].includes(error.status)) end(error.code, error.message)
      else waitAndTry()
    }
  }

  const waitAndTry = () => {
    const longest = Math.min(LONGEST_WAIT_MS, FIRST_WAIT_MS * 2 ** attempts)
    attempts++
    report({ phase: 'offline' })
    timer = setTimeout(() => void attempt(), longest * (0.5 + Math.random() / 2))
  }

  provider.on('connection-close', (event: CloseEvent | null) => {
    provider.shouldConnect = false
    if (destroyed || changing || state.phase === 'ended') return
    if (event !== null && isFinal(event.code))
      end(`closed-${event.code}`, event.reason || wordsFor(event.code))
    else if (timer === undefined) waitAndTry()
  })
  provider.on('sync', (synced: boolean) => {
    if (!synced) return
    if (isNewerDocument(doc)) {
      end('newer-board', 'A newer Ringfence has written this board. Reload the page to get that one.')
      provider.disconnect()
      return
    }
    attempts = 0
    // Said again: the server may have heard the first word while the socket before this one still spoke for this client.
    provider.awareness.setLocalState(provider.awareness.getLocalState())
    report({ phase: 'online', loaded: true })
  })
  report({})
  void attempt()

  return {
    awareness: provider.awareness,
    retry() {
      if (state.phase !== 'offline' || timer === undefined) return
      attempts = 0
      void attempt()
    },
    async rename(next) {
      identity = next
      if (state.phase !== 'online') return
      const ticket = await fetchTicket(id, key, identity).catch(() => null)
      // Without one the next connection says it, whenever that comes.
      if (ticket === null || destroyed || !provider.wsconnected || identity !== next) return
      changing = true
      provider.disconnect()
      changing = false
      join(ticket)
    },
    destroy() {
      destroyed = true
      clearTimeout(timer)
      doc.off('update', onUpdate)
      provider.destroy()
    },
  }
}

/** A bad ticket is not the end: the next attempt fetches a fresh one. */
const isFinal = (code: number): boolean =>
  code === CLOSE.frameTooLarge || (code >= 4400 && code < 4500 && code !== CLOSE.badTicket)

function wordsFor(code: number): string {
  switch (code) {
    case CLOSE.frameTooLarge:
      return 'One change was too large to send. Reload, and bring it in by smaller parts.'
    case CLOSE.forbidden:
      return 'Your link does not allow that change. Reload to see the board as the others see it.'
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
