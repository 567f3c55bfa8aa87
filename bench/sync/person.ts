import { once } from 'node:events'
import * as encoding from 'lib0/encoding'
import { WebSocket } from 'ws'
import * as Y from 'yjs'
import { MESSAGE_AWARENESS, MESSAGE_SYNC, SYNC_STEP_2, SYNC_UPDATE } from '../../src/collab/doc/wire.ts'

/** Somebody on a board who speaks the protocol by hand, since two hundred documents would measure themselves. */
export type Person = Readonly<{
  /** Moves the own note, by a document write. The others hear of it with the mark. */
  edit: (mark: string) => void
  /** Shows a cursor, by a presence message. */
  point: (x: number, y: number) => void
  leave: () => Promise<void>
}>

/** `heard` gets each mark in what the others write, as it comes. */
export async function join(address: string, number: number, heard: (mark: string) => void): Promise<Person> {
  const socket = new WebSocket(address)
  const doc = new Y.Doc()
  const note = new Y.Map<unknown>()
  let clock = 0
  // What one wrote comes back in a frame with what others wrote meanwhile.
  const own = new Set<string>()
  socket.on('message', (data: Buffer) => {
    if (data[0] !== MESSAGE_SYNC || data[1] !== SYNC_UPDATE) return
    for (const [mark] of data.toString('latin1').matchAll(MARK)) if (!own.has(mark)) heard(mark)
  })
  await once(socket, 'open')
  socket.send(syncFrame(SYNC_STEP_2, Y.encodeStateAsUpdate(doc)))
  doc.on('update', (update: Uint8Array) => socket.send(syncFrame(SYNC_UPDATE, update)))
  doc.getMap('notes').set(`note-${number}`, note)
  return {
    edit: (mark) => {
      own.add(mark)
      note.set('text', mark)
    },
    point: (x, y) => socket.send(presence(doc.clientID, clock++, { name: `P${number}`, cursor: [x, y] })),
    leave: async () => {
      socket.close()
      await once(socket, 'close')
    },
  }
}

const MARK = /\|\d+\|/g
export const markOf = (edit: number): string => `|${edit}|`

const syncFrame = (step: number, body: Uint8Array): Uint8Array =>
  encoding.encode((encoder) => {
    encoding.writeVarUint(encoder, MESSAGE_SYNC)
    encoding.writeVarUint(encoder, step)
    encoding.writeVarUint8Array(encoder, body)
  })

const presence = (client: number, clock: number, state: object): Uint8Array =>
  encoding.encode((encoder) => {
    encoding.writeVarUint(encoder, MESSAGE_AWARENESS)
    encoding.writeVarUint8Array(
      encoder,
      encoding.encode((body) => {
        encoding.writeVarUint(body, 1)
        encoding.writeVarUint(body, client)
        encoding.writeVarUint(body, clock)
        encoding.writeVarString(body, JSON.stringify(state))
      }),
    )
  })
