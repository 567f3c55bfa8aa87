/** A binary heap of numbers by priority: the smallest first. */
export class Heap {
  readonly #items: number[] = []
  readonly #priorities: number[] = []

  get size(): number {
    return this.#items.length
  }

  push(item: number, priority: number): void {
    const [items, priorities] = [this.#items, this.#priorities]
    let at = items.length
    items.push(item)
    priorities.push(priority)
    while (at > 0) {
      const parent = (at - 1) >> 1
      if ((priorities[parent] as number) <= priority) break
      items[at] = items[parent] as number
      priorities[at] = priorities[parent] as number
      at = parent
    }
    items[at] = item
    priorities[at] = priority
  }

  /** Takes out the one with the smallest priority; -1 where there is none. */
  pop(): number {
    const [items, priorities] = [this.#items, this.#priorities]
    const top = items[0]
    const item = items.pop()
    const priority = priorities.pop()
    if (top === undefined || item === undefined || priority === undefined) return -1
    if (items.length === 0) return top
    let at = 0
    for (;;) {
      let child = at * 2 + 1
      if (child >= items.length) break
      if (child + 1 < items.length && (priorities[child + 1] as number) < (priorities[child] as number))
        child++
      if ((priorities[child] as number) >= priority) break
      items[at] = items[child] as number
      priorities[at] = priorities[child] as number
      at = child
    }
    items[at] = item
    priorities[at] = priority
    return top
  }
}
