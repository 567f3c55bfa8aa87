/**
 * How often a reader may say of one thing what the file says of another: of a control that it is on all that its threats are
 * to. A small file of a thousand controls, each for a thousand threats to a thousand assets, would else fill the memory.
 */
export class Allowance {
  #left = 50_000

  /** Whether that many may be said. Once that is too much, nothing is any more. */
  take(count: number): boolean {
    this.#left = count <= this.#left ? this.#left - count : 0
    return this.#left > 0
  }

  /** All items of the lists; none where they are too many. */
  allOf<T>(lists: Iterable<readonly T[]>): readonly T[] {
    const all: T[] = []
    for (const list of lists) {
      if (!this.take(list.length + 1)) return []
      for (const item of list) all.push(item)
    }
    return all
  }
}
