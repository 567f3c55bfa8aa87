import * as Y from 'yjs'
import { CLOSE, type Role } from '../../src/collab/doc/wire.ts'
import { KINDS } from '../../src/core/model/records.ts'
import { mayWriteEverything } from '../access/roles.ts'
import type { Grant } from '../access/tickets.ts'
import type { Limits } from '../config.ts'
import type { Log } from '../log.ts'
import type { Metrics } from '../metrics.ts'
import type { Row, Store, StoredBoard } from '../storage/store.ts'
import { contains, loadDocument, rehearse } from './document.ts'
import type { GroupCommit, Writer } from './group-commit.ts'
import type { Inspected } from './inspect-update.ts'
import { PresenceRelay } from './presence-relay.ts'
import { TokenBucket } from './token-bucket.ts'
import { UpdateRelay } from './update-relay.ts'

/** Lines of the log around a compaction, between which a test kills the server. */
export const COMPACTING = 'board is being compacted'
export const COMPACTED = 'board compacted'

/** Somebody connected to a room. */
export type Member = {
  send(frame: Uint8Array): void
  close(code: number, reason: string): void
}

export type RoomServices = Readonly<{
  store: Store
  commit: GroupCommit
  limits: Limits
  log: Log
  metrics: Metrics
}>

/** One board in memory: its document, who is there, and what of it the store has. */
export class Room implements Writer {
  readonly id: string
  readonly doc: Y.Doc
  readonly #services: RoomServices
  readonly #onFailure: () => void
  readonly #members = new Set<Member>()
  readonly #updates = new UpdateRelay(this.#members)
  readonly #presence: PresenceRelay<Member>
  readonly #work: TokenBucket
  #emitted: Uint8Array[] = []
  /** Writes that have been applied and not stored yet. */
  #unstored = 0
  #seq: number
  #storedSeq: number
  #snapshotSeq: number
  /** Encoded size of the document: exact after a compaction, too high between two. */
  #bytes: number
  #compacting = false
  #failed = false

  /** Throws where what is stored does not make a whole document. */
  constructor(id: string, stored: StoredBoard, services: RoomServices, onFailure: () => void) {
    this.id = id
    this.doc = loadDocument(id, stored)
    this.#services = services
    this.#onFailure = onFailure
    this.#presence = new PresenceRelay(services.limits)
    this.#work = new TokenBucket(services.limits.roomWorkMsPerSecond, services.limits.roomWorkMsBurst)
    this.#seq = stored.seq
    this.#storedSeq = stored.seq
    this.#snapshotSeq = stored.seq - stored.updates.length
    this.#bytes = stored.updates.reduce((sum, update) => sum + update.length, stored.snapshot.length)
    this.doc.on('update', (update: Uint8Array) => this.#emitted.push(update))
  }

  get failed(): boolean {
    return this.#failed
  }

  join(member: Member): void {
    this.#members.add(member)
    this.#presence.join(member)
  }

  leave(member: Member): void {
    this.#members.delete(member)
    this.#presence.leave(member)
  }

  /** Whether the document holds everything in an update already. */
  contains(update: Inspected): boolean {
    return contains(this.doc, update)
  }

  /** Throws where an update must not, or cannot, be applied; see there. */
  rehearse(update: Inspected, role: Role): void {
    rehearse(this.doc, update, this.#services.limits, this.#shareOf(role))
  }

  /** Takes time that this board's frames have cost; returns the milliseconds to wait before the next. */
  charge(milliseconds: number): number {
    return this.#work.take(milliseconds)
  }

  /** Whether the document would outgrow its limits with this update. What it has already costs nothing. */
  outgrownBy(update: Uint8Array, inspected: Inspected, role: Role): boolean {
    const { creates } = inspected
    const share = this.#shareOf(role)
    const roomBytes = this.#services.limits.roomBytes * share
    const roomRecords = this.#services.limits.roomRecords * share
    const created = creates.filter(({ client, clock }) => clock >= Y.getState(this.doc.store, client)).length
    if (created > 0 && this.#countRecords() + created > roomRecords) return true
    if (this.#bytes + update.length <= roomBytes) return false
    this.#bytes = Y.encodeStateAsUpdateV2(this.doc).length
    return this.#bytes + update.length > roomBytes && !this.contains(inspected)
  }

  /**
   * Applies a write; the others hear of it once it is durable. False where it left a gap: part of it builds on what
   * this document lacks, and has been thrown away.
   */
  write(update: Uint8Array, from: Member): boolean {
    this.#emitted = []
    try {
      Y.applyUpdate(this.doc, update)
    } catch (error) {
      // It cannot be taken back, and may be there by half. What is stored is whole, so the room starts again from that.
      from.close(CLOSE.badFrame, 'A change could not be applied.')
      this.fail(error)
      return true
    }
    const { store } = this.doc
    const whole = store.pendingStructs === null && store.pendingDs === null
    store.pendingStructs = null
    store.pendingDs = null
    const rows = this.#emitted.map((data) => ({ board: this.id, seq: ++this.#seq, data }))
    this.#services.metrics.applied.inc()
    if (rows.length > 0) {
      this.#unstored++
      this.#services.commit.add(this, rows, (stored) => stored && this.#stored(rows, from))
    }
    return whole
  }

  #stored(rows: readonly Row[], from: Member): void {
    this.#unstored--
    for (const { data, seq } of rows) {
      this.#storedSeq = seq
      this.#bytes += data.length
      this.#updates.pass(data, from)
    }
    if (this.#storedSeq - this.#snapshotSeq >= this.#services.limits.compactRows) void this.compact()
  }

  /**
   * Takes in rows that another program has stored and tells the members. False where writes wait here: either they have
   * the numbers of those rows, and the room ends, or there is another time.
   */
  catchUp({ seq, updates }: StoredBoard): boolean {
    if (this.#failed) return true
    if (this.#unstored > 0) return false
    if (seq <= this.#seq) return true
    const rows = updates.slice(updates.length - (seq - this.#seq))
    try {
      for (const row of rows) Y.applyUpdate(this.doc, row)
      if (this.doc.store.pendingStructs !== null) throw new Error('What another program has stored has gaps.')
    } catch (error) {
      this.fail(error)
      return true
    }
    this.#seq = seq
    this.#storedSeq = seq
    for (const row of rows) {
      this.#bytes += row.length
      this.#updates.pass(row, null)
    }
    return true
  }

  /** Runs once all that the document holds now is durable (true), at once where it is, or the room has failed (false). */
  whenStored(run: (stored: boolean) => void): void {
    if (this.#unstored === 0) run(!this.#failed)
    else this.#services.commit.add(this, [], run)
  }

  /** Takes what a member shows of itself, for the others. Throws where it is damaged. */
  show(member: Member, grant: Grant, entries: Uint8Array): void {
    this.#presence.receive(member, grant, entries)
  }

  /** Whether somebody who may write everything has shown a presence as this client since the board is in memory. */
  isWriters(client: number): boolean {
    return this.#presence.isWriters(client)
  }

  /** Puts a snapshot in the place of the stored rows. A failure costs nothing but the space. */
  async compact(): Promise<void> {
    const seq = this.#storedSeq
    if (this.#compacting || this.#failed || seq === this.#snapshotSeq) return
    this.#compacting = true
    const { log } = this.#services
    log.debug({ board: this.id, rows: seq - this.#snapshotSeq }, COMPACTING)
    try {
      const snapshot = Y.encodeStateAsUpdateV2(this.doc)
      await this.#services.store.compact(this.id, snapshot, seq)
      this.#snapshotSeq = seq
      this.#bytes = snapshot.length
      this.#services.metrics.compactions.inc()
      log.debug({ board: this.id, bytes: snapshot.length }, COMPACTED)
    } catch (error) {
      log.error({ board: this.id, err: error }, 'board could not be compacted')
    } finally {
      this.#compacting = false
    }
  }

  /** Ends the room: what its members have not been told is stored, they will send again. */
  fail(error: unknown): void {
    if (this.#failed) return
    this.#failed = true
    this.#services.log.error({ board: this.id, err: error }, 'room failed')
    this.#onFailure()
    for (const member of this.#members) {
      member.close(CLOSE.internalError, 'This board could not be saved; try again.')
    }
  }

  /** Else whoever may only comment could fill a board for good, and nobody could write on it any more. */
  #shareOf(role: Role): number {
    return mayWriteEverything(role) ? 1 : this.#services.limits.restrictedPercent / 100
  }

  #countRecords(): number {
    return KINDS.reduce((sum, kind) => sum + this.doc.getMap(kind)._map.size, 0)
  }
}
