import { type Box, encloses } from '../../layout/geometry.ts'

/** So that shapes which lie across each other by the thousands make nobody wait: about a second. */
const MOST_LOOKS = 20_000_000

type Entry = Readonly<{ id: string; box: Box; area: number }>

/**
 * Finds what is drawn around what. Rectangles lie in grids of cells of about their own size, so that each is in four at
 * most and a search looks at one cell of each grid.
 */
export class Nest {
  readonly #grids = new Map<number, Map<string, Entry[]>>()
  #looks = 0

  constructor(boxes: Iterable<readonly [id: string, box: Box]>) {
    const entries = [...boxes].map(([id, box]) => ({ id, box, area: areaOf(box) }))
    for (const entry of entries.sort((a, b) => a.area - b.area)) this.#add(entry)
  }

  /** That the boxes lie across each other too much for all questions to be answered. */
  get gaveUp(): boolean {
    return this.#looks > MOST_LOOKS
  }

  /** The smallest that encloses `inner` and is larger; a point is a box without a size. Of equals the one added first. */
  around(inner: Box): string | null {
    const area = areaOf(inner)
    let found: Entry | null = null
    for (const [cell, grid] of this.#grids) {
      const entries = grid.get(cellOf(inner.at[0], inner.at[1], cell)) ?? []
      for (let at = firstAbove(entries, area); at < entries.length; at++) {
        const entry = entries[at] as Entry
        if (found !== null && entry.area >= found.area) break
        if (++this.#looks > MOST_LOOKS) return null
        if (!encloses(entry.box, inner)) continue
        found = entry
        break
      }
    }
    return found?.id ?? null
  }

  #add(entry: Entry): void {
    const { at, size } = entry.box
    const cell = 2 ** Math.ceil(Math.log2(Math.max(size[0], size[1], 1)))
    const grid = this.#grids.get(cell) ?? new Map<string, Entry[]>()
    this.#grids.set(cell, grid)
    const [right, bottom] = [at[0] + size[0], at[1] + size[1]]
    const keys = [at[0], right].flatMap((x) => [at[1], bottom].map((y) => cellOf(x, y, cell)))
    for (const key of new Set(keys)) {
      const there = grid.get(key)
      if (there === undefined) grid.set(key, [entry])
      else there.push(entry)
    }
  }
}

const areaOf = ({ size }: Box): number => size[0] * size[1]
const cellOf = (x: number, y: number, cell: number): string =>
  `${Math.floor(x / cell)},${Math.floor(y / cell)}`

/** Of entries in order of area, the first that is larger. */
function firstAbove(entries: readonly Entry[], area: number): number {
  let [low, high] = [0, entries.length]
  while (low < high) {
    const middle = (low + high) >>> 1
    if ((entries[middle] as Entry).area > area) high = middle
    else low = middle + 1
  }
  return low
}
