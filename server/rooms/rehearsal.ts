import * as Y from 'yjs'
import { HEADER } from '../../src/collab/doc/shape.ts'
import { Excess } from './excess.ts'
import { type List, type Parent, type Piece, Sketch } from './sketch.ts'

type Work = Readonly<{ conflictSteps: number; splitMoves: number }>

/** A board nests three types (record, field, one of `meta.policy`); on thousands programs choke. */
const MOST_NESTED_TYPES = 16

/**
 * Integrates an update into a sketch of the document, by Yjs' own rules and in its order, and counts the work that Yjs
 * would have with it: places passed in the search for an operation's own, and operations moved in the store to split
 * others. Throws an Excess as soon as either is more than `most`, so that what takes the server seconds is known in
 * milliseconds. Of the document only what the update touches is looked at, and nothing is changed.
 */
export class Rehearsal {
  readonly #doc: Y.Doc
  readonly sketch: Sketch
  readonly #header: Y.AbstractType<unknown>
  readonly #most: Work
  #steps = 0
  #moves = 0

  constructor(doc: Y.Doc, most: Work) {
    this.#doc = doc
    this.#header = doc.getMap<unknown>(HEADER) as Y.AbstractType<unknown>
    this.#most = most
    this.sketch = new Sketch(doc, { step: () => this.#step(), move: (count) => this.move(count) })
  }

  get work(): Work {
    return { conflictSteps: this.#steps, splitMoves: this.#moves }
  }

  /** Structs as `Y.decodeUpdate` gives them. */
  integrate(structs: readonly (Y.Item | Y.GC | Y.Skip)[]): void {
    const queues = new Map<number, (Y.Item | Y.GC)[]>()
    for (const struct of structs) {
      if (struct instanceof Y.Skip) continue
      const queue = queues.get(struct.id.client)
      if (queue === undefined) queues.set(struct.id.client, [struct])
      else queue.push(struct)
    }
    const positions = new Map<number, number>()
    const stack: (Y.Item | Y.GC)[] = []
    const next = (client: number): boolean => {
      const position = positions.get(client) ?? 0
      const struct = queues.get(client)?.[position]
      if (struct === undefined) return false
      positions.set(client, position + 1)
      stack.push(struct)
      return true
    }
    // Yjs takes clients with higher numbers first, and what an operation builds on before it.
    for (const client of [...queues.keys()].sort((a, b) => b - a)) {
      while (next(client)) {
        for (let struct = stack.at(-1); struct !== undefined; struct = stack.at(-1)) {
          const missing = this.#missing(struct)
          if (missing === null) {
            this.#add(struct)
            stack.pop()
          } else if (missing === struct.id.client || !next(missing)) {
            // Yjs puts these aside with all that follows them, and the room throws them away.
            for (const { id } of stack.splice(0)) queues.delete(id.client)
          }
        }
      }
    }
  }

  /** Cuts what the update deletes a part of, as Yjs does; ranges in order. */
  delete(client: number, ranges: readonly Readonly<{ clock: number; len: number }>[]): void {
    const state = this.sketch.stateOf(client)
    for (const { clock, len } of ranges) {
      if (clock >= state) break
      this.#cutLiving(client, clock)
      if (clock + len < state) this.#cutLiving(client, clock + len)
    }
  }

  #cutLiving(client: number, clock: number): void {
    const structs = this.#doc.store.clients.get(client)
    if (structs !== undefined && clock < Y.getState(this.#doc.store, client)) {
      const struct = structs[Y.findIndexSS(structs, clock)]
      if (struct?.deleted !== false || struct.id.clock === clock) return
    }
    if (!(this.sketch.at(Y.createID(client, clock)).content instanceof Y.ContentDeleted)) {
      this.sketch.startingAt(Y.createID(client, clock))
    }
  }

  /** Counts further moves of operations in the store. */
  move(count: number): void {
    this.#moves += count
    if (this.#moves > this.#most.splitMoves)
      throw new Excess('A change is too scattered to be applied at once.')
  }

  #step(): void {
    if (++this.#steps > this.#most.conflictSteps) {
      throw new Excess('A change collides with too many others in one place.')
    }
  }

  #missing(struct: Y.Item | Y.GC): number | null {
    const { client, clock } = struct.id
    if (clock > this.sketch.stateOf(client)) return client
    if (!(struct instanceof Y.Item)) return null
    const parent = struct.parent instanceof Y.ID ? struct.parent : null
    return (
      this.#lacking(struct.id, struct.origin) ??
      this.#lacking(struct.id, struct.rightOrigin) ??
      this.#lacking(struct.id, parent)
    )
  }

  /** The client of `wanted`, which an operation builds on, where it is not there yet. */
  #lacking({ client, clock }: Y.ID, wanted: Y.ID | null): number | null {
    if (wanted === null) return null
    if (wanted.client === client) {
      if (wanted.clock >= clock) throw new Error('an operation that builds on a later one')
      return null
    }
    return wanted.clock >= this.sketch.stateOf(wanted.client) ? wanted.client : null
  }

  #add(struct: Y.Item | Y.GC): void {
    const { client } = struct.id
    const clock = this.sketch.stateOf(client)
    const offset = clock - struct.id.clock
    if (offset >= struct.length) return
    const length = struct.length - offset
    const gone = {
      client,
      clock,
      length,
      origin: null,
      rightOrigin: null,
      left: null,
      right: null,
      list: null,
    }
    if (!(struct instanceof Y.Item)) return this.sketch.append({ ...gone, content: null, item: null })
    let left = struct.origin === null ? null : this.sketch.endingAt(struct.origin)
    let origin = left === null ? null : lastIdOf(left)
    const right = struct.rightOrigin === null ? null : this.sketch.startingAt(struct.rightOrigin)
    const list = this.#listFor(struct, left, right)
    // The server alone writes it, and never by a frame: a version of tomorrow would shut everybody out for good.
    if (list?.parent === this.#header) throw new Error('a header that somebody else writes')
    if (offset > 0) {
      origin = Y.createID(client, clock - 1)
      left = this.sketch.endingAt(origin)
    }
    const piece: Piece = {
      client,
      clock,
      length,
      origin,
      left: null,
      right: null,
      rightOrigin: right === null ? null : Y.createID(right.client, right.clock),
      list,
      content: struct.content,
      item: null,
    }
    if (list !== null) {
      this.#place(piece, list, left, right)
      if (!list.isKey && struct.countable) list.added += length
      if (struct.content instanceof Y.ContentType && list.depth >= MOST_NESTED_TYPES)
        throw new Error('types nested too deeply')
    }
    this.sketch.append(piece)
  }

  /** `Item.integrate` of Yjs, without what it does beside finding the place. */
  #place(piece: Piece, list: List, before: Piece | null, after: Piece | null): void {
    let left = before
    const isBetween =
      left === null ? after !== null && this.sketch.left(after) === null : this.sketch.right(left) === after
    if (!isBetween) {
      let other = left === null ? this.sketch.first(list) : this.sketch.right(left)
      let conflicting = new Set<Piece>()
      const passed = new Set<Piece>()
      while (other !== null && other !== after) {
        this.#step()
        passed.add(other)
        conflicting.add(other)
        if (sameId(piece.origin, other.origin)) {
          if (other.client < piece.client) {
            left = other
            conflicting = new Set()
          } else if (sameId(piece.rightOrigin, other.rightOrigin)) break
        } else {
          const origin = other.origin === null ? null : this.sketch.at(other.origin)
          if (origin === null || !passed.has(origin)) break
          if (!conflicting.has(origin)) {
            left = other
            conflicting = new Set()
          }
        }
        other = this.sketch.right(other)
      }
    }
    const right = left === null ? this.sketch.first(list) : this.sketch.right(left)
    piece.left = left
    piece.right = right
    if (left === null) list.start = piece
    else left.right = piece
    if (right === null) list.end = piece
    else right.left = piece
  }

  #listFor(struct: Y.Item, left: Piece | null, right: Piece | null): List | null {
    if ((left !== null && left.list === null) || (right !== null && right.list === null)) return null
    const neighbour = left ?? right
    if (neighbour !== null) return neighbour.list
    const given: unknown = struct.parent
    if (typeof given === 'string')
      return this.sketch.list((this.#doc.share.get(given) as Parent | undefined) ?? given, struct.parentSub)
    if (!(given instanceof Y.ID)) return null
    const content = this.sketch.at(given).content
    return content instanceof Y.ContentType
      ? this.sketch.list(content.type as Parent, struct.parentSub)
      : null
  }
}

const lastIdOf = ({ client, clock, length }: Piece): Y.ID => Y.createID(client, clock + length - 1)

const sameId = (a: Y.ID | null, b: Y.ID | null): boolean =>
  a === b || (a !== null && b !== null && a.client === b.client && a.clock === b.clock)
