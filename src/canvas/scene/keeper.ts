/**
 * Gives back the same object for an id as long as what it was made of is the same, part by part, so that React leaves
 * alone what has not changed. Ids that were not asked for since the last `sweep` are forgotten.
 */
export class Keeper<T> {
  #now = new Map<string, { parts: readonly unknown[]; made: T }>()
  #next = new Map<string, { parts: readonly unknown[]; made: T }>()

  keep(id: string, parts: readonly unknown[], make: () => T): T {
    const known = this.#now.get(id)
    const same =
      known !== undefined &&
      known.parts.length === parts.length &&
      known.parts.every((part, index) => part === parts[index])
    const entry = same ? known : { parts, made: make() }
    this.#next.set(id, entry)
    return entry.made
  }

  sweep(): void {
    this.#now = this.#next
    this.#next = new Map()
  }
}
