import * as Y from 'yjs'
import { isKind } from '../../src/collab/doc/shape.ts'
import type { Role } from '../../src/collab/doc/wire.ts'
import { KINDS } from '../../src/core/model/records.ts'
import { mayWrite, mayWriteAnything } from '../access/roles.ts'
import type { Inspected, Range } from './inspect-update.ts'
import { placeOf, structAt } from './place.ts'

/**
 * `forbidden`: it would change something that its sender may not. `incomplete`: part of it builds on what neither the
 * document nor the update has, so that nobody can say what it would change.
 */
export type Verdict = 'allowed' | 'forbidden' | 'incomplete'

/**
 * Judges the updates of one person who may write parts of a document only, from each update and the document before it.
 *
 * Every operation that is new has to attach, by its parent or its neighbours, to a part that the person may write: at
 * the top level, in the document, or by way of other new operations of the update, each of which has to do so itself.
 * So in whatever order Yjs integrates them, the first of a chain stands in that part, and the others follow it there.
 *
 * Beyond that nobody may put a record in the place of another, which Yjs would delete; delete a record for good; or
 * write as a client whose earlier operations stand elsewhere, since what that one writes next would then count as known
 * and be lost.
 */
export class Judge {
  readonly #doc: Y.Doc
  readonly #role: Role
  readonly #isOthers: (client: number) => boolean
  /** Up to which clock a client is known to have written what this role may. */
  readonly #proven = new Map<number, number>()
  /** Clock after the last operation that an update adds to a client without a gap. */
  #ends = new Map<number, number>()
  #isIncomplete = false

  /** `isOthers`: whether somebody who may write more speaks for a client. */
  constructor(doc: Y.Doc, role: Role, isOthers: (client: number) => boolean) {
    this.#doc = doc
    this.#role = role
    this.#isOthers = isOthers
  }

  judge({ structs, deletes }: Inspected): Verdict {
    this.#ends = new Map()
    this.#isIncomplete = false
    const fresh = structs.filter(
      (struct): struct is Y.Item | Y.GC =>
        !(struct instanceof Y.Skip) && struct.id.clock + struct.length > this.#stateOf(struct.id.client),
    )
    for (const { id, length } of fresh) {
      if (id.clock > this.#endOf(id.client)) this.#isIncomplete = true
      else this.#ends.set(id.client, Math.max(this.#endOf(id.client), id.clock + length))
    }
    const isAllowed =
      [...new Set(fresh.map(({ id }) => id.client))].every((client) => this.#mayWriteAs(client)) &&
      fresh.every((struct) => this.#mayAdd(struct)) &&
      [...deletes].every(([client, ranges]) => this.#mayDelete(client, ranges))
    if (!isAllowed) return 'forbidden'
    return this.#isIncomplete ? 'incomplete' : 'allowed'
  }

  #mayWriteAs(client: number): boolean {
    if (this.#isOthers(client)) return false
    const structs = this.#doc.store.clients.get(client)
    if (structs === undefined) return true
    const state = this.#stateOf(client)
    const proven = this.#proven.get(client) ?? 0
    for (let index = proven < state ? Y.findIndexSS(structs, proven) : structs.length; ; index++) {
      const struct = structs[index]
      if (struct === undefined) break
      const place = placeOf(struct)
      if (place !== null && !mayWrite(this.#role, place.part)) return false
    }
    this.#proven.set(client, state)
    return true
  }

  #mayAdd(struct: Y.Item | Y.GC): boolean {
    // A placeholder, for what somebody has made and deleted again.
    if (!(struct instanceof Y.Item)) return mayWriteAnything(this.#role)
    const { id, origin, rightOrigin, parentSub, content } = struct
    const parent: unknown = struct.parent
    if (typeof parent === 'string' && !this.#mayCreate(parent, parentSub, content)) return false
    if (id.clock < this.#stateOf(id.client) && !this.#mayGoOn(id.client)) return false
    return (
      this.#mayAttach(struct, origin, false) &&
      this.#mayAttach(struct, rightOrigin, false) &&
      this.#mayAttach(struct, parent instanceof Y.ID ? parent : null, true)
    )
  }

  /**
   * A record is a map, under an id that nothing else on the board has: else it would take the other's place. Fields of
   * the board itself are replaced by whoever may write them.
   */
  #mayCreate(part: string, id: string | null, content: Y.Item['content']): boolean {
    if (!mayWrite(this.#role, part)) return false
    if (!isKind(part)) return true
    const isMap = content instanceof Y.ContentType && content.type instanceof Y.Map
    if (!isMap && !(content instanceof Y.ContentDeleted)) return false
    return id !== null && !KINDS.some((kind) => this.#doc.getMap(kind).has(id))
  }

  /** The rest of an operation of which the document has the beginning comes behind that, whatever it says of itself. */
  #mayGoOn(client: number): boolean {
    const place = placeOf(structAt(this.#doc, Y.createID(client, this.#stateOf(client) - 1)))
    // Yjs cannot put anything behind garbage. Asked for all that is missing, a client sends the rest alone.
    if (place === null) this.#isIncomplete = true
    return place === null || (!place.isTop && mayWrite(this.#role, place.part))
  }

  #mayAttach(struct: Y.Item, to: Y.ID | null, isParent: boolean): boolean {
    if (to === null) return true
    // Nothing builds on itself or on what its own client does later; Yjs would fail on it.
    if (to.client === struct.id.client && to.clock >= struct.id.clock) return false
    if (to.clock >= this.#endOf(to.client)) this.#isIncomplete = true
    if (to.clock >= this.#stateOf(to.client)) return true
    const other = structAt(this.#doc, to)
    const place = placeOf(other)
    // What attaches to garbage becomes garbage.
    if (place === null) return true
    return place.isTop && !isParent
      ? this.#mayCreate(place.part, place.key, struct.content)
      : mayWrite(this.#role, place.part)
  }

  /** Deleting in Yjs' sense, which nothing takes back: values within records, never a record itself. */
  #mayDelete(client: number, ranges: readonly Range[]): boolean {
    const structs = this.#doc.store.clients.get(client) ?? []
    for (const { clock, len } of ranges) {
      if (clock + len > this.#endOf(client)) this.#isIncomplete = true
      if (clock >= this.#stateOf(client)) continue
      for (let index = Y.findIndexSS(structs, clock); ; index++) {
        const struct = structs[index]
        if (struct === undefined || struct.id.clock >= clock + len) break
        const place = struct.deleted ? null : placeOf(struct)
        if (place === null) continue
        if (!mayWrite(this.#role, place.part) || (place.isTop && isKind(place.part))) return false
      }
    }
    return true
  }

  #stateOf(client: number): number {
    return Y.getState(this.#doc.store, client)
  }

  #endOf(client: number): number {
    return this.#ends.get(client) ?? this.#stateOf(client)
  }
}
