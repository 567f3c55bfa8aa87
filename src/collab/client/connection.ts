import * as decoding from 'lib0/decoding'
import type { Awareness } from 'y-protocols/awareness'
import { WebsocketProvider } from 'y-websocket'
import type * as Y from 'yjs'
import { isNewerDocument } from '../doc/snapshot.ts'
import { CLOSE, MESSAGE_ACK, type Role } from '../doc/wire.ts'
import { ApiError, fetchTicket, type Identity } from './api.ts'
import { WriteCounter } from './write-counter.ts'

/** Why a board cannot be worked on any more: the server's refusal, in words for a person. */
type ConnectionEnd = Readonly<{ code: string; message: string }>

export type ConnectionState = Readonly<{
  phase: 'connecting' | 'online' | 'offline' | 'ended'
  /** Whether the document has been loaded once; before that it is empty and must not be shown as such. */
  loaded: boolean
  role: Role | null
  /** The link that opened it, once the server has said so. */
  link: string | null
  /** Local changes that the server has not stored yet. */
  pending: number
  end: ConnectionEnd | null
}>

export type BoardConnection = {
  readonly awareness: Awareness
  /** Tries again at once, for a person who does not want to wait. */
  retry: () => void
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
    doc: Y.Doc
    /** Asked for each connection: the server shows the others who one was at its beginning. */
    identity: () => Identity
    onState: (state: ConnectionState) => void
  }>,
): BoardConnection {
  const { id, key, doc, identity, onState } = options
  const counter = new WriteCounter()
  let state: ConnectionState = {
    phase: 'connecting',
    loaded: false,
    role: null,
    link: null,
    pending: 0,
    end: null,
  }
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

  const attempt = async () => {
    clearTimeout(timer)
    timer = undefined
    try {
      const { ticket, role, link } = await fetchTicket(id, key, identity())
      if (destroyed) return
      provider.params = { ticket, ack: '1' }
      counter.connectionOpened()
      report({ role, link })
      provider.connect()
    } catch (error) {
      if (destroyed) return
      if (error instanceof ApiError && [401, 403, 404, 410].includes(error.status))
        end(error.code, error.message)
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
    if (destroyed || state.phase === 'ended') return
    if (event !== null && isFinal(event.code)) end(codeFor(event.code), event.reason || wordsFor(event.code))
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
