import type { Point } from '../../model/records.ts'
import type { Terrain } from './cost.ts'
import { SpatialIndex } from './spatial-index.ts'
import { stopAt } from './path.ts'

const LABEL_HEIGHT = 18
const PLACES = [0.5, 0.3, 0.7, 0.15, 0.85] as const

/**
 * Where the labels of lines go, one after another: on the longest piece that has a place clear of components, titles
 * and earlier labels, else where they lie on the least. `width` is that of the label.
 */
export class LabelPlacer {
  readonly #terrain: Terrain
  readonly #labels = new SpatialIndex()

  constructor(terrain: Terrain) {
    this.#terrain = terrain
  }

  place(line: readonly Point[], width: number): Point {
    let best: Point = stopAt(line, 0).at
    let least = Infinity
    for (const [a, b] of longestFirst(line)) {
      const length = Math.abs(a[0] - b[0]) + Math.abs(a[1] - b[1])
      const needed = a[1] === b[1] ? width : LABEL_HEIGHT
      for (const share of PLACES) {
        const at: Point = [a[0] + (b[0] - a[0]) * share, a[1] + (b[1] - a[1]) * share]
        const cramped = Math.max(0, 1 - length / (needed + 16))
        const penalty = this.#overlaps(at, width) * 4 + cramped + Math.abs(share - 0.5)
        if (penalty >= least) continue
        least = penalty
        best = at
      }
      if (least < 1) break
    }
    this.keep(best, width)
    return best
  }

  /** Takes note of a label that stands already. */
  keep([x, y]: Point, width: number): void {
    this.#labels.add(x - width / 2, y - LABEL_HEIGHT / 2, x + width / 2, y + LABEL_HEIGHT / 2)
  }

  #overlaps([x, y]: Point, width: number): number {
    const box = [x - width / 2, y - LABEL_HEIGHT / 2, x + width / 2, y + LABEL_HEIGHT / 2] as const
    const { hard, soft } = this.#terrain
    return this.#labels.find(...box).length + hard.find(...box).length + soft.find(...box).length
  }
}

function longestFirst(line: readonly Point[]): (readonly [Point, Point])[] {
  const pieces = line.slice(1).map((point, index) => [line[index] as Point, point] as const)
  const length = ([a, b]: readonly [Point, Point]) => Math.abs(a[0] - b[0]) + Math.abs(a[1] - b[1])
  return pieces.sort((a, b) => length(b) - length(a))
}
