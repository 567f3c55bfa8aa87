import type { Metrics } from '../metrics.ts'
import type { Row, Store } from '../storage/store.ts'

/** Whoever writes rows. After a failed commit nothing more of it is stored, since what follows would not fit. */
export type Writer = {
  readonly failed: boolean
  fail(error: unknown): void
}

type Task = Readonly<{ writer: Writer; rows: readonly Row[]; done: (stored: boolean) => void }>

/**
 * Stores what all rooms write during one turn of the event loop in one transaction, one transaction after the other.
 * `done` runs in the order of `add`: with true after the commit that made its rows and all before them durable, with
 * false when the writer has failed.
 */
export class GroupCommit {
  readonly #store: Store
  readonly #metrics: Metrics
  #tasks: Task[] = []
  #work: Promise<void> | null = null

  constructor(store: Store, metrics: Metrics) {
    this.#store = store
    this.#metrics = metrics
  }

  add(writer: Writer, rows: readonly Row[], done: (stored: boolean) => void): void {
    this.#tasks.push({ writer, rows, done })
    this.#work ??= this.#commitAll()
  }

  /** Resolves when everything that has been added is stored or has failed. */
  async settled(): Promise<void> {
    await this.#work
  }

  async #commitAll(): Promise<void> {
    await endOfTurn()
    while (this.#tasks.length > 0) {
      const tasks = this.#tasks
      this.#tasks = []
      await this.#commit(tasks)
    }
    this.#work = null
  }

  async #commit(tasks: readonly Task[]): Promise<void> {
    const rows = tasks.filter(({ writer }) => !writer.failed).flatMap((task) => task.rows)
    try {
      if (rows.length > 0) {
        const stop = this.#metrics.commitSeconds.startTimer()
        await this.#store.append(rows)
        stop()
      }
    } catch (error) {
      const writers = new Set(tasks.map((task) => task.writer))
      if (writers.size > 1) {
        // One room's rows must not fail the others', so each gets a transaction of its own.
        for (const writer of writers) await this.#commit(tasks.filter((task) => task.writer === writer))
        return
      }
      for (const writer of writers) writer.fail(error)
    }
    for (const { writer, done } of tasks) {
      try {
        done(!writer.failed)
      } catch (error) {
        writer.fail(error)
      }
    }
  }
}

const endOfTurn = () => new Promise<void>((resolve) => setImmediate(resolve))
