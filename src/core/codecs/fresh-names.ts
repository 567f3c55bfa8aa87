/** Names that are each given once. A wanted one that is taken gets the lowest number behind it that makes it free. */
export class FreshNames {
  readonly #taken = new Set<string>()
  /** The number to try next, so that a thousand like names do not each try all before. */
  readonly #next = new Map<string, number>()

  take(name: string): void {
    this.#taken.add(name)
  }

  fresh(wanted: string): string {
    let name = wanted
    if (this.#taken.has(wanted)) {
      let nth = this.#next.get(wanted) ?? 2
      for (name = `${wanted}-${nth}`; this.#taken.has(name); name = `${wanted}-${nth}`) nth++
      this.#next.set(wanted, nth + 1)
    }
    this.#taken.add(name)
    return name
  }
}
