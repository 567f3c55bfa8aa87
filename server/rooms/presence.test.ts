import * as encoding from 'lib0/encoding'
import { beforeEach, describe, expect, it } from 'vitest'
import { Presence } from './presence.ts'

type Said = readonly [client: number, state: unknown]

const say = (...entries: readonly Said[]) =>
  encoding.encode((encoder) => {
    encoding.writeVarUint(encoder, entries.length)
    for (const [client, state] of entries) {
      encoding.writeVarUint(encoder, client)
      encoding.writeVarUint(encoder, 1)
      encoding.writeVarString(encoder, typeof state === 'string' ? state : JSON.stringify(state))
    }
  })

const [ann, ben] = [{}, {}]
const ANN = { user: 'u1', name: 'Ann', colour: '#112233' }
const editor = { role: 'editor', identity: ANN } as const
let presence: Presence<object>
beforeEach(() => {
  presence = new Presence({ presenceBytes: 100, connectionsPerRoom: 4 })
})
const stateOf = (member: object): unknown => JSON.parse(presence.entryOf(member)?.state ?? '"nothing"')

describe('Presence', () => {
  it('overwrites who somebody is by what the session says, and keeps the rest', () => {
    const viewer = { role: 'viewer', identity: ANN } as const
    const claim = { user: 'u2', name: 'Ben', colour: '#fff', role: 'owner' }
    expect(presence.receive(ann, viewer, say([7, { ...claim, cursor: [1, 2] }]))).toBe(true)
    expect(stateOf(ann)).toEqual({ ...ANN, role: 'viewer', cursor: [1, 2] })
  })

  it('lets each member speak for one client, and nobody for another member', () => {
    presence.receive(ann, editor, say([7, { name: 'Ann' }]))
    expect(presence.receive(ben, editor, say([7, { name: 'Not Ann' }]))).toBe(false)
    expect(presence.receive(ben, editor, say([7, null], [8, { name: 'Ben' }], [9, { name: 'Third' }]))).toBe(
      true,
    )
    expect(presence.receive(ben, editor, say([9, { name: 'Third' }]))).toBe(false)
    expect([presence.entryOf(ann)?.client, presence.entryOf(ben)?.client]).toEqual([7, 8])
  })

  it('frees the client id when its member leaves', () => {
    presence.receive(ann, editor, say([7, {}]))
    expect(presence.leave(ann)).toMatchObject({ client: 7, state: 'null' })
    expect(presence.leave(ann)).toBe(null)
    expect(presence.receive(ben, editor, say([7, {}]))).toBe(true)
  })

  it('sets rising clocks, whatever the client says', () => {
    const clock = () => presence.entryOf(ann)?.clock ?? 0
    presence.receive(ann, editor, say([7, {}]))
    const first = clock()
    presence.receive(ann, editor, say([7, { again: true }]))
    expect(clock()).toBeGreaterThan(first)
    const told = presence.all()
    expect(told).toMatchObject([{ client: 7 }])
    expect(stateOf(ann)).toEqual({ again: true, ...ANN, role: 'editor' })
    expect(told[0]?.clock).toBeGreaterThan(clock())
    expect(presence.leave(ann)?.clock).toBeGreaterThan(first + 2)
  })

  it('ignores a state that is too long or no object, and takes one back by null', () => {
    expect(presence.receive(ann, editor, say([7, { name: 'x'.repeat(100) }]))).toBe(false)
    expect(presence.receive(ann, editor, say([7, [1]]))).toBe(false)
    expect(presence.receive(ann, editor, say([7, null]))).toBe(false)
    expect(presence.entryOf(ann)).toBe(null)
    presence.receive(ann, editor, say([7, {}]))
    expect(presence.receive(ann, editor, say([7, null]))).toBe(true)
    expect(stateOf(ann)).toBe(null)
  })

  it('throws on what cannot be read', () => {
    expect(() => presence.receive(ann, editor, say([7, '{broken']))).toThrow(/JSON/)
    expect(() =>
      presence.receive(ann, editor, say(...Array.from({ length: 5 }, (_, id) => [id, {}] as const))),
    ).toThrow(/presence of 5 clients/)
    expect(() => presence.receive(ann, editor, new Uint8Array([1, 7]))).toThrow(/end of array/)
  })
})
