import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import * as Y from 'yjs'
import { HEADER, META } from '../../src/collab/doc/shape.ts'
import { seedDocument } from '../../src/collab/doc/snapshot.ts'
import { emptyModel, KINDS } from '../../src/core/model/records.ts'
import { DEFAULT_LIMITS } from '../config.ts'
import { inspectUpdate } from './inspect-update.ts'
import { Judge, type Verdict } from './judge.ts'

const EDITOR = 1
const COMMENTER = 2

const copyOf = (doc: Y.Doc, clientID: number): Y.Doc => {
  const copy = new Y.Doc()
  Y.applyUpdate(copy, Y.encodeStateAsUpdate(doc))
  // Small numbers, so that one changed byte of an update makes one client of another.
  copy.clientID = clientID
  return copy
}
const mapIn = (doc: Y.Doc, kind: string) => doc.getMap<Y.Map<unknown>>(kind)
const textIn = (doc: Y.Doc, kind: string, id: string) => mapIn(doc, kind).get(id)?.get('text') as Y.Text

/** A board on which an editor has noted, linked, deleted and commented, and a commenter has answered. */
function makeBoard(): Y.Doc {
  const first = new Y.Doc()
  first.clientID = EDITOR
  seedDocument(first, emptyModel('Board'), 'epoch')
  mapIn(first, 'notes').set('n1', new Y.Map<unknown>([['text', new Y.Text('note')]]))
  mapIn(first, 'notes').set('n2', new Y.Map<unknown>([['text', new Y.Text('gone')]]))
  mapIn(first, 'notes').delete('n2')
  mapIn(first, 'components').set('c1', new Y.Map<unknown>([['name', 'AMF']]))
  mapIn(first, 'components').get('c1')?.set('name', 'AMF 1')
  mapIn(first, 'comments').set('k1', new Y.Map<unknown>([['text', new Y.Text('why?')]]))
  mapIn(first, 'comments').set('k0', new Y.Map<unknown>([['text', new Y.Text('old')]]))
  mapIn(first, 'comments').delete('k0')
  const second = copyOf(first, COMMENTER)
  mapIn(second, 'comments').set('k2', new Y.Map<unknown>([['text', new Y.Text('because')]]))
  mapIn(second, 'comments').get('k2')?.set('resolved', { by: 'Ben' })
  textIn(second, 'comments', 'k1').delete(3, 1)
  return second
}

const board = makeBoard()
/** What `change` sends, done by `clientID` in a copy of the board. */
function updateOf(change: (doc: Y.Doc) => void, clientID = COMMENTER): Uint8Array {
  const doc = copyOf(board, clientID)
  const updates: Uint8Array[] = []
  doc.on('update', (update: Uint8Array) => updates.push(update))
  change(doc)
  return Y.mergeUpdates(updates)
}
const judge = (update: Uint8Array, role: 'commenter' | 'viewer' = 'commenter', doc = board): Verdict =>
  new Judge(doc, role, () => false).judge(inspectUpdate(update, DEFAULT_LIMITS))

/** All that a commenter may not change: everything but comments, and that a comment is there. */
function untouchable(doc: Y.Doc) {
  const parts = [META, HEADER, ...KINDS].filter((name) => name !== 'comments')
  const kept = ['k1', 'k2'].map((id) => mapIn(doc, 'comments').get(id)?._item?.id)
  return { json: parts.map((name) => doc.getMap(name).toJSON()), kept }
}

type Change = readonly [what: string, change: (doc: Y.Doc) => void]

const LEGITIMATE: readonly Change[] = [
  ['creates', (doc) => mapIn(doc, 'comments').set('k3', new Y.Map([['text', new Y.Text('new')]]))],
  ['answers on the place of one deleted for good', (doc) => mapIn(doc, 'comments').set('k0', new Y.Map())],
  ['types', (doc) => textIn(doc, 'comments', 'k1').insert(2, 'xyz')],
  ['deletes text', (doc) => textIn(doc, 'comments', 'k1').delete(0, 2)],
  ['sets a field anew', (doc) => mapIn(doc, 'comments').get('k2')?.set('resolved', null)],
  ['deletes softly', (doc) => mapIn(doc, 'comments').get('k1')?.set('deleted', 1)],
  [
    'creates, types and deletes again',
    (doc) => {
      mapIn(doc, 'comments').set('k3', new Y.Map([['text', new Y.Text('new')]]))
      textIn(doc, 'comments', 'k3').insert(1, 'abc')
      mapIn(doc, 'comments').get('k3')?.set('at', [1, 2])
      textIn(doc, 'comments', 'k3').delete(0, 3)
      mapIn(doc, 'comments').delete('k3')
    },
  ],
]

const HACKS: readonly Change[] = [
  ['sets a field of a component', (doc) => mapIn(doc, 'components').get('c1')?.set('name', 'Mine')],
  ['sets a new field', (doc) => mapIn(doc, 'components').get('c1')?.set('mine', true)],
  ['creates a component', (doc) => mapIn(doc, 'components').set('c2', new Y.Map())],
  ['deletes a component', (doc) => mapIn(doc, 'components').delete('c1')],
  ['deletes a field', (doc) => mapIn(doc, 'components').get('c1')?.delete('name')],
  ['types into a note', (doc) => textIn(doc, 'notes', 'n1').insert(2, 'x')],
  ['types before all of a note', (doc) => textIn(doc, 'notes', 'n1').insert(0, 'x')],
  ['deletes text of a note', (doc) => textIn(doc, 'notes', 'n1').delete(1, 1)],
  ['brings a deleted note back', (doc) => mapIn(doc, 'notes').set('n2', new Y.Map())],
  ['sets meta', (doc) => doc.getMap('meta').set('title', 'Mine')],
  ['sets a new field of meta', (doc) => doc.getMap('meta').set('mine', 1)],
  ['types into the description', (doc) => (doc.getMap('meta').get('description') as Y.Text).insert(0, 'x')],
  ['sets the header', (doc) => doc.getMap('ringfence').set('version', 99)],
  ['deletes from the header', (doc) => doc.getMap('ringfence').delete('epoch')],
  ['removes a comment for good', (doc) => mapIn(doc, 'comments').delete('k1')],
  ['puts another comment in its place', (doc) => mapIn(doc, 'comments').set('k1', new Y.Map())],
  ['gives a comment the id of a component', (doc) => mapIn(doc, 'comments').set('c1', new Y.Map())],
  ['puts text where a comment should be', (doc) => doc.getMap('comments').set('k3', 'text')],
  [
    'nests its way',
    (doc) => {
      const inner = new Y.Map<unknown>()
      mapIn(doc, 'components').get('c1')?.set('extra', inner)
      inner.set('deep', new Y.Map([['deeper', 1]]))
    },
  ],
  [
    'mixes',
    (doc) => {
      mapIn(doc, 'comments').set('k3', new Y.Map())
      textIn(doc, 'comments', 'k1').insert(0, 'x')
      mapIn(doc, 'components').get('c1')?.set('name', 'Mine')
      mapIn(doc, 'comments').get('k3')?.set('deleted', 1)
    },
  ],
]

describe('a commenter', () => {
  it.each(LEGITIMATE)('%s', (_what, change) => {
    const update = updateOf(change)
    expect(judge(update)).toBe('allowed')
    expect(judge(update, 'viewer')).toBe('forbidden')
    const later = updateOf(change, 3)
    expect(judge(later)).toBe('allowed')
  })

  it.each(HACKS)('who %s is refused', (_what, change) => {
    for (const client of [COMMENTER, 3]) {
      const update = updateOf(change, client)
      expect(judge(update)).toBe('forbidden')
      expect(judge(update, 'viewer')).toBe('forbidden')
    }
  })

  it('may undo and redo', () => {
    const doc = copyOf(board, COMMENTER)
    const updates: Uint8Array[] = []
    doc.on('update', (update: Uint8Array) => updates.push(update))
    const origin = {}
    const undo = new Y.UndoManager([doc.getMap('comments')], { trackedOrigins: new Set([origin]) })
    doc.transact(() => {
      textIn(doc, 'comments', 'k1').insert(1, 'abc')
      mapIn(doc, 'comments').get('k1')?.set('resolved', { by: 'Ann' })
      mapIn(doc, 'comments').get('k2')?.delete('resolved')
    }, origin)
    undo.undo()
    undo.redo()
    undo.undo()
    const server = copyOf(board, 9)
    expect(updates.length).toBeGreaterThan(3)
    for (const update of updates) {
      expect(judge(update, 'commenter', server)).toBe('allowed')
      Y.applyUpdate(server, update)
    }
  })

  it('may send what the document has', () => {
    for (const role of ['commenter', 'viewer'] as const) {
      expect(judge(Y.encodeStateAsUpdate(board), role)).toBe('allowed')
      expect(judge(Y.encodeStateAsUpdate(new Y.Doc()), role)).toBe('allowed')
    }
  })

  it('may go on where its operation is known by half', () => {
    const doc = copyOf(board, 3)
    textIn(doc, 'comments', 'k1').insert(0, 'ab')
    const server = copyOf(doc, 9)
    textIn(doc, 'comments', 'k1').insert(2, 'cd')
    const all = Y.encodeStateAsUpdate(doc, Y.encodeStateVector(board))
    expect(judge(all, 'commenter', server)).toBe('allowed')
    Y.applyUpdate(server, all)
    expect(textIn(server, 'comments', 'k1').toJSON()).toBe('abcdwhy')
  })

  it('may not write as a client that has written elsewhere, or for which an editor speaks', () => {
    const comment = (doc: Y.Doc) => textIn(doc, 'comments', 'k1').insert(0, 'x')
    expect(judge(updateOf(comment, EDITOR))).toBe('forbidden')
    const present = new Judge(board, 'commenter', (client) => client === 7)
    expect(present.judge(inspectUpdate(updateOf(comment, 7), DEFAULT_LIMITS))).toBe('forbidden')
    expect(present.judge(inspectUpdate(updateOf(comment, 8), DEFAULT_LIMITS))).toBe('allowed')
  })

  it('is asked for what is missing where an update builds on nothing', () => {
    const doc = copyOf(board, 3)
    textIn(doc, 'comments', 'k1').insert(0, 'ab')
    const known = Y.encodeStateVector(doc)
    textIn(doc, 'comments', 'k1').insert(0, 'x')
    textIn(doc, 'comments', 'k1').delete(1, 1)
    const gap = Y.encodeStateAsUpdate(doc, known)
    expect(judge(gap)).toBe('incomplete')
    mapIn(doc, 'components').get('c1')?.set('name', 'Mine')
    expect(judge(Y.encodeStateAsUpdate(doc, known))).toBe('forbidden')
  })
})

/** One client, one operation: hand-made, since no client of Yjs would send it. */
const craft = (client: number, clock: number, ...rest: number[]) =>
  new Uint8Array([1, 1, client, clock, ...rest, 0])
const [LEFT, RIGHT, STRING] = [0x80, 0x40, 4]

describe('an update that no client of Yjs makes', () => {
  const stateOf = (client: number) => Y.getState(board.store, client)
  const idOf = (type: Y.Map<unknown> | Y.Text | undefined) => type?._item?.id.clock ?? 0
  const note = textIn(board, 'notes', 'n1')
  const noteText = (note._start as Y.Item).id.clock
  const comment = textIn(board, 'comments', 'k1')
  const commentText = (comment._start as Y.Item).id.clock

  it.each<[string, Uint8Array]>([
    ['between a comment and a note', craft(3, 0, LEFT | RIGHT | STRING, 1, commentText, 1, noteText, 1, 120)],
    ['between a note and a comment', craft(3, 0, LEFT | RIGHT | STRING, 1, noteText, 1, commentText, 1, 120)],
    ['into a note by its id', craft(3, 0, STRING, 0, 1, idOf(note), 1, 120)],
    [
      'behind a comment itself',
      craft(3, 0, LEFT | STRING, 1, idOf(mapIn(board, 'comments').get('k1')), 1, 120),
    ],
    [
      'before a comment itself',
      craft(3, 0, RIGHT | STRING, 1, idOf(mapIn(board, 'comments').get('k1')), 1, 120),
    ],
    ['into the list of comments', craft(3, 0, STRING, 1, 8, ...Buffer.from('comments'), 1, 120)],
    ['behind itself', craft(3, 0, LEFT | STRING, 3, 0, 1, 120)],
    ['behind what comes later', craft(3, 0, LEFT | STRING, 3, 7, 1, 120)],
    [
      'into a comment, and by its unknown half behind a note of the same client',
      craft(1, stateOf(1) - 1, STRING, 0, 1, idOf(comment), 2, 120, 121),
    ],
    ['that takes the numbers of an editor', new Uint8Array([1, 1, 1, stateOf(1), 0, 50, 0])],
  ])('%s is refused', (_what, update) => {
    expect(judge(update)).toBe('forbidden')
    expect(judge(update, 'viewer')).not.toBe('allowed')
  })

  it('is not put behind a whole comment as the rest of one, nor behind garbage', () => {
    const doc = copyOf(board, 3)
    mapIn(doc, 'comments').set('k3', new Y.Map())
    const k1 = idOf(mapIn(doc, 'comments').get('k1'))
    const rest = craft(3, 0, STRING | 0x20, 0, 1, k1, 1, 97, 2, 120, 121)
    expect(judge(rest, 'commenter', doc)).toBe('forbidden')
    const placeholders = copyOf(board, 9)
    Y.applyUpdate(placeholders, new Uint8Array([1, 1, 3, 0, 0, 1, 0]))
    expect(judge(rest, 'commenter', placeholders)).toBe('incomplete')
  })

  it('takes nothing else, whatever of its bytes are changed', () => {
    const seeds = [...LEGITIMATE, ...HACKS].flatMap(([, change]) => {
      const update = updateOf(change, 3)
      return update.length > 2 ? [update, updateOf(change, COMMENTER)] : []
    })
    const before = untouchable(board)
    const state = Y.encodeStateAsUpdate(board)
    const changes = fc.array(fc.tuple(fc.nat(), fc.oneof(fc.nat(20), fc.nat(255))), { maxLength: 4 })
    let allowed = 0
    const property = fc.property(
      fc.array(fc.tuple(fc.constantFrom(...seeds), changes), { minLength: 1, maxLength: 3 }),
      (attempts) => {
        const server = new Y.Doc()
        Y.applyUpdate(server, state)
        for (const [seed, bytes] of attempts) {
          const update = seed.slice()
          for (const [at, value] of bytes) update[at % update.length] = value
          const outcome = tryUpdate(server, update)
          if (outcome === 'refused') continue
          // The room starts again from what is stored.
          if (outcome === 'failed') return
          allowed++
          expect(untouchable(server)).toEqual(before)
        }
      },
    )
    fc.assert(property, { numRuns: 3_000 })
    expect(allowed).toBeGreaterThan(200)
  })
})

/** Does with an update what a connection and its room do. */
function tryUpdate(doc: Y.Doc, update: Uint8Array): 'applied' | 'refused' | 'failed' {
  try {
    if (judge(update, 'commenter', doc) !== 'allowed') return 'refused'
  } catch {
    return 'refused'
  }
  try {
    Y.applyUpdate(doc, update)
  } catch {
    return 'failed'
  }
  doc.store.pendingStructs = null
  doc.store.pendingDs = null
  return 'applied'
}
