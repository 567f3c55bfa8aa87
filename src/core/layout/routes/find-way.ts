import type { Point } from '../../model/records.ts'
import { type Box, bottom, right } from '../geometry.ts'
import { BEND, crowding, type Terrain } from './cost.ts'
import { Heap } from './heap.ts'
import { simplified } from './path.ts'
import { type End, stubOf } from './shapes.ts'
import { isUpright } from './sides.ts'

/** How far around the two ends to look for a way. */
const REACH = 120
/** Lines run at these distances from a component, so that several fit into one gap. */
const LANES = [9, 15, 21, 27, 33]
const MOST_LANES = 80
/** Above 1 the search goes for its goal and gives up a little of the best way for a lot of time. */
const EAGER = 1.2

/**
 * The cheapest way with right angles from one end to the other that passes behind no component (A* over lanes beside the
 * components near by). Null where there is none.
 */
export function findWay(terrain: Terrain, from: End, to: End): readonly Point[] | null {
  const [start, goal] = [stubOf(from), stubOf(to)]
  const near = nearby(terrain, start, goal)
  const xs = lanes(
    near.flatMap((box) => beside(box.at[0], right(box))),
    start[0],
    goal[0],
  )
  const ys = lanes(
    near.flatMap((box) => beside(box.at[1], bottom(box))),
    start[1],
    goal[1],
  )
  const way = new Search(terrain, xs, ys).run(start, isUpright(from.side), goal, isUpright(to.side))
  return way === null ? null : simplified([from.at, ...way, to.at])
}

function nearby(terrain: Terrain, a: Point, b: Point): Box[] {
  const [left, top] = [Math.min(a[0], b[0]) - REACH, Math.min(a[1], b[1]) - REACH]
  const [east, south] = [Math.max(a[0], b[0]) + REACH, Math.max(a[1], b[1]) + REACH]
  return terrain.hard.find(left, top, east, south).map((index) => terrain.hardBoxes[index] as Box)
}

const beside = (low: number, high: number): number[] => LANES.flatMap((lane) => [low - lane, high + lane])

/** Sorted lanes without near repetitions; those of the ends are always among them. */
function lanes(wanted: readonly number[], a: number, b: number): number[] {
  const between = (value: number) => Math.max(Math.min(a, b) - value, value - Math.max(a, b), 0)
  const sorted = [...new Set(wanted.map(Math.round))]
    .sort((p, q) => between(p) - between(q) || p - q)
    .slice(0, MOST_LANES)
  const kept = sorted
    .sort((p, q) => p - q)
    .filter((lane, index, all) => index === 0 || lane - (all[index - 1] as number) >= 5)
  return [...new Set([...kept, a, b])].sort((p, q) => p - q)
}

/** A state is a crossing of two lanes and whether the line came to it up or down (1) or sideways (0). */
class Search {
  readonly #terrain: Terrain
  readonly #xs: readonly number[]
  readonly #ys: readonly number[]
  readonly #steps: Float64Array

  constructor(terrain: Terrain, xs: readonly number[], ys: readonly number[]) {
    this.#terrain = terrain
    this.#xs = xs
    this.#ys = ys
    this.#steps = new Float64Array(xs.length * ys.length * 2).fill(-1)
  }

  run(start: Point, startUpright: boolean, goal: Point, goalUpright: boolean): Point[] | null {
    const [xs, ys] = [this.#xs, this.#ys]
    const stateAt = ([x, y]: Point, upright: boolean) =>
      (xs.indexOf(x) * ys.length + ys.indexOf(y)) * 2 + (upright ? 1 : 0)
    const [first, last] = [stateAt(start, startUpright), stateAt(goal, goalUpright)]
    const spent = new Float64Array(this.#steps.length).fill(Infinity)
    const cameFrom = new Int32Array(this.#steps.length).fill(-1)
    const open = new Heap()
    spent[first] = 0
    open.push(first, 0)
    while (open.size > 0) {
      const state = open.pop()
      if (state === last) return this.#wayTo(last, cameFrom)
      const here = spent[state] as number
      const [column, row, upright] = [Math.floor(state / 2 / ys.length), (state >> 1) % ys.length, state & 1]
      const consider = (nextColumn: number, nextRow: number, nextUpright: 0 | 1) => {
        if (nextColumn < 0 || nextRow < 0 || nextColumn >= xs.length || nextRow >= ys.length) return
        const next = (nextColumn * ys.length + nextRow) * 2 + nextUpright
        const price = next === (state ^ 1) ? BEND : this.#step(column, row, nextColumn, nextRow)
        const total = here + price
        if (total >= (spent[next] as number)) return
        spent[next] = total
        cameFrom[next] = state
        const left =
          Math.abs((xs[nextColumn] as number) - goal[0]) + Math.abs((ys[nextRow] as number) - goal[1])
        open.push(next, total + left * EAGER)
      }
      if (upright === 1) {
        consider(column, row - 1, 1)
        consider(column, row + 1, 1)
        consider(column, row, 0)
      } else {
        consider(column - 1, row, 0)
        consider(column + 1, row, 0)
        consider(column, row, 1)
      }
    }
    return null
  }

  /** What it costs to go on to a neighbouring crossing; Infinity through a component. */
  #step(column: number, row: number, nextColumn: number, nextRow: number): number {
    const [xs, ys] = [this.#xs, this.#ys]
    const upright = column === nextColumn
    const key = (Math.min(column, nextColumn) * ys.length + Math.min(row, nextRow)) * 2 + (upright ? 1 : 0)
    const known = this.#steps[key] as number
    if (known >= 0) return known
    const [x1, x2] = [xs[Math.min(column, nextColumn)] as number, xs[Math.max(column, nextColumn)] as number]
    const [y1, y2] = [ys[Math.min(row, nextRow)] as number, ys[Math.max(row, nextRow)] as number]
    const free = this.#terrain.hard.find(x1, y1, x2, y2).length === 0
    const price = free ? x2 - x1 + y2 - y1 + crowding(this.#terrain, x1, y1, x2, y2) : Infinity
    this.#steps[key] = price
    return price
  }

  #wayTo(last: number, cameFrom: Int32Array): Point[] {
    const way: Point[] = []
    for (let state = last; state >= 0; state = cameFrom[state] as number) {
      way.push([
        this.#xs[Math.floor(state / 2 / this.#ys.length)] as number,
        this.#ys[(state >> 1) % this.#ys.length] as number,
      ])
    }
    return way.reverse()
  }
}
