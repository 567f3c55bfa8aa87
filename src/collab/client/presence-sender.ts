import type { Awareness } from 'y-protocols/awareness'
import type { Presence } from '../doc/presence.ts'

/** Twenty-five words a second at most: smooth to the eye, and light on everybody's line. */
const INTERVAL_MS = 40

/** Tells the others about this person: at once where it has been quiet, never too often, and nothing where nothing changes. */
export class PresenceSender {
  readonly #awareness: Pick<Awareness, 'getLocalState' | 'setLocalState'>
  #told: Partial<Presence> = {}
  #latest: Partial<Presence> = {}
  #toldAt = -Infinity
  #timer: ReturnType<typeof setTimeout> | undefined

  constructor(awareness: Pick<Awareness, 'getLocalState' | 'setLocalState'>) {
    this.#awareness = awareness
  }

  tell(change: Partial<Presence>): void {
    this.#latest = { ...this.#latest, ...change }
    if (this.#timer !== undefined) return
    const wait = this.#toldAt + INTERVAL_MS - performance.now()
    if (wait <= 0) this.#flush()
    else this.#timer = setTimeout(() => this.#flush(), wait)
  }

  stop(): void {
    clearTimeout(this.#timer)
    this.#timer = undefined
  }

  #flush(): void {
    this.#timer = undefined
    if (JSON.stringify(this.#latest) === JSON.stringify(this.#told)) return
    this.#told = this.#latest
    this.#toldAt = performance.now()
    this.#awareness.setLocalState({ ...this.#awareness.getLocalState(), ...this.#latest })
  }
}
