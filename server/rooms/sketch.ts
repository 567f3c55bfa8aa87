import * as Y from 'yjs'

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

export type Parent = Y.AbstractType<unknown> | string

/** Told of what Yjs would have to do: places passed, operations moved in the store. May throw to end it. */
type Costs = Readonly<{ step: () => void; move: (count: number) => void }>

/**
 * The lists of a document as an update would leave them. Of the document only what is asked for is looked at, and nothing is
 * changed: what is cut or put in is told by pieces of the sketch's own.
 */
export class Sketch {
  readonly lists = new Set<List>()
  readonly #doc: Y.Doc
  readonly #costs: Costs
  readonly #split = new Map<Y.Item | Y.GC, Piece[]>()
  /** How often operations of a client in the document have been cut. */
  readonly #cuts = new Map<number, number>()
  readonly #added = new Map<number, Piece[]>()
  readonly #listsOf = new Map<Parent, Map<string | null, List>>()
  /** In which list a type of the update stands. */
  readonly #homes = new Map<Parent, List>()

  constructor(doc: Y.Doc, costs: Costs) {
    this.#doc = doc
    this.#costs = costs
  }

  /** The clock after the last operation of `client`, those of the update included. */
  stateOf(client: number): number {
    const last = this.#added.get(client)?.at(-1)
    return last === undefined ? Y.getState(this.#doc.store, client) : last.clock + last.length
  }

  /** Pieces of a list from the first to the last, for tests. */
  order(list: List): Piece[] {
    const pieces: Piece[] = []
    for (let piece = this.first(list); piece !== null; piece = this.right(piece)) pieces.push(piece)
    return pieces
  }

  /** Puts a piece behind the others of its client, and remembers where a type that it brings stands. */
  append(piece: Piece): void {
    const pieces = this.#added.get(piece.client)
    if (pieces === undefined) this.#added.set(piece.client, [piece])
    else pieces.push(piece)
    const { content, list } = piece
    if (content instanceof Y.ContentType && list !== null) this.#homes.set(content.type as Parent, list)
  }

  list(parent: Parent, sub: string | null): List {
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

  first(list: List): Piece | null {
    if (list.start !== undefined && !list.isKey) return list.start
    // Yjs knows the last value of a key only, and walks from there.
    let first = list.end ?? null
    for (let left = first; left !== null; left = this.left(left)) {
      this.#costs.step()
      first = left
    }
    return first
  }

  left(piece: Piece): Piece | null {
    if (piece.left !== undefined) return piece.left
    const item = piece.item instanceof Y.Item ? piece.item.left : null
    const left = item === null ? null : (this.#piecesOf(item).at(-1) ?? null)
    if (left !== null) left.right = piece
    piece.left = left
    return left
  }

  right(piece: Piece): Piece | null {
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
      list: item === null ? null : this.list(item.parent as Parent, item.parentSub),
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

  at(id: Y.ID): Piece {
    const { pieces, index } = this.#find(id)
    return pieces[index] as Piece
  }

  startingAt(id: Y.ID): Piece {
    const { pieces, index, behind } = this.#find(id)
    const piece = pieces[index] as Piece
    return piece.clock === id.clock || piece.list === null
      ? piece
      : this.#cut(pieces, index, behind, id.clock)
  }

  endingAt(id: Y.ID): Piece {
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
    this.#costs.move(
      behind + (content instanceof Y.ContentAny || content instanceof Y.ContentJSON ? piece.length : 1),
    )
    const right = this.right(piece)
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

function depthOf(type: Y.AbstractType<unknown> | null): number {
  let depth = 0
  for (let at = type?._item ?? null; at !== null; depth++) {
    at = at.parent instanceof Y.AbstractType ? at.parent._item : null
  }
  return depth
}
