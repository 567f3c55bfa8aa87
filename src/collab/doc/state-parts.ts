import * as encoding from 'lib0/encoding'
import * as Y from 'yjs'

/** Items that are put into a document without the page missing a frame. */
const AT_A_TIME = 500

type Struct = Y.Item | Y.GC | Y.Skip
type Decoded = ReturnType<typeof Y.decodeUpdateV2>
/** What one client has made, in order, and which of it comes next. */
type Line = { readonly client: number; readonly list: Struct[]; next: number }

/**
 * A whole document's state (`encodeStateAsUpdateV2`) as updates that can be put into an empty document one after another. Each
 * rests only on those before it, and what has been deleted comes with the last. Where something is missing in it or refers
 * to itself in the end, the last is all of it.
 */
export function* stateParts(state: Uint8Array, size = AT_A_TIME): Generator<Uint8Array, void, void> {
  const { structs, ds } = Y.decodeUpdateV2(state)
  if (structs.length > size) {
    let part: Struct[] = []
    for (const struct of inCausalOrder(structs)) {
      if (struct === null) {
        yield Y.convertUpdateFormatV2ToV1(state)
        return
      }
      part.push(struct)
      if (part.length < size) continue
      yield encode(part)
      part = []
    }
    yield encode(part, ds)
  } else yield Y.convertUpdateFormatV2ToV1(state)
}

/** What some updates make together, in parts. */
export function joinedParts(updates: readonly Uint8Array[]): Generator<Uint8Array, void, void> {
  const doc = new Y.Doc()
  doc.transact(() => updates.forEach((update) => Y.applyUpdate(doc, update)))
  return stateParts(Y.encodeStateAsUpdateV2(doc))
}

/** Each after what it refers to; null, and no more, where that cannot be. */
function* inCausalOrder(structs: readonly Struct[]): Generator<Struct | null, void, void> {
  const lines = new Map<number, Line>()
  for (const struct of structs) {
    const { client } = struct.id
    const line = lines.get(client) ?? { client, list: [], next: 0 }
    lines.set(client, line)
    line.list.push(struct)
  }
  const missingTo = (struct: Struct): Y.ID | undefined =>
    refersTo(struct).find(({ client, clock }) => {
      const line = client === struct.id.client ? undefined : lines.get(client)
      const next = line?.list[line.next]
      return next !== undefined && clock >= next.id.clock
    })
  for (const start of lines.values()) {
    const open = [{ line: start, until: Number.POSITIVE_INFINITY }]
    for (let last = open.at(-1); last !== undefined; last = open.at(-1)) {
      const { line, until } = last
      const struct = line.list[line.next]
      if (struct === undefined || struct.id.clock > until) {
        open.pop()
        continue
      }
      const missing = missingTo(struct)
      const wanted = missing === undefined ? undefined : lines.get(missing.client)
      if (struct instanceof Y.Skip || open.some((each) => each.line === wanted)) {
        yield null
        return
      }
      if (missing !== undefined && wanted !== undefined) open.push({ line: wanted, until: missing.clock })
      else {
        line.next++
        yield struct
      }
    }
  }
}

function refersTo(struct: Struct): Y.ID[] {
  if (!(struct instanceof Y.Item)) return []
  // Not put into a document yet: its parent is still a name or an id.
  const { origin, rightOrigin } = struct
  const parent = struct.parent as unknown
  return [origin, rightOrigin, parent].filter((id) => id instanceof Y.ID)
}

/** An update of these, each client's in order, and of what is deleted, as Yjs lays one out (version 1). */
function encode(structs: readonly Struct[], deleted: Decoded['ds'] | null = null): Uint8Array {
  const clients = new Map<number, Struct[]>()
  for (const struct of structs) {
    const list = clients.get(struct.id.client) ?? []
    clients.set(struct.id.client, list)
    list.push(struct)
  }
  const encoder = new Y.UpdateEncoderV1()
  const { restEncoder: rest } = encoder
  encoding.writeVarUint(rest, clients.size)
  for (const [client, list] of clients) {
    encoding.writeVarUint(rest, list.length)
    encoder.writeClient(client)
    encoding.writeVarUint(rest, list[0]?.id.clock ?? 0)
    for (const struct of list) struct.write(encoder, 0)
  }
  encoding.writeVarUint(rest, deleted?.clients.size ?? 0)
  for (const [client, ranges] of deleted?.clients ?? []) {
    encoding.writeVarUint(rest, client)
    encoding.writeVarUint(rest, ranges.length)
    for (const { clock, len } of ranges) {
      encoder.writeDsClock(clock)
      encoder.writeDsLen(len)
    }
  }
  return encoder.toUint8Array()
}
