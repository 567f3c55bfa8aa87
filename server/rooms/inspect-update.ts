import * as Y from 'yjs'
import { HEADER, isKind, META } from '../../src/collab/doc/shape.ts'
import { Excess } from './excess.ts'

/** Deeper values than this no board holds, and encoding much deeper ones would end in a stack overflow. */
const MOST_DEPTH = 64

export type Struct = Y.Item | Y.GC | Y.Skip
/** Where operations of one client are deleted, in order and apart from each other. */
export type Range = Readonly<{ clock: number; len: number }>

/** What an update would do, read without touching a document. `creates`: the operations that create a record. */
export type Inspected = Readonly<{
  structs: readonly Struct[]
  deletes: ReadonlyMap<number, readonly Range[]>
  creates: readonly Y.ID[]
}>

type Limits = Readonly<{ fieldBytes: number; textCharacters: number }>

/**
 * Reads an update of a stranger (Yjs, V1). Throws where it is damaged, or holds what no board does: other top-level
 * types, subdocuments, values that are not JSON. Applied, such things could neither be taken back nor encoded again.
 * Throws an Excess for a value or text beyond the limits.
 */
export function inspectUpdate(update: Uint8Array, limits: Limits): Inspected {
  const creates: Y.ID[] = []
  const { structs, ds } = Y.decodeUpdate(update)
  for (const struct of structs) {
    if (struct.length < 1 || !Number.isSafeInteger(struct.id.clock + struct.length)) {
      throw new Error('an operation of impossible length')
    }
    if (!(struct instanceof Y.Item)) continue
    checkContent(struct.content, limits)
    // Undecoded, a top-level parent is still its name.
    const parent: unknown = struct.parent
    if (typeof parent !== 'string') continue
    if (isKind(parent)) creates.push(struct.id)
    else if (parent !== META && parent !== HEADER) throw new Error('a top-level type that no board has')
  }
  for (const ranges of ds.clients.values()) checkRanges(ranges)
  return { structs, deletes: ds.clients, creates }
}

/** Yjs writes them so. Others, which overlap a thousand times, would have it walk the document for each. */
function checkRanges(ranges: readonly Range[]): void {
  let end = 0
  for (const { clock, len } of ranges) {
    if (clock < end || !Number.isSafeInteger(clock + len)) throw new Error('a delete set out of order')
    end = clock + len
  }
}

function checkContent(content: Y.Item['content'], limits: Limits): void {
  if (content instanceof Y.ContentAny || content instanceof Y.ContentJSON) checkPlain(content.arr, limits)
  else if (content instanceof Y.ContentEmbed) checkPlain(content.embed, limits)
  else if (content instanceof Y.ContentFormat) checkPlain(content.value, limits)
  else if (content instanceof Y.ContentType) checkType(content.type)
  else if (content instanceof Y.ContentString) {
    if (content.str.length > limits.textCharacters) throw tooLong()
  } else if (!(content instanceof Y.ContentDeleted)) throw new Error('content that no board holds')
}

function checkType(type: Y.ContentType['type']): void {
  if (type.constructor !== Y.Map && type.constructor !== Y.Text) throw new Error('a type that no board holds')
}

/** `fieldBytes` holds for all text in a value together, a list of lines being one value. */
function checkPlain(value: unknown, { fieldBytes }: Limits): void {
  let bytes = 0
  const pending: { value: unknown; depth: number }[] = [{ value, depth: 0 }]
  const count = (text: string) => {
    bytes += Buffer.byteLength(text)
    if (bytes > fieldBytes) throw tooLong()
  }
  for (let visit = pending.pop(); visit !== undefined; visit = pending.pop()) {
    const { value: current, depth } = visit
    if (typeof current === 'bigint') throw new Error('a value that is not JSON')
    if (typeof current === 'string') count(current)
    if (typeof current !== 'object' || current === null) continue
    if (depth > MOST_DEPTH) throw new Error('a value nested too deeply')
    const prototype: unknown = Object.getPrototypeOf(current)
    if (prototype !== Object.prototype && prototype !== Array.prototype) {
      throw new Error('a value that is not JSON')
    }
    for (const [name, item] of Object.entries(current)) {
      if (prototype === Object.prototype) count(name)
      pending.push({ value: item, depth: depth + 1 })
    }
  }
}

const tooLong = () => new Excess('A text is longer than a board takes.')
