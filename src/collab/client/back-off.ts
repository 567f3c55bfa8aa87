const FIRST_MS = 300
const LONGEST_MS = 15_000
/** A connection that stood this long has been worth something: after it, waits are short again. */
const STEADY_MS = 5_000

/** How long to wait before each new attempt: twice as long each time, and never as long as the others who lost the line, too. */
export class BackOff {
  #attempts = 0
  #since: number | null = null
  readonly #random: () => number
  readonly #now: () => number

  constructor(random: () => number = Math.random, now: () => number = Date.now) {
    this.#random = random
    this.#now = now
  }

  connected(): void {
    this.#since = this.#now()
  }

  /** A person asks, or the network is back: no reason to wait as long as before. */
  reset(): void {
    this.#attempts = 0
  }

  /** `atLeast`: what the server has asked for. */
  next(atLeast = 0): number {
    // A server that lets people in and throws them out again at once is not to be asked three times a second.
    if (this.#since !== null && this.#now() - this.#since >= STEADY_MS) this.#attempts = 0
    this.#since = null
    const longest = Math.min(LONGEST_MS, FIRST_MS * 2 ** this.#attempts)
    this.#attempts++
    return (longest + atLeast) * (0.5 + this.#random() / 2) + atLeast / 2
  }
}
