import * as Y from 'yjs'
import { HEADER } from '../../src/collab/doc/shape.ts'
import { Excess } from './excess.ts'

/** A run of operations in its place in a list; `left` and `right` are undefined where they are as in the document. */
export type Piece = {
  readonly client: number
  readonly clock: number
  length: number
  readonly origin: Y.ID | null
  readonly rightOrigin: Y.ID | null
  left: Piece | null | undefined
  right: Piece | null | undefined
  /** Null for what Yjs keeps no content of. */
  readonly list: List | null
  readonly content: Y.Item['content'] | null
  /** The operation in the document that this is a part of. */
  readonly item: Y.Item | Y.GC | null
}

/** The children of a type, or all values that a key of it has had, from the first to the one that counts. */
export type List = {
  readonly parent: Y.AbstractType<unknown> | null
  readonly isKey: boolean
  /** How many types it lies in. */
  readonly depth: number
  /** Length of what is added to it, as far as it counts. */
  added: number
  start: Piece | null | undefined
  end: Piece | null | undefined
}

type Work = Readonly<{ conflictSteps: number; splitMoves: number }>
type Parent = Y.AbstractType<unknown> | string

/** A board nests three types (record, field, one of `meta.policy`); on thousands programs choke. */
const MOST_NESTED_TYPES = 16

/**
 * Integrates an update into a sketch of the document, by Yjs' own rules and in its order, and counts the work that Yjs
 * would have with it: places passed in the search for an operation's own, and operations moved in the store to split
 * others. Throws an Excess as soon as either is more than `most`, so that what takes the server seconds is known in
 * milliseconds. Of the document only what the update touches is looked at, and nothing is changed.
 */
export class Rehearsal {
  readonly lists = new Set<List>()
  readonly #doc: Y.Doc
  readonly #header: Y.AbstractType<unknown>
  readonly #most: Work
  readonly #split = new Map<Y.Item | Y.GC, Piece[]>()
  /** How often operations of a client in the document have been cut. */
  readonly #cuts = new Map<number, number>()
  readonly #added = new Map<number, Piece[]>()
  readonly #listsOf = new Map<Parent, Map<string | null, List>>()
  /** In which list a type of the update stands. */
  readonly #homes = new Map<Parent, List>()
  #steps = 0
  #moves = 0

  constructor(doc: Y.Doc, most: Work) {
    this.#doc = doc
    this.#header = doc.getMap<unknown>(HEADER) as Y.AbstractType<unknown>
    this.#most = most
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
    const state = this.stateOf(client)
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
    if (!(this.#at(Y.createID(client, clock)).content instanceof Y.ContentDeleted)) {
      this.#startingAt(Y.createID(client, clock))
    }
  }

  /** Counts further moves of operations in the store. */
  move(count: number): void {
    this.#moves += count
    if (this.#moves > this.#most.splitMoves)
      throw new Excess('A change is too scattered to be applied at once.')
  }

  /** The clock after the last operation of `client`, those of the update included. */
  stateOf(client: number): number {
    const last = this.#added.get(client)?.at(-1)
    return last === undefined ? Y.getState(this.#doc.store, client) : last.clock + last.length
  }

  /** Pieces of a list from the first to the last, for tests. */
  order(list: List): Piece[] {
    const pieces: Piece[] = []
    for (let piece = this.#first(list); piece !== null; piece = this.#right(piece)) pieces.push(piece)
    return pieces
  }

  #step(): void {
    if (++this.#steps > this.#most.conflictSteps) {
      throw new Excess('A change collides with too many others in one place.')
    }
  }

  #missing(struct: Y.Item | Y.GC): number | null {
    const { client, clock } = struct.id
    if (clock > this.stateOf(client)) return client
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
    return wanted.clock >= this.stateOf(wanted.client) ? wanted.client : null
  }

  #add(struct: Y.Item | Y.GC): void {
    const { client } = struct.id
    const clock = this.stateOf(client)
    const offset = clock - struct.id.clock
    if (offset >= struct.length) return
    const length = struct.length - offset
    const push = (piece: Piece) => {
      const pieces = this.#added.get(client)
      if (pieces === undefined) this.#added.set(client, [piece])
      else pieces.push(piece)
    }
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
    if (!(struct instanceof Y.Item)) return push({ ...gone, content: null, item: null })
    let left = struct.origin === null ? null : this.#endingAt(struct.origin)
    let origin = left === null ? null : lastIdOf(left)
    const right = struct.rightOrigin === null ? null : this.#startingAt(struct.rightOrigin)
    const list = this.#listFor(struct, left, right)
    // The server alone writes it, and never by a frame: a version of tomorrow would shut everybody out for good.
    if (list?.parent === this.#header) throw new Error('a header that somebody else writes')
    if (offset > 0) {
      origin = Y.createID(client, clock - 1)
      left = this.#endingAt(origin)
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
      if (struct.content instanceof Y.ContentType) {
        if (list.depth >= MOST_NESTED_TYPES) throw new Error('types nested too deeply')
        this.#homes.set(struct.content.type as Parent, list)
      }
    }
    push(piece)
  }

  /** `Item.integrate` of Yjs, without what it does beside finding the place. */
  #place(piece: Piece, list: List, before: Piece | null, after: Piece | null): void {
    let left = before
    const isBetween =
      left === null ? after !== null && this.#left(after) === null : this.#right(left) === after
    if (!isBetween) {
      let other = left === null ? this.#first(list) : this.#right(left)
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
          const origin = other.origin === null ? null : this.#at(other.origin)
          if (origin === null || !passed.has(origin)) break
          if (!conflicting.has(origin)) {
            left = other
            conflicting = new Set()
          }
        }
        other = this.#right(other)
      }
    }
    const right = left === null ? this.#first(list) : this.#right(left)
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
      return this.#list((this.#doc.share.get(given) as Parent | undefined) ?? given, struct.parentSub)
    if (!(given instanceof Y.ID)) return null
    const content = this.#at(given).content
    return content instanceof Y.ContentType ? this.#list(content.type as Parent, struct.parentSub) : null
  }

  #list(parent: Parent, sub: string | null): List {
    let lists = this.#listsOf.get(parent)
    if (lists === undefined) this.#listsOf.set(parent, (lists = new Map<string | null, List>()))
    let list = lists.get(sub)
    if (list === undefined) {
      const home = this.#homes.get(parent)
      const known = typeof parent === 'string' || home !== undefined ? null : parent
      list = {
        parent: known,
        isKey: sub !== null,
        depth: home === undefined ? depthOf(known) : home.depth + 1,
        added: 0,
        start: known === null ? null : undefined,
        end: known === null ? null : undefined,
      }
      lists.set(sub, list)
      this.lists.add(list)
      if (known !== null && sub !== null) list.end = this.#whole(known._map.get(sub) ?? null)
      if (known !== null && sub === null) list.start = this.#whole(known._start)
    }
    return list
  }

  #first(list: List): Piece | null {
    if (list.start !== undefined && !list.isKey) return list.start
    // Yjs knows the last value of a key only, and walks from there.
    let first = list.end ?? null
    for (let left = first; left !== null; left = this.#left(left)) {
      this.#step()
      first = left
    }
    return first
  }

  #left(piece: Piece): Piece | null {
    if (piece.left !== undefined) return piece.left
    const item = piece.item instanceof Y.Item ? piece.item.left : null
    const left = item === null ? null : (this.#piecesOf(item).at(-1) ?? null)
    if (left !== null) left.right = piece
    piece.left = left
    return left
  }

  #right(piece: Piece): Piece | null {
    if (piece.right !== undefined) return piece.right
    const right = piece.item instanceof Y.Item ? this.#whole(piece.item.right) : null
    if (right !== null) right.left = piece
    piece.right = right
    return right
  }

  /** The first piece of an operation in the document. */
  #whole(item: Y.Item | null): Piece | null {
    return item === null ? null : (this.#piecesOf(item)[0] ?? null)
  }

  #piecesOf(struct: Y.Item | Y.GC): Piece[] {
    const known = this.#split.get(struct)
    if (known !== undefined) return known
    const { id, length } = struct
    const item = struct instanceof Y.Item ? struct : null
    const piece: Piece = {
      client: id.client,
      clock: id.clock,
      length,
      origin: item?.origin ?? null,
      rightOrigin: item?.rightOrigin ?? null,
      left: undefined,
      right: undefined,
      list: item === null ? null : this.#list(item.parent as Parent, item.parentSub),
      content: item?.content ?? null,
      item: struct,
    }
    // Finding its list may have made it, as the list's first or last.
    const made = this.#split.get(struct)
    if (made !== undefined) return made
    const pieces = [piece]
    this.#split.set(struct, pieces)
    return pieces
  }

  #find({ client, clock }: Y.ID): { pieces: Piece[]; index: number; behind: number } {
    const { clients } = this.#doc.store
    if (clock < Y.getState(this.#doc.store, client)) {
      const structs = clients.get(client) ?? []
      const at = Y.findIndexSS(structs, clock)
      const pieces = this.#piecesOf(structs[at] as Y.Item | Y.GC)
      const index = indexIn(pieces, clock)
      const cuts = (this.#cuts.get(client) ?? 0) - index
      const behind = structs.length - at + (this.#added.get(client)?.length ?? 0) + cuts
      return { pieces, index, behind }
    }
    const pieces = this.#added.get(client) ?? []
    const index = indexIn(pieces, clock)
    return { pieces, index, behind: pieces.length - index }
  }

  #at(id: Y.ID): Piece {
    const { pieces, index } = this.#find(id)
    return pieces[index] as Piece
  }

  #startingAt(id: Y.ID): Piece {
    const { pieces, index, behind } = this.#find(id)
    const piece = pieces[index] as Piece
    return piece.clock === id.clock || piece.list === null
      ? piece
      : this.#cut(pieces, index, behind, id.clock)
  }

  #endingAt(id: Y.ID): Piece {
    const { pieces, index, behind } = this.#find(id)
    const piece = pieces[index] as Piece
    const last = piece.clock + piece.length - 1
    if (last !== id.clock && piece.list !== null) this.#cut(pieces, index, behind, id.clock + 1)
    return piece
  }

  /** Cuts a piece in two before `clock`, as Yjs does, and returns the second. */
  #cut(pieces: Piece[], index: number, behind: number, clock: number): Piece {
    const piece = pieces[index] as Piece
    const { content } = piece
    // A list of values is copied, operations behind it in the store are moved.
    this.move(
      behind + (content instanceof Y.ContentAny || content instanceof Y.ContentJSON ? piece.length : 1),
    )
    const right = this.#right(piece)
    const second: Piece = {
      ...piece,
      clock,
      length: piece.clock + piece.length - clock,
      origin: Y.createID(piece.client, clock - 1),
      left: piece,
      right,
    }
    piece.length = clock - piece.clock
    piece.right = second
    if (right !== null) right.left = second
    else if (piece.list !== null) piece.list.end = second
    pieces.splice(index + 1, 0, second)
    if (piece.item !== null) this.#cuts.set(piece.client, (this.#cuts.get(piece.client) ?? 0) + 1)
    return second
  }
}

function indexIn(pieces: readonly Piece[], clock: number): number {
  let low = 0
  let high = pieces.length - 1
  while (low < high) {
    const middle = (low + high + 1) >> 1
    if ((pieces[middle] as Piece).clock <= clock) low = middle
    else high = middle - 1
  }
  return low
}

const lastIdOf = ({ client, clock, length }: Piece): Y.ID => Y.createID(client, clock + length - 1)

const sameId = (a: Y.ID | null, b: Y.ID | null): boolean =>
  a === b || (a !== null && b !== null && a.client === b.client && a.clock === b.clock)

function depthOf(type: Y.AbstractType<unknown> | null): number {
  let depth = 0
  for (let at = type?._item ?? null; at !== null; depth++) {
    at = at.parent instanceof Y.AbstractType ? at.parent._item : null
  }
  return depth
}
