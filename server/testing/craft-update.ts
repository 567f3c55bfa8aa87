import * as encoding from 'lib0/encoding'
import * as Y from 'yjs'

/** One operation of a handmade update, such as no honest program writes. */
export type Operation = Readonly<{
  client: number
  clock: number
  origin?: Y.ID | undefined
  rightOrigin?: Y.ID | undefined
  /** Top-level type and key, where there is no neighbour that says it. */
  key?: readonly [type: string, key: string]
  text: string
}>
type Ranges = readonly (readonly [clock: number, length: number])[]

const STRING = 4
const HAS_ORIGIN = 0x80
const HAS_RIGHT = 0x40
const HAS_KEY = 0x20

/** Encodes operations (Yjs, V1); those of one client have to stand in order. */
export function craftUpdate(
  operations: readonly Operation[],
  deletes: ReadonlyMap<number, Ranges> = new Map<number, Ranges>(),
): Uint8Array {
  const sections = new Map<number, Operation[]>()
  for (const operation of operations) {
    const section = sections.get(operation.client)
    if (section === undefined) sections.set(operation.client, [operation])
    else section.push(operation)
  }
  return encoding.encode((encoder) => {
    encoding.writeVarUint(encoder, sections.size)
    for (const [client, section] of sections) {
      encoding.writeVarUint(encoder, section.length)
      encoding.writeVarUint(encoder, client)
      encoding.writeVarUint(encoder, section[0]?.clock ?? 0)
      for (const operation of section) writeOperation(encoder, operation)
    }
    encoding.writeVarUint(encoder, deletes.size)
    for (const [client, ranges] of deletes) {
      encoding.writeVarUint(encoder, client)
      encoding.writeVarUint(encoder, ranges.length)
      for (const number of ranges.flat()) encoding.writeVarUint(encoder, number)
    }
  })
}

function writeOperation(encoder: encoding.Encoder, { origin, rightOrigin, key, text }: Operation): void {
  const neighbours = [origin, rightOrigin]
  const flags = [HAS_ORIGIN, HAS_RIGHT].filter((_, index) => neighbours[index] !== undefined)
  encoding.writeUint8(
    encoder,
    STRING + flags.reduce((sum, flag) => sum + flag, key === undefined ? 0 : HAS_KEY),
  )
  for (const id of neighbours) {
    if (id === undefined) continue
    encoding.writeVarUint(encoder, id.client)
    encoding.writeVarUint(encoder, id.clock)
  }
  if (key !== undefined) {
    encoding.writeVarUint(encoder, 1)
    for (const part of key) encoding.writeVarString(encoder, part)
  }
  encoding.writeVarString(encoder, text)
}

/** The text of note `n1` in a board's document. */
export function noteText(doc: Y.Doc): Y.Text {
  const note = doc.getMap<Y.Map<Y.Text>>('notes').get('n1')
  const text = note?.get('text')
  if (text === undefined) throw new Error('the document has no note n1')
  return text
}

/** Adds note `n1` with a text. */
export function addTextNote(doc: Y.Doc, text: string): void {
  doc.getMap('notes').set('n1', new Y.Map([['text', new Y.Text(text)]]))
}

/** The id of the character at `index` of a text that was written in one go. */
export function characterId(text: Y.Text, index: number): Y.ID {
  if (text._start === null) throw new Error('the text is empty')
  const { client, clock } = text._start.id
  return Y.createID(client, clock + index)
}
