import type { WebSocket } from 'ws'
import * as Y from 'yjs'
import { CLOSE } from '../../src/collab/doc/wire.ts'
import { mayWriteAnything, mayWriteEverything } from '../access/roles.ts'
import type { Grant } from '../access/tickets.ts'
import type { Limits } from '../config.ts'
import { Excess } from './excess.ts'
import type { Metrics, Refusal } from '../metrics.ts'
import { ackFrame, type Frame, KEEP_ALIVE, readFrame, step1Frame, step2Frame } from './frames.ts'
import { inspectUpdate } from './inspect-update.ts'
import { Judge } from './judge.ts'
import type { Member, Room } from './room.ts'
import type { HeldRoom } from './rooms.ts'
import { TokenBucket } from './token-bucket.ts'

type Session = Readonly<{
  socket: WebSocket
  grant: Grant
  wantsAcks: boolean
  limits: Limits
  metrics: Metrics
  /** What waits to be sent to the address that this person comes from. */
  waitingBytes: () => number
  warn: (kind: string, fields: object) => void
}>

/** What an answer about the whole document costs, in messages. */
const WHOLE_DOCUMENT_COST = 50

/** One person's socket in a room: reads its frames, holds it to role and limits, and tells it what is stored. */
export class Connection implements Member {
  readonly #session: Session
  readonly #room: Room
  readonly #messages: TokenBucket
  readonly #bytes: TokenBucket
  /** Null for one who may write everything. */
  readonly #judge: Judge | null
  readonly #work: TokenBucket
  #open = true
  #heard = true
  #resume: NodeJS.Timeout | null = null
  #resumesAt = 0
  /** Bytes of whole documents sent, which may take their time. */
  #documentBytes = 0
  /** Write frames received; see wire.ts for what is acknowledged and when. */
  #writes = 0
  #acknowledged = 0
  #ackDue = false
  /** A write of this connection lacked something, and the step 2 that brings it has not come. */
  #gap = false
  /** Whether a step 2 has been asked for that has not come. */
  #asked = false
  #strikes = 0

  constructor(session: Session, { room, release }: HeldRoom) {
    this.#session = session
    this.#room = room
    const { socket, limits, grant } = session
    this.#judge = mayWriteEverything(grant.role)
      ? null
      : new Judge(room.doc, grant.role, (client) => room.isWriters(client))
    this.#messages = new TokenBucket(limits.messagesPerSecond, limits.messageBurst)
    this.#bytes = new TokenBucket(limits.bytesPerSecond, limits.byteBurst)
    this.#work = new TokenBucket(limits.workMsPerSecond, limits.workMsBurst)
    socket.on('pong', () => {
      this.#heard = true
    })
    socket.on('message', (data: Buffer, isBinary: boolean) => this.#receive(data, isBinary))
    socket.on('close', () => {
      this.#leave()
      release()
    })
    room.join(this)
    this.#ask()
  }

  send(frame: Uint8Array): void {
    const { socket, limits } = this.#session
    if (!this.#open) return
    if (socket.bufferedAmount > limits.slowReaderBytes + this.#documentBytes) {
      this.#session.metrics.slowReaders.inc()
      this.close(CLOSE.tryAgainLater, 'This connection is too slow for what happens on the board.')
      return
    }
    this.#session.metrics.sent.inc(frame.length)
    socket.send(frame)
  }

  close(code: number, reason: string): void {
    this.#leave()
    this.#session.socket.resume()
    this.#session.socket.close(code, reason)
  }

  /** Called every keep-alive interval: drops a peer that has not answered since the last one. */
  beat(): void {
    const { socket } = this.#session
    if (!this.#heard && this.#resume === null) {
      socket.terminate()
      return
    }
    this.#heard = false
    socket.ping()
    this.send(KEEP_ALIVE)
  }

  #leave(): void {
    if (!this.#open) return
    this.#open = false
    if (this.#resume !== null) clearTimeout(this.#resume)
    this.#room.leave(this)
  }

  #receive(data: Buffer, isBinary: boolean): void {
    if (!this.#open) return
    this.#heard = true
    this.#session.metrics.received.inc(data.length)
    this.#charge(1, data.length)
    const start = performance.now()
    try {
      if (!isBinary) throw new Error('text')
      this.#handle(readFrame(data))
    } catch (error) {
      this.#session.warn('bad frame', { board: this.#room.id, reason: String(error) })
      this.#session.metrics.refused.inc({ reason: error instanceof Excess ? 'excess' : 'unreadable' })
      if (error instanceof Excess) this.close(CLOSE.tooLarge, error.message)
      else this.close(CLOSE.badFrame, 'A message could not be read.')
    } finally {
      const took = performance.now() - start
      this.#pause(Math.max(this.#work.take(took), this.#room.charge(took)))
    }
  }

  #handle(frame: Frame): void {
    switch (frame.type) {
      case 'step-1':
        this.#sendDocument(frame.stateVector)
        break
      case 'awareness':
        this.#room.show(this, this.#session.grant, frame.entries)
        break
      default:
        this.#write(frame.update, frame.type === 'step-2')
    }
  }

  #sendDocument(stateVector: Uint8Array): void {
    this.#charge(WHOLE_DOCUMENT_COST, 0)
    if (this.#session.waitingBytes() > this.#session.limits.waitingBytes) {
      this.close(CLOSE.tryAgainLater, 'Too much waits to be sent to your address.')
      return
    }
    const frame = step2Frame(Y.encodeStateAsUpdate(this.#room.doc, stateVector))
    this.#room.whenStored((stored) => {
      if (!stored) return
      this.send(frame)
      this.#documentBytes = Math.max(this.#documentBytes, frame.length)
    })
  }

  #write(update: Uint8Array, isStep2: boolean): void {
    this.#writes++
    const inspected = inspectUpdate(update, this.#session.limits)
    // Whoever may write nothing has no reason to send much.
    if (!mayWriteAnything(this.#session.grant.role)) this.#charge(WHOLE_DOCUMENT_COST, 0)
    const verdict = this.#judge?.judge(inspected) ?? 'allowed'
    if (verdict === 'forbidden' || (verdict === 'incomplete' && isStep2)) {
      this.#refuse('forbidden', CLOSE.forbidden, 'Your link does not allow this change.')
      return
    }
    if (this.#room.outgrownBy(update, inspected, this.#session.grant.role)) {
      this.#refuse('board-full', CLOSE.tooLarge, 'The board has reached its largest size.')
      return
    }
    this.#room.rehearse(inspected, this.#session.grant.role)
    if (isStep2) this.#asked = false
    const whole = verdict === 'allowed' && this.#room.write(update, this)
    // A step 2 holds everything that the client has, so with it all writes before it are here.
    this.#gap = !whole || (this.#gap && !isStep2)
    if (!this.#gap) this.#acknowledgeWhenStored()
    if (!whole) this.#session.metrics.refused.inc({ reason: 'gap' })
    if (whole || this.#asked) return
    this.#strikes++
    if (this.#strikes > this.#session.limits.gapStrikes) throw new Error('gaps that are not filled')
    this.#ask()
  }

  #refuse(reason: Refusal, code: number, words: string): void {
    this.#session.metrics.refused.inc({ reason })
    this.close(code, words)
  }

  #ask(): void {
    this.#asked = true
    this.send(step1Frame(Y.encodeStateVector(this.#room.doc)))
  }

  #acknowledgeWhenStored(): void {
    const count = this.#writes
    this.#room.whenStored((stored) => stored && this.#acknowledge(count))
  }

  /** One frame for all that becomes durable at once. */
  #acknowledge(count: number): void {
    this.#acknowledged = count
    if (!this.#session.wantsAcks || this.#ackDue) return
    this.#ackDue = true
    queueMicrotask(() => {
      this.#ackDue = false
      this.send(ackFrame(this.#acknowledged))
    })
  }

  /** Who sends too much is read more slowly. */
  #charge(messages: number, bytes: number): void {
    this.#pause(Math.max(this.#messages.take(messages), this.#bytes.take(bytes)))
  }

  #pause(wait: number): void {
    if (wait === 0 || !this.#open) return
    // Of several debts the longest counts.
    const resumesAt = performance.now() + wait
    if (this.#resume !== null && resumesAt <= this.#resumesAt) return
    if (this.#resume !== null) clearTimeout(this.#resume)
    this.#resumesAt = resumesAt
    this.#session.socket.pause()
    this.#resume = setTimeout(() => {
      this.#resume = null
      this.#heard = true
      this.#session.socket.resume()
    }, wait)
  }
}
