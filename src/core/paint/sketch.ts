import type { Link } from '../model/records.ts'
import {
  type ComponentPaint,
  type CoverPaint,
  type LinkPaint,
  NO_COMPONENT_PAINT,
  NO_LINK_PAINT,
  type Paint,
  type PaintMode,
} from './marks.ts'

export type Ends = ReadonlyMap<string, Pick<Link, 'from' | 'to'>>

type Draft<T> = { -readonly [Key in keyof T]: T[Key] }

/** A paint while it is being made. Elements are changed in place: on a large board they are met many times over. */
export class Sketch implements Paint {
  mode: PaintMode = 'plain'
  readonly components = new Map<string, Draft<ComponentPaint>>()
  readonly links = new Map<string, Draft<LinkPaint>>()
  readonly segments = new Map<string, CoverPaint>()
  readonly #ends: Ends

  constructor(ends: Ends) {
    this.#ends = ends
  }

  component(id: string): Draft<ComponentPaint> {
    let paint = this.components.get(id)
    if (paint === undefined) this.components.set(id, (paint = { ...NO_COMPONENT_PAINT }))
    return paint
  }

  link(id: string): Draft<LinkPaint> {
    let paint = this.links.get(id)
    if (paint === undefined) this.links.set(id, (paint = { ...NO_LINK_PAINT }))
    return paint
  }

  /** Someone goes along a link from one of its ends. */
  walk(id: string, start: string | undefined): void {
    const ends = this.#ends.get(id)
    if (ends === undefined) return
    const paint = this.link(id)
    const way = ends.from === start ? 'forward' : 'backward'
    paint.flow = paint.flow === null || paint.flow === way ? way : 'both'
  }

  /** Someone stands before the closed door of a component, at the end of a link. */
  door(id: string | undefined, component: string): void {
    const ends = id === undefined ? undefined : this.#ends.get(id)
    if (id !== undefined && ends !== undefined) this.link(id).door = ends.to === component ? 'to' : 'from'
  }
}
