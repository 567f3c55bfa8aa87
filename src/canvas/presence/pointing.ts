import type { Point } from '../../core/model/records.ts'

/** At most twenty positions a second: smooth to the eye, and light on everybody's line. */
const INTERVAL_MS = 50

/** Passes on where a pointer is, whole units, at most every `INTERVAL_MS` and always the last word. */
export class Pointing {
  readonly #tell: (cursor: Point | null) => void
  #latest: Point | null = null
  #toldAt = -Infinity
  #timer: ReturnType<typeof setTimeout> | undefined

  constructor(tell: (cursor: Point | null) => void) {
    this.#tell = tell
  }

  move(at: Point | null): void {
    this.#latest = at === null ? null : [Math.round(at[0]), Math.round(at[1])]
    this.#timer ??= setTimeout(
      () => this.#flush(),
      Math.max(0, INTERVAL_MS - (performance.now() - this.#toldAt)),
    )
  }

  stop(): void {
    clearTimeout(this.#timer)
    this.#timer = undefined
  }

  #flush(): void {
    this.#timer = undefined
    this.#toldAt = performance.now()
    this.#tell(this.#latest)
  }
}
