/** A small seeded source of numbers, so that every run and every machine measures the same network. */
export type Random = Readonly<{
  /** From 0, below 1. */
  next: () => number
  /** A whole number from 0, below `count`. */
  below: (count: number) => number
  pick: <T>(items: readonly T[]) => T
  /** `count` different items, or all where there are fewer. */
  sample: <T>(items: readonly T[], count: number) => T[]
}>

const GOLDEN = 0x9e3779b9

/** A counter of Weyl's whose every value is scrambled: 2³² numbers before it comes round. */
export function randomFrom(seed: number): Random {
  let state = seed >>> 0
  const next = () => {
    state = (state + GOLDEN) >>> 0
    return scramble(state) / 2 ** 32
  }
  const below = (count: number) => Math.floor(next() * count)
  return {
    next,
    below,
    pick: (items) => items[below(items.length)] as (typeof items)[number],
    sample: (items, count) => {
      const rest = [...items]
      const taken = Math.min(count, rest.length)
      for (let at = 0; at < taken; at++) {
        const other = at + below(rest.length - at)
        const item = rest[other] as (typeof items)[number]
        rest[other] = rest[at] as (typeof items)[number]
        rest[at] = item
      }
      return rest.slice(0, taken)
    },
  }
}

/** Another 32-bit number for each 32-bit number, since shifts and odd factors can all be undone. Constants of lowbias32. */
export function scramble(value: number): number {
  let mixed = value >>> 0
  mixed = Math.imul(mixed ^ (mixed >>> 16), 0x7feb352d)
  mixed = Math.imul(mixed ^ (mixed >>> 15), 0x846ca68b)
  return (mixed ^ (mixed >>> 16)) >>> 0
}
