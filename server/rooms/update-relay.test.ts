import { describe, expect, it } from 'vitest'
import * as Y from 'yjs'
import { readFrame } from './frames.ts'
import { UpdateRelay } from './update-relay.ts'

const member = () => {
  const doc = new Y.Doc()
  const frames: Uint8Array[] = []
  const send = (bytes: Uint8Array) => {
    frames.push(bytes)
    const frame = readFrame(bytes)
    if (frame.type === 'update') Y.applyUpdate(doc, frame.update)
  }
  return { send, frames, names: () => doc.getMap('components').toJSON() }
}

/** What somebody writes, as the room would emit it. */
const updateOf = (key: string): Uint8Array => {
  const doc = new Y.Doc()
  doc.getMap('components').set(key, 1)
  return Y.encodeStateAsUpdate(doc)
}

const setUp = () => {
  const [ana, ben, eve] = [member(), member(), member()]
  return { ana, ben, eve, relay: new UpdateRelay(new Set([ana, ben, eve])) }
}

describe('what members have written', () => {
  it('goes to all but the one who wrote it', async () => {
    const { ana, ben, eve, relay } = setUp()
    relay.pass(updateOf('a'), ana)
    await Promise.resolve()
    expect(ana.frames).toEqual([])
    expect(ben.names()).toEqual({ a: 1 })
    expect(eve.names()).toEqual({ a: 1 })
  })

  it('goes in one frame where it became durable at once, and each has the others’ part of it', async () => {
    const { ana, ben, eve, relay } = setUp()
    relay.pass(updateOf('a'), ana)
    relay.pass(updateOf('b'), ben)
    relay.pass(updateOf('c'), null)
    await Promise.resolve()
    for (const { frames, names } of [ana, ben, eve]) {
      expect(frames).toHaveLength(1)
      expect(names()).toEqual({ a: 1, b: 1, c: 1 })
    }
  })

  it('goes apart where it became durable one after the other', async () => {
    const { ana, eve, relay } = setUp()
    relay.pass(updateOf('a'), ana)
    await Promise.resolve()
    relay.pass(updateOf('b'), ana)
    await Promise.resolve()
    expect(eve.frames).toHaveLength(2)
    expect(ana.frames).toEqual([])
  })
})
