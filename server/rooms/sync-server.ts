import { once } from 'node:events'
import type { IncomingMessage, Server } from 'node:http'
import type { Duplex } from 'node:stream'
import { setTimeout as delay } from 'node:timers/promises'
import { type WebSocket, WebSocketServer } from 'ws'
import { CLOSE } from '../../src/collab/doc/wire.ts'
import { boardDeleted, type Guests, LINK_ENDED } from '../access/guests.ts'
import { runAt } from '../access/late-timer.ts'
import { livesAt } from '../access/links.ts'
import { mayWriteAnything } from '../access/roles.ts'
import type { Grant, Tickets } from '../access/tickets.ts'
import type { Limits } from '../config.ts'
import { type Log, rareLog } from '../log.ts'
import type { Metrics } from '../metrics.ts'
import type { Store } from '../storage/store.ts'
import { Connection } from './connection.ts'
import type { Rooms } from './rooms.ts'

type Services = Readonly<{
  store: Store
  rooms: Rooms
  tickets: Tickets
  guests: Guests
  limits: Limits
  allowedOrigins: readonly string[]
  log: Log
  metrics: Metrics
}>

type Request = Readonly<{ board: string; grant: Grant | null; wantsAcks: boolean; address: string }>

/** How long a socket may take to answer a goodbye of the closing server. */
const FAREWELL_MS = 1_000

/** Serves `/sync/:id` on an HTTP server; see wire.ts for what is spoken there. */
export class SyncServer {
  readonly #services: Services
  readonly #warn: ReturnType<typeof rareLog>
  readonly #readers: WebSocketServer
  readonly #writers: WebSocketServer
  /** With the address of each. */
  readonly #sockets = new Map<WebSocket, string>()
  readonly #connections = new Set<Connection>()
  readonly #perAddress = new Map<string, number>()
  readonly #perBoard = new Map<string, number>()
  readonly #heartbeat: NodeJS.Timeout
  #closing = false

  constructor(server: Server, services: Services) {
    this.#services = services
    this.#warn = rareLog(services.log)
    const { frameBytes, writeFrameBytes, keepAliveMs, closeMs } = services.limits
    const options = { noServer: true, closeTimeout: closeMs }
    this.#readers = new WebSocketServer({ ...options, maxPayload: frameBytes })
    this.#writers = new WebSocketServer({ ...options, maxPayload: writeFrameBytes })
    this.#heartbeat = setInterval(() => {
      for (const connection of this.#connections) connection.beat()
    }, keepAliveMs)
    server.on('upgrade', (request, socket, head) => this.#upgrade(request, socket, head))
  }

  /** Says goodbye to everybody, spread over time so that not all return at once; resolves when all are gone. */
  async close(): Promise<void> {
    this.#closing = true
    clearInterval(this.#heartbeat)
    const sockets = [...this.#sockets.keys()]
    const pause = this.#services.limits.closeSpreadMs / Math.max(1, sockets.length)
    for (const [index, socket] of sockets.entries()) {
      if (index > 0 && pause >= 1) await delay(pause)
      socket.resume()
      socket.close(CLOSE.restart, 'The server restarts.')
    }
    const gone = Promise.all(
      sockets
        .filter((socket) => socket.readyState !== socket.CLOSED)
        .map(async (socket) => await once(socket, 'close')),
    )
    const patience = new AbortController()
    const late = delay(FAREWELL_MS, null, { signal: patience.signal }).catch(() => null)
    await Promise.race([gone, late])
    patience.abort()
    for (const socket of this.#sockets.keys()) socket.terminate()
    await gone
  }

  #upgrade(request: IncomingMessage, socket: Duplex, head: Buffer): void {
    socket.on('error', () => socket.destroy())
    const [, board, query] = /^\/sync\/([^/?#]*)(?:\?(.*))?$/s.exec(request.url ?? '') ?? []
    if (board === undefined) return refuseUpgrade(socket, '404 Not Found')
    if (this.#closing) return refuseUpgrade(socket, '503 Service Unavailable')
    if (!this.#fromHere(request)) {
      this.#warn('foreign origin', { origin: request.headers.origin, host: request.headers.host })
      return refuseUpgrade(socket, '403 Forbidden')
    }
    const parameters = new URLSearchParams(query)
    const grant = this.#services.tickets.redeem(parameters.get('ticket') ?? '', board)
    const wantsAcks = parameters.get('ack') === '1'
    const address = request.socket.remoteAddress ?? 'unknown'
    const acceptor = grant !== null && mayWriteAnything(grant.role) ? this.#writers : this.#readers
    // Refusals come after the handshake: only then can they say why, and that trying again is of no use.
    acceptor.handleUpgrade(request, socket, head, (opened) => {
      void this.#accept(opened, { board, grant, wantsAcks, address })
    })
  }

  /** Browsers name the page that opens a socket; other programs need not, and have to have a ticket all the same. */
  #fromHere({ headers: { origin, host } }: IncomingMessage): boolean {
    if (origin === undefined || this.#services.allowedOrigins.includes(origin)) return true
    return URL.canParse(origin) && new URL(origin).host === host
  }

  #waitingBytes(address: string): number {
    let bytes = 0
    for (const [socket, other] of this.#sockets) if (other === address) bytes += socket.bufferedAmount
    return bytes
  }

  async #accept(socket: WebSocket, { board, grant, wantsAcks, address }: Request): Promise<void> {
    this.#sockets.set(socket, address)
    socket.on('error', (error) => this.#warn('socket error', { board, reason: error.message }))
    const { metrics, log } = this.#services
    socket.on('close', (code) => {
      this.#sockets.delete(socket)
      metrics.closes.inc({ code: nameOfClose(code) })
      log.debug({ board, role: grant?.role, code }, 'connection closed')
    })
    // Nothing is read until the board is loaded.
    socket.pause()
    const end = (code: number, reason: string) => {
      socket.resume()
      socket.close(code, reason)
    }
    const { rooms, store, guests, limits } = this.#services
    try {
      if (!countIn(this.#perAddress, address, limits.connectionsPerAddress, socket)) {
        return end(CLOSE.tooMany, 'Too many connections from this address.')
      }
      if (grant === null) {
        if ((await store.access(board)) === null) end(CLOSE.noSuchBoard, 'There is no such board.')
        else end(CLOSE.badTicket, 'The ticket is used, expired or wrong.')
        return
      }
      let close = end
      const guest = { board, link: grant.link, close: (code: number, reason: string) => close(code, reason) }
      // Before the link is looked at, so that one which ends meanwhile closes this socket as well.
      socket.on('close', guests.admit(guest))
      const access = await store.access(board)
      if (socket.readyState !== socket.OPEN) return
      if (access === null) return end(CLOSE.noSuchBoard, 'There is no such board.')
      const link = access.links.find(({ id }) => id === grant.link)
      if (link === undefined || !livesAt(link, new Date().toISOString())) {
        return end(CLOSE.linkEnded, LINK_ENDED)
      }
      if (access.removal !== null) return end(CLOSE.boardDeleted, boardDeleted(access.removal))
      if (link.expires !== null) {
        const expire = () => guest.close(CLOSE.linkEnded, LINK_ENDED)
        socket.on('close', runAt(Date.parse(link.expires), expire))
      }
      if (!countIn(this.#perBoard, board, limits.connectionsPerRoom, socket)) {
        return end(CLOSE.tooMany, 'Too many people are on this board.')
      }
      const held = await rooms.open(board)
      if (held === null) return end(CLOSE.noSuchBoard, 'There is no such board.')
      if (socket.readyState !== socket.OPEN) return held.release()
      const waitingBytes = () => this.#waitingBytes(address)
      const session = { socket, grant, wantsAcks, limits, metrics, waitingBytes, warn: this.#warn }
      const connection = new Connection(session, held)
      close = (code, reason) => connection.close(code, reason)
      this.#connections.add(connection)
      metrics.connections.inc({ role: grant.role })
      socket.on('close', () => {
        this.#connections.delete(connection)
        metrics.connections.dec({ role: grant.role })
      })
      socket.resume()
    } catch (error) {
      this.#services.log.error({ board, err: error }, 'board could not be loaded')
      end(CLOSE.internalError, 'This board could not be loaded; try again.')
    }
  }
}

/** Counts a socket under `key` until it closes; false, and not counted, where there are `most` already. */
function countIn(counts: Map<string, number>, key: string, most: number, socket: WebSocket): boolean {
  const count = counts.get(key) ?? 0
  if (count >= most) return false
  counts.set(key, count + 1)
  socket.on('close', () => {
    const left = (counts.get(key) ?? 0) - 1
    if (left > 0) counts.set(key, left)
    else counts.delete(key)
  })
  return true
}

const KNOWN_CLOSES: ReadonlySet<number> = new Set([1000, 1005, 1006, ...Object.values(CLOSE)])

/** A peer may close with any of thousands of codes, each of which would be a series of its own. */
const nameOfClose = (code: number): string => (KNOWN_CLOSES.has(code) ? String(code) : 'other')

function refuseUpgrade(socket: Duplex, status: string): void {
  socket.end(`HTTP/1.1 ${status}\r\nConnection: close\r\nContent-Length: 0\r\n\r\n`)
}
