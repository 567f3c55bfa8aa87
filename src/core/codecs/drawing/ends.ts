import { type Box, bottom, COMPONENT_SIZE, grown, SEGMENT_PADDING } from '../../layout/geometry.ts'
import { BLANK_COMPONENT } from '../../model/blank.ts'
import type { Component, Point } from '../../model/records.ts'
import type { Draft } from '../draft.ts'
import { homeOf, type Piece } from './arrange.ts'
import { Nest } from './nest.ts'

/** How near to a shape, in units of the drawing, a line ends at it to the eye. */
const REACH = 8

/** Where a line of a drawing ends: at the record of this id, if the file says at which; and the point, if it says where. */
export type DrawnEnd = Readonly<{ on: string | null; at: Point | null }>
/** The component that a link ends at, and what was changed for it, in words. */
export type FoundEnd = Readonly<{ component: string; words: string | null }>

/**
 * Finds a component for every end of a line, since a link has two: the one it is tied to, else the one at which it ends to
 * the eye; where it ends at a segment or nowhere, one that stands in for that, so that no line is dropped.
 */
export class Ends {
  readonly #draft: Draft
  readonly #pieces: ReadonlyMap<string, Piece>
  readonly #components: Nest
  readonly #segments: Nest
  readonly #ofSegment = new Map<string, string>()
  /** How far down what is drawn in each segment reaches. */
  readonly #lowest = new Map<string, number>()
  /** The components that stand in for something, to be added to the pieces. */
  readonly standIns: Piece[] = []

  constructor(draft: Draft, pieces: readonly Piece[]) {
    const boxed = (kind: Piece['kind']) =>
      pieces.flatMap((piece) =>
        piece.kind === kind && piece.box !== null ? [[piece.record.id, piece.box] as const] : [],
      )
    this.#draft = draft
    for (const piece of pieces) {
      const home = homeOf(piece)
      if (home !== null && piece.box !== null)
        this.#lowest.set(home, Math.max(bottom(piece.box), this.#lowest.get(home) ?? -Infinity))
    }
    this.#pieces = new Map(pieces.map((piece) => [piece.record.id, piece]))
    this.#components = new Nest(boxed('components').map(([id, box]) => [id, grown(box, REACH)]))
    this.#segments = new Nest(boxed('segments'))
  }

  /** `link` is the id of the line, after which a stand-in is called; `other` is its other end, beside which that stands where nothing says where. */
  find(end: DrawnEnd, link: string, other: DrawnEnd): FoundEnd {
    const piece = end.on === null ? undefined : this.#pieces.get(end.on)
    if (piece?.kind === 'components') return { component: piece.record.id, words: null }
    if (piece?.kind === 'segments') {
      const component = this.#standInFor(piece.record.id, piece.record.name, piece.box)
      return {
        component,
        words: `ends at ${named(piece.record.name)}, for which a component stands in there`,
      }
    }
    const seen = end.at === null ? null : this.#components.around({ at: end.at, size: [0, 0] })
    if (seen !== null) {
      const name = this.#pieces.get(seen)?.record as Component
      return {
        component: seen,
        words: `has an end that is not tied, and is taken to end at ${named(name.name)}`,
      }
    }
    return {
      component: this.#openEnd(end.at ?? this.#beside(other), link),
      words: 'has an end that is tied to nothing, for which a component stands in',
    }
  }

  /** That more shapes lie across each other than can be told apart. */
  get gaveUp(): boolean {
    return this.#components.gaveUp || this.#segments.gaveUp
  }

  #standInFor(segment: string, name: string, box: Box | null): string {
    const known = this.#ofSegment.get(segment)
    if (known !== undefined) return known
    const above = this.#lowest.get(segment) ?? -Infinity
    const corner: Point | null =
      box === null
        ? null
        : [
            box.at[0] + SEGMENT_PADDING,
            Math.max(bottom(box) - COMPONENT_SIZE[1] - SEGMENT_PADDING, above + SEGMENT_PADDING),
          ]
    const id = this.#add(`${segment}-end`, name, segment, corner, 'segment end')
    this.#ofSegment.set(segment, id)
    return id
  }

  #openEnd(at: Point | null, link: string): string {
    const corner: Point | null =
      at === null ? null : [at[0] - COMPONENT_SIZE[0] / 2, at[1] - COMPONENT_SIZE[1] / 2]
    const home = at === null ? null : this.#segments.around({ at, size: [0, 0] })
    return this.#add(`${link}-end`, '(open end)', home, corner, 'open end')
  }

  #beside({ on, at }: DrawnEnd): Point | null {
    const box = on === null ? null : (this.#pieces.get(on)?.box ?? null)
    if (box !== null) return [box.at[0] + box.size[0] + COMPONENT_SIZE[0], box.at[1] + box.size[1] / 2]
    return at === null ? null : [at[0] + 2 * COMPONENT_SIZE[0], at[1]]
  }

  #add(wanted: string, name: string, segment: string | null, corner: Point | null, type: string): string {
    const id = this.#draft.fresh(wanted)
    const record: Component = { ...BLANK_COMPONENT, id, name, segment }
    this.standIns.push({
      kind: 'components',
      record,
      box: corner === null ? null : { at: corner, size: COMPONENT_SIZE },
    })
    this.#draft.isForeign(id, type, name)
    return id
  }
}

const named = (name: string): string => (name === '' ? 'something without a name' : `“${name}”`)
