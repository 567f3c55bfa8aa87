import { nextTask } from './next-task.ts'

/** Work that would hold a page up, done a part in each task, the first at once. */
export class LongWork {
  /** Does the next part, and says whether that was the last. */
  #next: (() => boolean) | null = null
  readonly #onOver: () => void

  constructor(onOver: () => void) {
    this.#onOver = onOver
  }

  get isUnderWay(): boolean {
    return this.#next !== null
  }

  async do(next: () => boolean): Promise<void> {
    this.finish()
    this.#next = next
    this.#goOn()
    while (this.#next === next) {
      await nextTask()
      if (this.#next === next) this.#goOn()
    }
  }

  /** Does at once what is left. */
  finish(): void {
    while (this.#next !== null) this.#goOn()
  }

  /** Leaves undone what is left. */
  stop(): void {
    this.#next = null
  }

  #goOn(): void {
    let isOver = true
    try {
      isOver = this.#next?.() ?? true
    } finally {
      if (isOver) {
        this.#next = null
        this.#onOver()
      }
    }
  }
}
