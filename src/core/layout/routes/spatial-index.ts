/** Canvas units to a side; about the size of a component, so that a search looks at few cells. */
const CELL = 128
/** What covers more cells than this is looked at by every search instead, so that no coordinate makes one slow. */
const MOST_CELLS = 400

/** Rectangles in a grid of cells, found by where they are. Coordinates are left, top, right, bottom. */
export class SpatialIndex {
  readonly #boxes: number[] = []
  readonly #cells = new Map<number, number[]>()
  readonly #everywhere: number[] = []
  readonly #stamps: number[] = []
  #stamp = 0

  /** Returns the number by which `find` will name it: 0, 1, 2 … */
  add(left: number, top: number, right: number, bottom: number): number {
    const index = this.#boxes.length / 4
    this.#boxes.push(left, top, right, bottom)
    this.#stamps.push(0)
    if (cellCount(left, top, right, bottom) > MOST_CELLS) this.#everywhere.push(index)
    else {
      for (let x = cellOf(left); x <= cellOf(right); x++) {
        for (let y = cellOf(top); y <= cellOf(bottom); y++) {
          const key = keyOf(x, y)
          const cell = this.#cells.get(key)
          if (cell === undefined) this.#cells.set(key, [index])
          else cell.push(index)
        }
      }
    }
    return index
  }

  /** One edge of one that was added: 0 left, 1 top, 2 right, 3 bottom. */
  edge(index: number, which: 0 | 1 | 2 | 3): number {
    return this.#boxes[index * 4 + which] as number
  }

  /** Those that have a point in common with the rectangle, each once. */
  find(left: number, top: number, right: number, bottom: number): readonly number[] {
    const found: number[] = []
    if (this.#boxes.length === 0) return found
    this.#stamp++
    if (cellCount(left, top, right, bottom) > MOST_CELLS) {
      for (let index = 0; index * 4 < this.#boxes.length; index++)
        this.#look(index, left, top, right, bottom, found)
      return found
    }
    for (const index of this.#everywhere) this.#look(index, left, top, right, bottom, found)
    const [lastX, lastY] = [cellOf(right), cellOf(bottom)]
    for (let x = cellOf(left); x <= lastX; x++) {
      for (let y = cellOf(top); y <= lastY; y++) {
        const cell = this.#cells.get(keyOf(x, y))
        if (cell === undefined) continue
        for (let at = 0; at < cell.length; at++)
          this.#look(cell[at] as number, left, top, right, bottom, found)
      }
    }
    return found
  }

  #look(index: number, left: number, top: number, right: number, bottom: number, found: number[]): void {
    if (this.#stamps[index] === this.#stamp) return
    this.#stamps[index] = this.#stamp
    const [boxes, at] = [this.#boxes, index * 4]
    if (left > (boxes[at + 2] as number) || right < (boxes[at] as number)) return
    if (top <= (boxes[at + 3] as number) && bottom >= (boxes[at + 1] as number)) found.push(index)
  }
}

const cellOf = (value: number): number => Math.floor(value / CELL)
const keyOf = (x: number, y: number): number => x * 1_048_576 + y
const cellCount = (left: number, top: number, right: number, bottom: number): number =>
  (cellOf(right) - cellOf(left) + 1) * (cellOf(bottom) - cellOf(top) + 1)
