import * as decoding from 'lib0/decoding'
import * as encoding from 'lib0/encoding'
import { WebSocket } from 'ws'
import * as Y from 'yjs'
import {
  MESSAGE_ACK,
  MESSAGE_AWARENESS,
  MESSAGE_SYNC,
  type Role,
  SYNC_STEP_1,
  SYNC_STEP_2,
  SYNC_UPDATE,
} from '../../src/collab/doc/wire.ts'
import type { PresenceEntry } from '../rooms/frames.ts'
import type { TestBoard, TestServer } from './start-test-server.ts'

export type RawClient = {
  readonly socket: WebSocket
  /** Local changes to it are sent at once. */
  readonly doc: Y.Doc
  /** Write frames sent, and how many of them the server has acknowledged. */
  readonly sent: number
  readonly acknowledged: number
  /** Sync step 1 frames that the server has sent. */
  readonly asked: number
  readonly synced: boolean
  readonly frames: number
  /** What the others show: state by client id, gone ones left out. */
  readonly present: ReadonlyMap<number, unknown>
  /** Keeps local changes and the answer to a step 1 back. */
  hold: boolean
  /** Answers the last step 1. */
  answer(): void
  send(frame: Uint8Array | string): void
  sendUpdate(update: Uint8Array): void
  sendStep2(update: Uint8Array): void
  sendPresence(entries: readonly PresenceEntry[]): void
  /** Resolves as soon as `condition` holds, looked at after each frame; rejects when the socket closes before. */
  until(condition: (client: RawClient) => boolean): Promise<void>
  closed: Promise<{ code: number; reason: string }>
  close(): Promise<void>
}

type Options = Readonly<{ acks?: boolean; doc?: Y.Doc; ticket?: string; origin?: string; autoPong?: boolean }>

/** Opens a socket with a fresh ticket and speaks the protocol by hand, so that a test can also speak it wrongly. */
export async function connectRaw(
  server: Pick<TestServer, 'url' | 'ticket'>,
  board: TestBoard,
  role: Role = 'editor',
  { acks = true, doc = new Y.Doc(), ticket, ...socketOptions }: Options = {},
): Promise<RawClient> {
  const query = `ticket=${ticket ?? (await server.ticket(board, role))}${acks ? '&ack=1' : ''}`
  const address = `${server.url.replace('http', 'ws')}/sync/${board.id}?${query}`
  return speak(new WebSocket(address, socketOptions), doc)
}

/** The same, once the server's document has come. */
export async function joinRaw(...args: Parameters<typeof connectRaw>): Promise<RawClient> {
  const client = await connectRaw(...args)
  await client.until(({ synced }) => synced)
  return client
}

function speak(socket: WebSocket, doc: Y.Doc): RawClient {
  let vector: Uint8Array | undefined
  const state = { sent: 0, acknowledged: 0, asked: 0, synced: false, frames: 0, open: true }
  const present = new Map<number, unknown>()
  const waiting = new Set<() => void>()
  const look = () => {
    for (const check of waiting) check()
  }
  const sync = (step: number, body: Uint8Array) => {
    if (step !== SYNC_STEP_1) state.sent++
    client.send(
      encoding.encode((encoder) => {
        encoding.writeVarUint(encoder, MESSAGE_SYNC)
        encoding.writeVarUint(encoder, step)
        encoding.writeVarUint8Array(encoder, body)
      }),
    )
  }

  const receive = (bytes: Uint8Array) => {
    const decoder = decoding.createDecoder(bytes)
    const message = decoding.readVarUint(decoder)
    state.frames++
    if (message === MESSAGE_ACK) state.acknowledged = decoding.readVarUint(decoder)
    else if (message === MESSAGE_AWARENESS) receivePresence(decoding.readVarUint8Array(decoder))
    else {
      const step = decoding.readVarUint(decoder)
      const body = decoding.readVarUint8Array(decoder)
      if (step === SYNC_STEP_1) {
        state.asked++
        vector = body
        if (!client.hold) client.answer()
      } else {
        Y.applyUpdate(doc, body, socket)
        if (step === SYNC_STEP_2) state.synced = true
      }
    }
  }
  const receivePresence = (bytes: Uint8Array) => {
    const decoder = decoding.createDecoder(bytes)
    for (let left = decoding.readVarUint(decoder); left > 0; left--) {
      const id = decoding.readVarUint(decoder)
      decoding.readVarUint(decoder)
      const value: unknown = JSON.parse(decoding.readVarString(decoder))
      if (value === null) present.delete(id)
      else present.set(id, value)
    }
  }

  const closed = new Promise<{ code: number; reason: string }>((resolve) => {
    socket.on('close', (code, reason) => {
      state.open = false
      resolve({ code, reason: reason.toString() })
      look()
    })
  })
  socket.on('error', () => socket.terminate())
  socket.on('open', () => sync(SYNC_STEP_1, Y.encodeStateVector(doc)))
  socket.on('message', (data: Buffer) => {
    receive(new Uint8Array(data))
    look()
  })
  doc.on('update', (update: Uint8Array, updateOrigin: unknown) => {
    if (updateOrigin !== socket && !client.hold && state.open) sync(SYNC_UPDATE, update)
  })

  const client: RawClient = {
    socket,
    doc,
    present,
    closed,
    hold: false,
    get sent() {
      return state.sent
    },
    get acknowledged() {
      return state.acknowledged
    },
    get asked() {
      return state.asked
    },
    get synced() {
      return state.synced
    },
    get frames() {
      return state.frames
    },
    answer: () => sync(SYNC_STEP_2, Y.encodeStateAsUpdate(doc, vector)),
    send: (frame) => socket.send(frame),
    sendUpdate: (update) => sync(SYNC_UPDATE, update),
    sendStep2: (update) => sync(SYNC_STEP_2, update),
    sendPresence: (entries) =>
      client.send(
        encoding.encode((encoder) => {
          encoding.writeVarUint(encoder, MESSAGE_AWARENESS)
          encoding.writeVarUint8Array(
            encoder,
            encoding.encode((body) => {
              encoding.writeVarUint(body, entries.length)
              for (const entry of entries) {
                encoding.writeVarUint(body, entry.client)
                encoding.writeVarUint(body, entry.clock)
                encoding.writeVarString(body, entry.state)
              }
            }),
          )
        }),
      ),
    until: (condition) =>
      new Promise((resolve, reject) => {
        const check = () => {
          if (condition(client)) resolve()
          else if (!state.open)
            closed.then(({ code, reason }) => reject(new Error(`closed: ${code} ${reason}`)), reject)
          else return
          waiting.delete(check)
        }
        waiting.add(check)
        check()
      }),
    close: async () => {
      socket.close()
      await closed
    },
  }
  return client
}
