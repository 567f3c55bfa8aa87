import * as encoding from 'lib0/encoding'
import { describe, expect, it } from 'vitest'
import { MESSAGE_AWARENESS, MESSAGE_SYNC, SYNC_STEP_1, SYNC_STEP_2, SYNC_UPDATE } from '../doc/wire.ts'
import { isWrite, WriteCounter } from './write-counter.ts'

const frame = (...numbers: number[]): Uint8Array =>
  encoding.encode((encoder) => {
    for (const number of numbers) encoding.writeVarUint(encoder, number)
  })

const STEP_1 = frame(MESSAGE_SYNC, SYNC_STEP_1, 0)
const STEP_2 = frame(MESSAGE_SYNC, SYNC_STEP_2, 0)
const UPDATE = frame(MESSAGE_SYNC, SYNC_UPDATE, 0)

/** A connection that has given its step 2, with nothing to save. */
function connected(): WriteCounter {
  const counter = new WriteCounter()
  counter.connectionOpened()
  counter.frameSent(STEP_1)
  counter.frameSent(STEP_2)
  counter.framesStored(1)
  return counter
}

describe('isWrite', () => {
  it('tells step 2 and updates from the other frames', () => {
    expect([STEP_1, STEP_2, UPDATE, frame(MESSAGE_AWARENESS, 0)].map(isWrite)).toEqual([
      false,
      true,
      true,
      false,
    ])
  })
})

describe('WriteCounter', () => {
  it('has a change pending until the frame that carries it is stored', () => {
    const counter = connected()
    counter.changed()
    counter.frameSent(UPDATE)
    counter.changed()
    counter.frameSent(UPDATE)
    expect(counter.pending).toBe(2)
    counter.framesStored(2)
    expect(counter.pending).toBe(1)
    counter.framesStored(3)
    expect(counter.pending).toBe(0)
  })

  it('counts changes made offline, and lets the step 2 of the next connection carry them all', () => {
    const counter = connected()
    counter.changed()
    counter.changed()
    counter.connectionOpened()
    expect(counter.pending).toBe(2)
    counter.frameSent(STEP_2)
    counter.framesStored(1)
    expect(counter.pending).toBe(0)
  })

  it('does not take an update sent before the step 2 as proof that what went before it is stored', () => {
    const counter = connected()
    counter.changed()
    counter.connectionOpened()
    counter.changed()
    counter.frameSent(UPDATE)
    counter.framesStored(1)
    expect(counter.pending).toBe(2)
    counter.frameSent(STEP_2)
    counter.framesStored(2)
    expect(counter.pending).toBe(0)
  })

  it('forgets frames of a connection that broke: their acknowledgements never come', () => {
    const counter = connected()
    counter.changed()
    counter.frameSent(UPDATE)
    counter.connectionOpened()
    counter.framesStored(0)
    expect(counter.pending).toBe(1)
  })

  it('tells its own changes from those that it has taken over', () => {
    const counter = new WriteCounter()
    counter.adopt(3)
    counter.changed()
    counter.changed()
    expect([counter.pending, counter.own]).toEqual([5, { made: 2, stored: 0 }])
    counter.connectionOpened()
    counter.frameSent(STEP_2)
    counter.changed()
    counter.frameSent(UPDATE)
    counter.framesStored(1)
    expect([counter.pending, counter.own]).toEqual([1, { made: 3, stored: 2 }])
    counter.framesStored(2)
    counter.adopt(2)
    expect([counter.pending, counter.own]).toEqual([2, { made: 3, stored: 3 }])
  })
})
