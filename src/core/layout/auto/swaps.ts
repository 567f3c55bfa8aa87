import type { Point } from '../../model/records.ts'
import { type Home, lineLength, type Places } from './home.ts'

const PASSES = 5
/** A pass that moves less than this share of the blocks is the last. */
const WORTHWHILE = 0.05
/** What has more ties stays: each look at it would cost as much as looking at that many others. */
const MOST_TIES = 48

/**
 * Places in which blocks of one size have changed places wherever that made their links shorter, each with those that stand
 * about the middle of what it is linked to. What is taken up stays the same. The work grows with the number of blocks.
 */
export function withSwaps(home: Home, start: Places): Places {
  const swapping = new Swapping(home, start)
  for (let pass = 0; pass < PASSES; pass++) if (swapping.pass() < WORTHWHILE) break
  return swapping.places
}

/** In typed arrays, since this is looked at some millions of times on a large board. */
class Swapping {
  readonly #x: Float64Array
  readonly #y: Float64Array
  /** Ties of block b, each seen from it: from `first[b]` on to `first[b + 1]`. */
  readonly #first: Int32Array
  readonly #other: Int32Array
  /** How far the corner of the block would have to be from that of the other for the tie to have no length. */
  readonly #across: Float64Array
  readonly #down: Float64Array
  readonly #movable: readonly number[]
  readonly #cells: Cells

  constructor(home: Home, start: Places) {
    const { blocks, ties } = home
    this.#x = Float64Array.from(start, ([x]) => x)
    this.#y = Float64Array.from(start, ([, y]) => y)
    this.#first = new Int32Array(blocks.length + 1)
    const count = (at: number, by: number) => (this.#first[at] = (this.#first[at] as number) + by)
    for (const { from, to } of ties) for (const end of [from, to]) count(end + 1, 1)
    for (const block of blocks.keys()) count(block + 1, this.#first[block] as number)
    this.#other = new Int32Array(2 * ties.length)
    this.#across = new Float64Array(2 * ties.length)
    this.#down = new Float64Array(2 * ties.length)
    const next = this.#first.slice()
    const see = (block: number, other: number, own: Point, far: Point) => {
      const at = next[block] as number
      next[block] = at + 1
      this.#other[at] = other
      this.#across[at] = far[0] - own[0]
      this.#down[at] = far[1] - own[1]
    }
    for (const { from, to, ends } of ties) {
      see(from, to, ends[0], ends[1])
      see(to, from, ends[1], ends[0])
    }
    this.#movable = [...blocks.keys()].filter((block) => this.#count(block) <= MOST_TIES)
    this.#cells = new Cells(home)
    for (const block of this.#movable) this.#cells.set(block, this.#at(block))
  }

  get places(): Places {
    return Array.from(this.#x, (x, block): Point => [x, this.#y[block] as number])
  }

  /** The share of blocks that were moved. */
  pass(): number {
    let moved = 0
    for (const block of this.#movable) if (this.#count(block) > 0 && this.#improve(block)) moved++
    return moved / this.#x.length
  }

  #improve(block: number): boolean {
    let best = block
    let most = 0.5
    const before = this.#lengthAt(block)
    for (const other of this.#cells.around(block, this.#goalOf(block))) {
      if (other === block) continue
      const old = before + this.#lengthAt(other)
      this.#swap(block, other)
      const gain = old - this.#lengthAt(block) - this.#lengthAt(other)
      this.#swap(block, other)
      if (gain <= most) continue
      most = gain
      best = other
    }
    if (best === block) return false
    this.#swap(block, best)
    for (const moved of [block, best]) this.#cells.set(moved, this.#at(moved))
    return true
  }

  #swap(a: number, b: number): void {
    for (const along of [this.#x, this.#y]) {
      const at = along[a] as number
      along[a] = along[b] as number
      along[b] = at
    }
  }

  #lengthAt(block: number): number {
    const [x, y] = [this.#x[block] as number, this.#y[block] as number]
    let sum = 0
    for (let tie = this.#first[block] as number; tie < (this.#first[block + 1] as number); tie++) {
      const other = this.#other[tie] as number
      sum += lineLength(
        (this.#x[other] as number) + (this.#across[tie] as number) - x,
        (this.#y[other] as number) + (this.#down[tie] as number) - y,
      )
    }
    return sum
  }

  /** Where the corner of a block would be best if only the length of its links counted, each as much as another. */
  #goalOf(block: number): Point {
    let [x, y] = [0, 0]
    for (let tie = this.#first[block] as number; tie < (this.#first[block + 1] as number); tie++) {
      const other = this.#other[tie] as number
      x += (this.#x[other] as number) + (this.#across[tie] as number)
      y += (this.#y[other] as number) + (this.#down[tie] as number)
    }
    return [x / this.#count(block), y / this.#count(block)]
  }

  #at = (block: number): Point => [this.#x[block] as number, this.#y[block] as number]
  #count = (block: number): number => (this.#first[block + 1] as number) - (this.#first[block] as number)
}

/** Which block of which size stands about where. */
class Cells {
  readonly #home: Home
  readonly #sizes: readonly number[]
  readonly #blocks = new Map<number, number>()

  constructor(home: Home) {
    this.#home = home
    const known = new Map<string, number>()
    this.#sizes = home.blocks.map(({ size }) => {
      const key = `${size[0]} ${size[1]}`
      const number = known.get(key) ?? known.size
      known.set(key, number)
      return number
    })
  }

  set(block: number, at: Point): void {
    this.#blocks.set(this.#key(block, this.#column(block, at), this.#row(block, at)), block)
  }

  /** Those of the size of `block` that stand about there. */
  around(block: number, at: Point): number[] {
    const [column, row] = [this.#column(block, at), this.#row(block, at)]
    const found: number[] = []
    for (let across = -1; across <= 1; across++) {
      for (let down = -1; down <= 1; down++) {
        const other = this.#blocks.get(this.#key(block, column + across, row + down))
        if (other !== undefined) found.push(other)
      }
    }
    return found
  }

  #column = (block: number, at: Point): number => Math.floor(at[0] / this.#pitch(block, 0))
  #row = (block: number, at: Point): number => Math.floor(at[1] / this.#pitch(block, 1))
  #pitch = (block: number, axis: 0 | 1): number =>
    (this.#home.blocks[block]?.size[axis] ?? 0) + this.#home.gap[axis]

  /** No place is farther out than a million cells. */
  #key = (block: number, column: number, row: number): number =>
    ((this.#sizes[block] as number) * 2 ** 20 + column + 1) * 2 ** 20 + row + 1
}
