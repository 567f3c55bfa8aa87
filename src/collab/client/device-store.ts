import * as idb from 'lib0/indexeddb'
import { fetchUpdates, IndexeddbPersistence, PREFERRED_TRIM_SIZE } from 'y-indexeddb'
import * as Y from 'yjs'
import type { Made } from './write-counter.ts'

/** Why this device keeps nothing, or no more: in words for a person. */
export class DeviceError extends Error {
  readonly code: 'unavailable' | 'silent' | 'full' | 'lost'

  constructor(code: DeviceError['code'], cause?: unknown) {
    super(WORDS[code], { cause })
    this.name = 'DeviceError'
    this.code = code
  }
}

const UNSAFE = 'What you change is in this tab only until it says Saved.'
const WORDS: Readonly<Record<DeviceError['code'], string>> = {
  unavailable: `This browser lets no page keep anything on this device, as private windows do. ${UNSAFE}`,
  silent: `This browser’s storage on this device does not answer. ${UNSAFE}`,
  full: `There is no room left in this browser’s storage on this device. ${UNSAFE} Reload once it does, to keep changes here again.`,
  lost: `This browser’s storage on this device does not work any more. ${UNSAFE} Reload once it does, to keep changes here again.`,
}

const OPEN_MS = 3_000
const TRIM_WAIT_MS = 1_000

/** A board's database: one for each epoch, since what was changed under another one must not be merged. */
export const storeName = (board: string, epoch: string | null): string =>
  epoch === null ? `ringfence-${board}` : `ringfence-${board}-${epoch}`

/** Opens a database as y-indexeddb lays it out, made where there is none. */
export const openDatabase = async (name: string): Promise<IDBDatabase> =>
  await idb.openDB(name, (db) => idb.createStores(db, [['updates', { autoIncrement: true }], ['custom']]))

/** What each tab has made and has had acknowledged, under its key. */
export async function readMade(db: IDBDatabase): Promise<Map<string, Made>> {
  const [custom] = idb.transact(db, ['custom'], 'readonly') as [IDBObjectStore]
  const [keys, values] = await Promise.all([idb.rtop(custom.getAllKeys()), idb.rtop(custom.getAll())])
  return new Map((keys as string[]).map((key, index) => [key, (values as Made[])[index] as Made]))
}

/**
 * A board's changes on this device, shared by all tabs that have it open. y-indexeddb reads them; writing is ours, since it
 * writes without looking at what becomes of that, throws into the edit when its database has been closed, and could not
 * say in the same transaction which changes the server lacks.
 */
export class DeviceStore {
  readonly name: string
  readonly #persistence: IndexeddbPersistence
  readonly #db: IDBDatabase
  readonly #key: string
  readonly #onProblem: (error: DeviceError) => void
  /** By tab, up to which of its changes this one has brought to the server or will. */
  readonly #adopted = new Map<string, number>()
  #writing = 0
  #works = true
  #trimming: ReturnType<typeof setTimeout> | undefined

  /** Puts what is kept into `doc`. Rejects with a DeviceError, after three seconds at the latest. */
  static async open(name: string, doc: Y.Doc, onProblem: (error: DeviceError) => void): Promise<DeviceStore> {
    const deadline = new Promise<never>((_, reject) =>
      setTimeout(() => reject(new DeviceError('silent')), OPEN_MS),
    )
    // y-indexeddb reports no failure to open, so it is tried out first.
    const trial = openDatabase(name)
    trial.then(
      (db) => db.close(),
      () => undefined,
    )
    await Promise.race([
      trial.catch((error: unknown) => {
        throw new DeviceError('unavailable', error)
      }),
      deadline,
    ])
    const persistence = new IndexeddbPersistence(name, doc)
    doc.off('update', persistence._storeUpdate)
    try {
      await Promise.race([persistence.whenSynced, deadline])
      return new DeviceStore(persistence, await persistence._db, onProblem)
    } catch (error) {
      persistence.destroy().catch(() => undefined)
      throw error
    }
  }

  private constructor(
    persistence: IndexeddbPersistence,
    db: IDBDatabase,
    onProblem: (error: DeviceError) => void,
  ) {
    this.name = persistence.name
    this.#persistence = persistence
    this.#db = db
    this.#key = `tab-${persistence.doc.clientID}`
    this.#onProblem = onProblem
    db.addEventListener('close', () => this.#fail('lost'))
    db.addEventListener('versionchange', () => this.#fail('lost'))
  }

  /** Whether everything that it was given is written. */
  get isSettled(): boolean {
    return this.#works && this.#writing === 0
  }

  get works(): boolean {
    return this.#works
  }

  /** Whether a transaction of this origin brought what is kept here already. */
  wrote(origin: unknown): boolean {
    return origin === this.#persistence
  }

  /** Keeps an update, and with it what this tab has made and the server has acknowledged. */
  keep(update: Uint8Array, made: Made): void {
    this.#write((updates, custom) => {
      updates.add(update)
      this.#put(custom, this.#key, made)
    })
    if (++this.#persistence._dbsize < PREFERRED_TRIM_SIZE) return
    clearTimeout(this.#trimming)
    this.#trimming = setTimeout(() => void this.#trim(), TRIM_WAIT_MS)
  }

  /** Notes what the server has acknowledged; with `all`, that this is everything this tab holds, changes of others too. */
  acknowledged(made: Made, all: boolean): void {
    this.#write((_updates, custom) => {
      this.#put(custom, this.#key, made)
      if (!all) return
      for (const [key, upTo] of this.#adopted) {
        const reading = custom.get(key)
        reading.addEventListener('success', () => {
          const theirs = reading.result as Made | undefined
          if (theirs === undefined) return
          this.#put(custom, key, { ...theirs, stored: Math.max(theirs.stored, upTo) })
        })
      }
    })
  }

  /**
   * Reads what other tabs, closed ones too, have kept since the last time, and answers how many of these changes the
   * server lacks. Whoever joins the server next brings them.
   */
  async catchUp(): Promise<number> {
    if (!this.#works) return 0
    try {
      await fetchUpdates(this.#persistence)
      let more = 0
      for (const [key, { made, stored }] of await readMade(this.#db)) {
        if (key === this.#key) continue
        more += Math.max(0, made - Math.max(stored, this.#adopted.get(key) ?? 0))
        this.#adopted.set(key, made)
      }
      return more
    } catch (error) {
      this.#fail('lost', error)
      return 0
    }
  }

  close(): void {
    this.#works = false
    clearTimeout(this.#trimming)
    this.#persistence.destroy().catch(() => undefined)
  }

  #put(custom: IDBObjectStore, key: string, made: Made): void {
    if (made.stored >= made.made) custom.delete(key)
    else custom.put(made, key)
  }

  #write(work: (updates: IDBObjectStore, custom: IDBObjectStore) => void): void {
    if (!this.#works) return
    try {
      const transaction = this.#db.transaction(['updates', 'custom'], 'readwrite')
      work(transaction.objectStore('updates'), transaction.objectStore('custom'))
      this.#writing++
      transaction.addEventListener('complete', () => this.#writing--)
      transaction.addEventListener('abort', () => {
        this.#writing--
        this.#fail(codeOf(transaction.error), transaction.error)
      })
    } catch (error) {
      this.#fail('lost', error)
    }
  }

  /** Puts one row in the place of many. What other tabs have written meanwhile is read before it goes. */
  async #trim(): Promise<void> {
    if (!this.#works) return
    try {
      const updates = await fetchUpdates(this.#persistence)
      await idb.rtop(updates.add(Y.encodeStateAsUpdate(this.#persistence.doc)))
      await idb.del(updates, idb.createIDBKeyRangeUpperBound(this.#persistence._dbref, true))
      this.#persistence._dbsize = await idb.count(updates)
    } catch {
      // The transaction is taken back, so nothing is lost but the space.
    }
  }

  #fail(code: DeviceError['code'], cause?: unknown): void {
    if (!this.#works) return
    this.close()
    this.#onProblem(new DeviceError(code, cause))
  }
}

const codeOf = (error: DOMException | null): DeviceError['code'] =>
  error?.name === 'QuotaExceededError' ? 'full' : 'lost'
