import { FARTHEST, withinReach } from '../../model/reach.ts'
import type { Link, Model, Point } from '../../model/records.ts'
import { COMPONENT_SIZE, minus, plus, SEGMENT_LEAST, SEGMENT_PADDING, SEGMENT_TITLE } from '../geometry.ts'
import { type Block, extentOf, type Home, type Leaving, middleOf, type Places, type Tie } from './home.ts'

/** What lies between the border of a segment and what stands in it: room for a link to run along inside. */
const INSET: Point = [SEGMENT_PADDING + 8, SEGMENT_TITLE + SEGMENT_PADDING + 2]
const FAR_INSET: Point = [SEGMENT_PADDING + 8, SEGMENT_PADDING + 8]
/** Room between components, and between what has components in it. */
const GAP: Point = [64, 56]
const SEGMENT_GAP: Point = [72, 64]
/** Between neighbours side by side the longest label of a link should fit, up to here. */
const WIDEST_GAP = 120
const LETTER = 6
const TITLE_LETTER = 8
const WIDEST_TITLE = 320

/** Null is the open canvas. */
export type HomeId = string | null

/** The link, and the two blocks of the home around both of its ends that these stand in. */
type Lifted = Readonly<{ link: Link; from: string; to: string }>

/**
 * A normalised model while its homes are being arranged, the innermost first: what a home needs to know of the homes within it
 * is their size and where links end in them.
 */
export class Arrangement {
  /** Every home that has something in it, each before the one around it. */
  readonly homes: readonly HomeId[]
  readonly #model: Model
  readonly #around = new Map<string, HomeId>()
  readonly #inside = new Map<HomeId, string[]>()
  readonly #lifted = new Map<HomeId, Lifted[]>()
  readonly #leaving = new Map<HomeId, { block: string; component: string; other: string }[]>()
  readonly #at = new Map<string, Point>()
  readonly #size = new Map<string, Point>()
  readonly #segments: ReadonlySet<string>

  constructor(model: Model) {
    this.#model = model
    this.#segments = new Set(model.segments.map(({ id }) => id))
    for (const { id, parent, name, pos } of model.segments) {
      const title = Math.min(WIDEST_TITLE, name.length * TITLE_LETTER + SEGMENT_PADDING)
      this.#add(id, parent, pos, [Math.max(SEGMENT_LEAST[0], title), SEGMENT_LEAST[1]])
    }
    for (const { id, segment, pos } of model.components) this.#add(id, segment, pos, COMPONENT_SIZE)
    for (const { id, segment, pos, size } of model.notes) this.#add(id, segment, pos, size)
    const innermostFirst = model.segments.map(({ id }) => id).reverse()
    this.homes = [...innermostFirst, null].filter((home) => this.#inside.has(home))
    this.#lift(model)
  }

  homeOf(id: HomeId): Home {
    const ids = this.#inside.get(id) ?? []
    const place = new Map(ids.map((block, index) => [block, index]))
    const blocks = ids.map((block): Block => ({ id: block, size: this.#sizeOf(block) }))
    const lifted = this.#lifted.get(id) ?? []
    const ties = lifted.map(
      ({ link, from, to }): Tie => ({
        from: place.get(from) as number,
        to: place.get(to) as number,
        ends: [this.#endIn(from, link.from as string), this.#endIn(to, link.to as string)],
      }),
    )
    const isAroundSegments = ids.some((block) => this.#segments.has(block))
    const [across, down] = isAroundSegments ? SEGMENT_GAP : GAP
    const widest = lifted.reduce((most, { link }) => Math.max(most, labelWidth(link)), 0)
    const needed = isAroundSegments ? widest - 2 * INSET[0] : widest
    return { blocks, ties, gap: [Math.max(across, Math.min(WIDEST_GAP, needed)), down] }
  }

  /** Takes over where the blocks of a home stand, and makes its segment fit. */
  settle(id: HomeId, { blocks }: Home, places: Places): void {
    const inset: Point = id === null ? [0, 0] : INSET
    blocks.forEach((block, index) => this.#at.set(block.id, plus(places[index] as Point, inset)))
    if (id === null) return
    const extent = extentOf(blocks, places)
    const least = this.#sizeOf(id)
    this.#size.set(id, [
      Math.max(least[0], INSET[0] + extent[0] + FAR_INSET[0]),
      Math.max(least[1], INSET[1] + extent[1] + FAR_INSET[1]),
    ])
  }

  /** Where the blocks of a home stand now, as `settle` took it over. */
  placesOf(id: HomeId): Places {
    const inset: Point = id === null ? [0, 0] : INSET
    return (this.#inside.get(id) ?? []).map((block) => minus(this.#at.get(block) as Point, inset))
  }

  /** The links that leave a home, once all homes are settled: where each ends in it, and where it leads, as seen from its corner. */
  leaving(id: HomeId): readonly Leaving[] {
    if (id === null) return []
    const place = new Map((this.#inside.get(id) ?? []).map((block, index) => [block, index]))
    const corner = plus(this.#onCanvas(id), INSET)
    return (this.#leaving.get(id) ?? []).map(({ block, component, other }) => ({
      block: place.get(block) as number,
      end: this.#endIn(block, component),
      to: minus(plus(this.#onCanvas(other), middleOf(COMPONENT_SIZE)), corner),
    }))
  }

  /** How far all links together lead right, or down. */
  drift(axis: 0 | 1): number {
    return this.#model.links.reduce(
      (sum, { from, to }) => sum + this.#onCanvas(to as string)[axis] - this.#onCanvas(from as string)[axis],
      0,
    )
  }

  /** The model with everything where it has been placed. */
  model(): Model {
    const placed = <T extends { readonly id: string }>(record: T) => ({
      ...record,
      pos: withinReach(this.#at.get(record.id) ?? [0, 0]),
    })
    const { segments, components, notes } = this.#model
    return {
      ...this.#model,
      segments: segments.map((segment) => ({ ...placed(segment), size: bounded(this.#sizeOf(segment.id)) })),
      components: components.map(placed),
      notes: notes.map(placed),
    }
  }

  #add(id: string, home: HomeId, at: Point, size: Point): void {
    this.#around.set(id, home)
    this.#at.set(id, at)
    this.#size.set(id, size)
    const neighbours = this.#inside.get(home)
    if (neighbours === undefined) this.#inside.set(home, [id])
    else neighbours.push(id)
  }

  #lift(model: Model): void {
    const depth = new Map<HomeId, number>([[null, 0]])
    for (const { id, parent } of model.segments) depth.set(id, (depth.get(parent) ?? 0) + 1)
    for (const link of model.links) {
      let [from, to] = [link.from as string, link.to as string]
      if (from === to) continue
      let [near, far] = [this.#homeAround(from), this.#homeAround(to)]
      while (near !== far) {
        if ((depth.get(near) ?? 0) >= (depth.get(far) ?? 0)) {
          this.#leaves(near, from, link.from as string, link.to as string)
          from = near as string
          near = this.#homeAround(from)
        } else {
          this.#leaves(far, to, link.to as string, link.from as string)
          to = far as string
          far = this.#homeAround(to)
        }
      }
      const lifted = this.#lifted.get(near)
      if (lifted === undefined) this.#lifted.set(near, [{ link, from, to }])
      else lifted.push({ link, from, to })
    }
  }

  #leaves(home: HomeId, block: string, component: string, other: string): void {
    const leaving = this.#leaving.get(home)
    if (leaving === undefined) this.#leaving.set(home, [{ block, component, other }])
    else leaving.push({ block, component, other })
  }

  #onCanvas(id: string): Point {
    let at: Point = [0, 0]
    for (let each: HomeId = id; each !== null; each = this.#homeAround(each))
      at = plus(at, this.#at.get(each) as Point)
    return at
  }

  /** Where a link that ends at a component ends in the block around it. */
  #endIn(block: string, component: string): Point {
    let end = middleOf(COMPONENT_SIZE)
    for (let at = component; at !== block; at = this.#homeAround(at) as string) {
      end = plus(end, this.#at.get(at) as Point)
    }
    return end
  }

  #homeAround = (id: string): HomeId => this.#around.get(id) ?? null
  #sizeOf = (id: string): Point => this.#size.get(id) as Point
}

const labelWidth = ({ name, interface: kind }: Link): number => {
  const label = name || kind || ''
  return label === '' ? 0 : Math.ceil((label.length * LETTER) / 8) * 8 + 2 * SEGMENT_PADDING
}

const bounded = ([width, height]: Point): [number, number] => [
  Math.min(FARTHEST, width),
  Math.min(FARTHEST, height),
]
