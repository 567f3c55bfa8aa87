import type { StoredBoard } from '../storage/store.ts'
import { collectDeleted } from './collect.ts'
import { GroupCommit } from './group-commit.ts'
import { Room, type RoomServices } from './room.ts'

type Entry = { room: Promise<Room | null>; holds: number; timer: NodeJS.Timeout | null }

const DAY_MS = 86_400_000

/** A room in use; whoever opened it releases it once. */
export type HeldRoom = Readonly<{ room: Room; release: () => void }>

/** How often the store is asked whether another program has written to it. */
const WATCH_MS = 1_000

/** The boards in memory. One that nobody holds leaves it after the grace time, compacted. */
export class Rooms {
  readonly #services: RoomServices
  readonly #entries = new Map<string, Entry>()

  readonly #watch: NodeJS.Timeout
  #version: number | null = null

  constructor(services: Omit<RoomServices, 'commit'>) {
    this.#services = { ...services, commit: new GroupCommit(services.store, services.metrics) }
    this.#watch = setInterval(() => void this.#lookForRows(), WATCH_MS)
    void this.#lookForRows()
  }

  /** Null for a board that does not exist; rejects where it cannot be loaded. */
  async open(id: string): Promise<HeldRoom | null> {
    const entry = this.#entries.get(id) ?? this.#enter(id)
    entry.holds++
    if (entry.timer !== null) clearTimeout(entry.timer)
    entry.timer = null
    const room = await entry.room
    if (room === null) return null
    if (room.failed) throw new Error(`Room ${id} failed while it was opened.`)
    return { room, release: () => this.#release(id, entry) }
  }

  /** Resolves when everything written so far is stored; nothing may be open afterwards. */
  async close(): Promise<void> {
    clearInterval(this.#watch)
    await this.#services.commit.settled()
    for (const { timer } of this.#entries.values()) if (timer !== null) clearTimeout(timer)
    this.#entries.clear()
  }

  /** A restore writes rows beside a running server: boards in memory take them in. */
  async #lookForRows(): Promise<void> {
    const { store, log } = this.#services
    try {
      const version = await store.version()
      if (version === this.#version) return
      await this.#services.commit.settled()
      let isDone = true
      for (const [id, { room }] of this.#entries) {
        const [open, stored] = [await room.catch(() => null), await store.load(id)]
        if (open !== null && stored !== null && this.#entries.has(id)) {
          isDone = open.catchUp(stored) && isDone
        }
      }
      if (isDone) this.#version = version
    } catch (error) {
      log.error({ err: error }, 'store could not be looked at')
    }
  }

  #enter(id: string): Entry {
    const entry: Entry = { room: this.#load(id), holds: 0, timer: null }
    this.#entries.set(id, entry)
    this.#services.metrics.rooms.set(this.#entries.size)
    const forget = () => this.#forget(id, entry)
    entry.room.then((room) => room ?? forget(), forget)
    return entry
  }

  async #load(id: string): Promise<Room | null> {
    const { store, commit, limits, log } = this.#services
    // A room of this board that has just failed may have a commit under way.
    await commit.settled()
    const stored = await store.load(id)
    if (stored === null) return null
    log.debug({ board: id, rows: stored.updates.length }, 'board opened')
    const room = this.#make(id, stored)
    const collected = collectDeleted(room.doc, Date.now() - limits.collectDeletedDays * DAY_MS)
    if (collected === null) return room
    // Nobody is here yet, so there is nobody else's write to wait for, and a failure costs nothing but the space.
    const row = { board: id, seq: stored.seq + 1, data: collected }
    try {
      await store.append([row])
    } catch (error) {
      log.error({ board: id, err: error }, 'deleted records could not be collected')
      return this.#make(id, stored)
    }
    return this.#make(id, { ...stored, seq: row.seq, updates: [...stored.updates, row.data] })
  }

  #make(id: string, stored: StoredBoard): Room {
    return new Room(id, stored, this.#services, () => {
      const entry = this.#entries.get(id)
      if (entry !== undefined) this.#forget(id, entry)
    })
  }

  #release(id: string, entry: Entry): void {
    entry.holds--
    if (entry.holds > 0 || this.#entries.get(id) !== entry) return
    const timer = setTimeout(() => void this.#evict(id, entry), this.#services.limits.roomGraceMs)
    entry.timer = timer
  }

  async #evict(id: string, entry: Entry): Promise<void> {
    entry.timer = null
    await this.#services.commit.settled()
    const room = await entry.room
    await room?.compact()
    // Somebody may have come, and perhaps gone again, meanwhile: then the room is theirs.
    if (entry.holds > 0 || entry.timer !== null) return
    this.#forget(id, entry)
    room?.doc.destroy()
    this.#services.log.debug({ board: id }, 'board evicted')
  }

  #forget(id: string, entry: Entry): void {
    if (this.#entries.get(id) === entry) this.#entries.delete(id)
    this.#services.metrics.rooms.set(this.#entries.size)
  }
}
