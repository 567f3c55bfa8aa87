import * as decoding from 'lib0/decoding'
import * as encoding from 'lib0/encoding'
import {
  MESSAGE_ACK,
  MESSAGE_AWARENESS,
  MESSAGE_SYNC,
  SYNC_STEP_1,
  SYNC_STEP_2,
  SYNC_UPDATE,
} from '../../src/collab/doc/wire.ts'

/** What a client may send; see wire.ts. */
export type Frame = Readonly<
  | { type: 'step-1'; stateVector: Uint8Array }
  | { type: 'step-2' | 'update'; update: Uint8Array }
  | { type: 'awareness'; entries: Uint8Array }
>

/** Reads one frame; throws where it is none, or more than one. */
export function readFrame(bytes: Uint8Array): Frame {
  const decoder = decoding.createDecoder(bytes)
  const frame = readBody(decoder)
  if (decoding.hasContent(decoder)) throw new Error('more follows after the message')
  return frame
}

function readBody(decoder: decoding.Decoder): Frame {
  const message = decoding.readVarUint(decoder)
  if (message === MESSAGE_AWARENESS) {
    return { type: 'awareness', entries: decoding.readVarUint8Array(decoder) }
  }
  if (message !== MESSAGE_SYNC) throw new Error(`unknown message type ${message}`)
  const step = decoding.readVarUint(decoder)
  const body = decoding.readVarUint8Array(decoder)
  switch (step) {
    case SYNC_STEP_1:
      return { type: 'step-1', stateVector: body }
    case SYNC_STEP_2:
      return { type: 'step-2', update: body }
    case SYNC_UPDATE:
      return { type: 'update', update: body }
    default:
      throw new Error(`unknown sync message ${step}`)
  }
}

const syncFrame = (step: number) => (body: Uint8Array) =>
  encoding.encode((encoder) => {
    encoding.writeVarUint(encoder, MESSAGE_SYNC)
    encoding.writeVarUint(encoder, step)
    encoding.writeVarUint8Array(encoder, body)
  })

export const step1Frame = syncFrame(SYNC_STEP_1)
export const step2Frame = syncFrame(SYNC_STEP_2)
export const updateFrame = syncFrame(SYNC_UPDATE)

export const ackFrame = (count: number): Uint8Array =>
  encoding.encode((encoder) => {
    encoding.writeVarUint(encoder, MESSAGE_ACK)
    encoding.writeVarUint(encoder, count)
  })

/** One client's presence on the wire: `state` is JSON, `null` for one that has left. */
export type PresenceEntry = Readonly<{ client: number; clock: number; state: string }>

export const presenceFrame = (entries: readonly PresenceEntry[]): Uint8Array =>
  encoding.encode((encoder) => {
    encoding.writeVarUint(encoder, MESSAGE_AWARENESS)
    encoding.writeVarUint8Array(
      encoder,
      encoding.encode((body) => {
        encoding.writeVarUint(body, entries.length)
        for (const { client, clock, state } of entries) {
          encoding.writeVarUint(body, client)
          encoding.writeVarUint(body, clock)
          encoding.writeVarString(body, state)
        }
      }),
    )
  })

/** Says nothing, and by that keeps y-websocket from taking a quiet board for a dead one. */
export const KEEP_ALIVE = presenceFrame([])

/** Reads presence entries; throws where there are more than `most`. */
export function readPresenceEntries(bytes: Uint8Array, most: number): PresenceEntry[] {
  const decoder = decoding.createDecoder(bytes)
  const count = decoding.readVarUint(decoder)
  if (count > most) throw new Error(`presence of ${count} clients in one message`)
  const entries: PresenceEntry[] = []
  for (let index = 0; index < count; index++) {
    entries.push({
      client: decoding.readVarUint(decoder),
      clock: decoding.readVarUint(decoder),
      state: decoding.readVarString(decoder),
    })
  }
  return entries
}
