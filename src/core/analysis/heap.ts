/** A binary heap: `pop` gives the least item by `compare`, undefined once there is none. */
export type Heap<T> = Readonly<{ push: (item: T) => void; pop: () => T | undefined }>

export function makeHeap<T>(compare: (a: T, b: T) => number): Heap<T> {
  const items: T[] = []
  const at = (place: number) => items[place] as T
  const swapIfLess = (low: number, high: number): boolean => {
    const [upper, lower] = [at(low), at(high)]
    if (compare(lower, upper) >= 0) return false
    items[low] = lower
    items[high] = upper
    return true
  }
  return {
    push(item) {
      let place = items.push(item) - 1
      while (place > 0) {
        const above = (place - 1) >> 1
        if (!swapIfLess(above, place)) return
        place = above
      }
    },
    pop() {
      const least = items[0]
      const last = items.pop()
      if (items.length === 0 || last === undefined) return least
      items[0] = last
      for (let place = 0, below = 1; below < items.length; below = 2 * place + 1) {
        if (below + 1 < items.length && compare(at(below + 1), at(below)) < 0) below++
        if (!swapIfLess(place, below)) break
        place = below
      }
      return least
    },
  }
}
