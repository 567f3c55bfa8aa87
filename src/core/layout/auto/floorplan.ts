import type { Point } from '../../model/records.ts'
import {
  type Block,
  costOf,
  type Home,
  lengthOf,
  type Places,
  settled,
  sizeWeight,
  spread,
  type Tie,
} from './home.ts'

const PASSES = 6

/**
 * Places blocks one after another, each where its links to those that are placed are short and the whole stays small, in line
 * with an edge or an end of one that is placed; then moves and swaps them as long as that helps. The work grows
 * with the square of the blocks, times blocks and ties: sixty blocks take a third of a second.
 */
export function floorplan(home: Home): Places {
  const plan = new Plan(home)
  for (const block of orderOf(home)) plan.put(block)
  for (let pass = 0; pass < PASSES && plan.improve(); pass++);
  return settled(plan.places())
}

/** Whatever is tied most to what comes before it, the largest of equals first. */
function orderOf({ blocks, ties }: Home): number[] {
  const area = ({ size }: Block) => size[0] * size[1]
  const pull = blocks.map(() => 0)
  for (const { from, to } of ties) for (const end of [from, to]) pull[end] = (pull[end] as number) + 0.01
  const left = new Set(blocks.keys())
  const order: number[] = []
  while (left.size > 0) {
    let best = -1
    for (const block of left) {
      const ahead = best === -1 ? 1 : (pull[block] as number) - (pull[best] as number)
      if (ahead > 0 || (ahead === 0 && area(blocks[block] as Block) > area(blocks[best] as Block)))
        best = block
    }
    left.delete(best)
    order.push(best)
    for (const { from, to } of ties) {
      if (from === best) pull[to] = (pull[to] as number) + 1
      if (to === best) pull[from] = (pull[from] as number) + 1
    }
  }
  return order
}

class Plan {
  readonly #home: Home
  readonly #tiesOf: readonly Tie[][]
  readonly #at: (Point | null)[]

  constructor(home: Home) {
    this.#home = home
    this.#at = home.blocks.map(() => null)
    this.#tiesOf = home.blocks.map((_, block) =>
      home.ties.filter(({ from, to }) => from === block || to === block),
    )
  }

  places = (): Places => this.#at.map((at) => at ?? [0, 0])

  /** Places a block where it is best, all others staying. */
  put(block: number): void {
    this.#at[block] = null
    let best: Point = [0, 0]
    let least = Infinity
    const bounds = this.#bounds()
    const weight = sizeWeight(this.#home.ties.length)
    const size = this.#sizeOf(block)
    for (const at of this.#candidates(block)) {
      const grown: Point = [
        Math.max(bounds[2], at[0] + size[0]) - Math.min(bounds[0], at[0]),
        Math.max(bounds[3], at[1] + size[1]) - Math.min(bounds[1], at[1]),
      ]
      // The sum decides among places that all lie within what is taken up already.
      let cost = weight * (spread(grown) + 0.01 * (grown[0] + grown[1]))
      if (cost >= least) continue
      cost += this.#pull(block, at)
      if (cost >= least || !this.#isFree(block, at)) continue
      least = cost
      best = at
    }
    this.#at[block] = best
  }

  /** Whether anything got better by placing blocks again or swapping two of one size. */
  improve(): boolean {
    const before = this.#cost()
    let cost = before
    const attempt = (change: () => void) => {
      const old = [...this.#at]
      change()
      const now = this.#cost()
      if (now < cost - 0.5) cost = now
      else old.forEach((at, block) => (this.#at[block] = at))
    }
    const { blocks } = this.#home
    for (const block of blocks.keys()) attempt(() => this.put(block))
    for (const a of blocks.keys()) {
      for (let b = a + 1; b < blocks.length; b++) {
        if (sameSize(blocks[a] as Block, blocks[b] as Block)) attempt(() => this.#swap(a, b))
      }
    }
    return cost < before
  }

  #swap(a: number, b: number): void {
    const at = this.#at[a] as Point
    this.#at[a] = this.#at[b] as Point
    this.#at[b] = at
  }

  #cost(): number {
    return costOf(this.#home, settled(this.places()))
  }

  #sizeOf = (block: number): Point => (this.#home.blocks[block] as Block).size

  #pull(block: number, at: Point): number {
    let sum = 0
    for (const tie of this.#tiesOf[block] as Tie[]) {
      const [from, to] = [
        tie.from === block ? at : this.#at[tie.from],
        tie.to === block ? at : this.#at[tie.to],
      ]
      if (from && to) sum += lengthOf(tie, from, to)
    }
    return sum
  }

  #bounds(): [number, number, number, number] {
    const bounds: [number, number, number, number] = [Infinity, Infinity, -Infinity, -Infinity]
    this.#at.forEach((at, block) => {
      if (at === null) return
      const [w, h] = this.#sizeOf(block)
      bounds[0] = Math.min(bounds[0], at[0])
      bounds[1] = Math.min(bounds[1], at[1])
      bounds[2] = Math.max(bounds[2], at[0] + w)
      bounds[3] = Math.max(bounds[3], at[1] + h)
    })
    return bounds
  }

  /** Beside, in line with an edge of, or with an end of a link straight across from another block. */
  #candidates(block: number): Point[] {
    const [w, h] = this.#sizeOf(block)
    const [gx, gy] = this.#home.gap
    const [xs, ys] = [new Set<number>(), new Set<number>()]
    this.#at.forEach((at, other) => {
      if (at === null) return
      const [ow, oh] = this.#sizeOf(other)
      for (const x of [at[0], at[0] + ow - w, at[0] + ow + gx, at[0] - gx - w]) xs.add(x)
      for (const y of [at[1], at[1] + oh - h, at[1] + oh + gy, at[1] - gy - h]) ys.add(y)
    })
    for (const { from, to, ends } of this.#tiesOf[block] as Tie[]) {
      const [own, far, other] = from === block ? [ends[0], ends[1], to] : [ends[1], ends[0], from]
      const at = this.#at[other]
      if (!at) continue
      xs.add(at[0] + far[0] - own[0])
      ys.add(at[1] + far[1] - own[1])
    }
    if (xs.size === 0) return [[0, 0]]
    return [...xs].flatMap((x) => [...ys].map((y): Point => [x, y]))
  }

  #isFree(block: number, [x, y]: Point): boolean {
    const [w, h] = this.#sizeOf(block)
    const [gx, gy] = this.#home.gap
    return this.#at.every((at, other) => {
      if (at === null) return true
      const [ow, oh] = this.#sizeOf(other)
      return x >= at[0] + ow + gx || at[0] >= x + w + gx || y >= at[1] + oh + gy || at[1] >= y + h + gy
    })
  }
}

const sameSize = (a: Block, b: Block): boolean => a.size[0] === b.size[0] && a.size[1] === b.size[1]
