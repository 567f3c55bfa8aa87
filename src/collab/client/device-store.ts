import * as idb from 'lib0/indexeddb'
import type * as Y from 'yjs'
import { Preparing } from '../doc/board-doc.ts'
import { fillInParts, joinedInParts } from './whole-in-parts.ts'
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
/** So many rows of a few changes each are put together. */
const MANY_ROWS = 500
const FEW_BYTES = 4 * 1024
/** Rows that are written without the page missing a frame. */
const ROWS_AT_A_TIME = 25

/** A board's database: one for each epoch, since what was changed under another one must not be merged. */
export const storeName = (board: string, epoch: string | null): string =>
  epoch === null ? `ringfence-${board}` : `ringfence-${board}-${epoch}`

/** Opens a database, laid out as y-indexeddb does it; made where there is none. */
export const openDatabase = async (name: string): Promise<IDBDatabase> =>
  await idb.openDB(name, (db) => idb.createStores(db, [['updates', { autoIncrement: true }], ['custom']]))

/** What each tab has made and has had acknowledged, under its key. */
export async function readMade(db: IDBDatabase): Promise<Map<string, Made>> {
  const [custom] = idb.transact(db, ['custom'], 'readonly') as [IDBObjectStore]
  const [keys, values] = await Promise.all([idb.rtop(custom.getAllKeys()), idb.rtop(custom.getAll())])
  return new Map((keys as string[]).map((key, index) => [key, (values as Made[])[index] as Made]))
}

/**
 * A board's changes on this device, shared by all tabs that have it open: rows of updates, each in one transaction with what
 * the tab that wrote it has made and had acknowledged.
 */
export class DeviceStore {
  readonly name: string
  readonly #db: IDBDatabase
  readonly #doc: Y.Doc
  readonly #key: string
  readonly #onProblem: (error: DeviceError) => void
  /** Origins of what comes from here. */
  readonly #origin = {}
  readonly #preparing = new Preparing('what this device keeps')
  /** By tab, up to which of its changes this one has brought to the server or will. */
  readonly #adopted = new Map<string, number>()
  /** The first row that has not been read. */
  #next = 0
  #smallRows = 0
  #writing = 0
  #works = true
  #trimming: ReturnType<typeof setTimeout> | undefined

  /** Puts what is kept into `doc`. Rejects with a DeviceError, after three seconds without an answer at the latest. */
  static async open(name: string, doc: Y.Doc, onProblem: (error: DeviceError) => void): Promise<DeviceStore> {
    const opening = openDatabase(name).catch((error: unknown) => {
      throw new DeviceError('unavailable', error)
    })
    try {
      const store = new DeviceStore(name, await inTime(opening), doc, onProblem)
      const updates = await inTime(store.#read())
      store.#smallRows = updates.filter(isSmall).length
      await store.#apply(updates)
      return store
    } catch (error) {
      opening.then(
        (db) => db.close(),
        () => undefined,
      )
      throw error instanceof DeviceError ? error : new DeviceError('lost', error)
    }
  }

  private constructor(name: string, db: IDBDatabase, doc: Y.Doc, onProblem: (error: DeviceError) => void) {
    this.name = name
    this.#db = db
    this.#doc = doc
    this.#key = `tab-${doc.clientID}`
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
    return origin === this.#origin || origin === this.#preparing
  }

  /**
   * Keeps updates, all or none of them, and with them what this tab has made and the server has acknowledged: a part of a
   * document would be taken for the whole.
   */
  keep(updates: readonly Uint8Array[], made: Made): void {
    this.#write((rows, custom) => {
      addEach(rows, updates)
      this.#put(custom, this.#key, made)
    })
    this.#smallRows += updates.filter(isSmall).length
    if (this.#smallRows < MANY_ROWS) return
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
      await this.#apply(await this.#read())
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
    this.#db.close()
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

  /** The rows that have come since the last time. */
  async #read(): Promise<readonly Uint8Array[]> {
    const { last, updates } = await this.#rowsFrom(this.#next)
    if (last !== null) this.#next = last + 1
    return updates
  }

  async #rowsFrom(first: number): Promise<{ last: number | null; updates: Uint8Array[] }> {
    const [rows] = idb.transact(this.#db, ['updates'], 'readonly') as [IDBObjectStore]
    const range = idb.createIDBKeyRangeLowerBound(first, false)
    const [keys, updates] = await Promise.all([idb.getAllKeys(rows, range), idb.getAll(rows, range)])
    return { last: (keys as number[]).at(-1) ?? null, updates: updates as Uint8Array[] }
  }

  async #apply(updates: readonly Uint8Array[]): Promise<void> {
    await fillInParts(this.#doc, { updates }, { preparing: this.#preparing, whole: this.#origin })
  }

  /** Puts a few rows in the place of many. What other tabs write meanwhile stays beside them. */
  async #trim(): Promise<void> {
    if (!this.#works) return
    this.#smallRows = 0
    try {
      const { last, updates } = await this.#rowsFrom(0)
      const joined = await joinedInParts(updates)
      if (!this.#works || last === null || joined === null) return
      const [rows] = idb.transact(this.#db, ['updates'], 'readwrite') as [IDBObjectStore]
      addEach(rows, joined)
      await idb.del(rows, idb.createIDBKeyRangeUpperBound(last, false))
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

/** In one transaction, but not in one task: it lasts until nothing more is asked of it. */
function addEach(rows: IDBObjectStore, updates: readonly Uint8Array[]): void {
  let added: IDBRequest | null = null
  for (const update of updates.slice(0, ROWS_AT_A_TIME)) added = rows.add(update)
  added?.addEventListener('success', () => addEach(rows, updates.slice(ROWS_AT_A_TIME)))
}

const isSmall = (update: Uint8Array): boolean => update.length <= FEW_BYTES

async function inTime<T>(answer: Promise<T>): Promise<T> {
  let timer: ReturnType<typeof setTimeout> | undefined
  const deadline = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new DeviceError('silent')), OPEN_MS)
  })
  try {
    return await Promise.race([answer, deadline])
  } finally {
    clearTimeout(timer)
  }
}
