/** A threat's number is given once: the one that it has in the file where that is free, else one above all. */
export class ThreatNumbers {
  readonly #used = new Set<number>()
  readonly #reserved = new Set<number>()
  /** The highest that was ever given. */
  highest: number

  constructor(last: number, used: Iterable<number>) {
    this.highest = last
    for (const number of used) this.#use(number)
  }

  /** Keeps a number for the threat that has it in the file, before any other gets one. */
  reserve(wanted: number): void {
    if (!Number.isSafeInteger(wanted) || wanted < 1 || wanted > MOST || this.#used.has(wanted)) return
    this.#reserved.add(wanted)
    this.highest = Math.max(this.highest, wanted)
  }

  take(wanted = 0): number {
    const free = this.#reserved.delete(wanted) ? wanted : this.highest + 1
    this.#use(free)
    return free
  }

  #use(number: number): void {
    this.#used.add(number)
    this.highest = Math.max(this.highest, number)
  }
}

/** Nobody counts further, and a file that did would leave no numbers above. */
const MOST = 1_000_000
