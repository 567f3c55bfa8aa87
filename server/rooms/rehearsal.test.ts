import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import * as Y from 'yjs'
import { openBoardDoc } from '../../src/collab/doc/board-doc.ts'
import { seedDocument } from '../../src/collab/doc/snapshot.ts'
import { emptyModel } from '../../src/core/model/records.ts'
import { recordOf } from '../../src/core/model/testing/sample.ts'
import { DEFAULT_LIMITS } from '../config.ts'
import { addTextNote, noteText } from '../testing/craft-update.ts'
import { seededRandom } from '../testing/seeded-random.ts'
import { rehearse as check } from './document.ts'
import { inspectUpdate } from './inspect-update.ts'
import { Rehearsal } from './rehearsal.ts'

const ENDLESS = { conflictSteps: Infinity, splitMoves: Infinity }

/** One thing that one of several people does to a text and a map that all have. */
type Act = Readonly<{
  who: number
  what: 'type' | 'paste' | 'delete' | 'set' | 'nest' | 'sync'
  at: number
  size: number
}>
const act: fc.Arbitrary<Act> = fc.record({
  who: fc.nat(3),
  what: fc.constantFrom('type', 'paste', 'delete', 'set', 'nest', 'sync'),
  at: fc.nat(40),
  size: fc.integer({ min: 1, max: 6 }),
})

function perform(docs: readonly Y.Doc[], { who, what, at, size }: Act): void {
  const doc = docs[who] as Y.Doc
  const map = doc.getMap<unknown>('notes')
  const text = doc.getText('text')
  const place = Math.min(at, text.length)
  if (what === 'type') text.insert(place, 'x')
  else if (what === 'paste') text.insert(place, 'y'.repeat(size))
  else if (what === 'delete') text.delete(place, Math.min(size, text.length - place))
  else if (what === 'set') map.set(`k${size % 3}`, at)
  else if (what === 'nest') map.set(`k${size % 3}`, new Y.Map([['in', new Y.Text('z'.repeat(size))]]))
  else Y.applyUpdate(doc, Y.encodeStateAsUpdate(docs[at % docs.length] as Y.Doc))
}

const rehearse = (doc: Y.Doc, update: Uint8Array): Rehearsal => {
  const rehearsal = new Rehearsal(doc, ENDLESS)
  const { structs, ds } = Y.decodeUpdate(update)
  rehearsal.integrate(structs)
  for (const [client, ranges] of ds.clients) rehearsal.delete(client, ranges)
  return rehearsal
}

/** Every single place of a list, so that it does not matter how they are cut. */
const places = (runs: readonly Readonly<{ client: number; clock: number; length: number }>[]) =>
  runs.flatMap(({ client, clock, length }) =>
    Array.from({ length }, (_, index) => `${client}:${clock + index}`),
  )

const placesOf = (doc: Y.Doc) => {
  const runs: { client: number; clock: number; length: number }[] = []
  for (let item = doc.getText('text')._start; item !== null; item = item.right) {
    const { client, clock } = item.id
    runs.push({ client, clock, length: item.length })
  }
  return places(runs)
}

describe('a rehearsal', () => {
  it('puts every operation where Yjs does', () => {
    fc.assert(
      fc.property(fc.array(act, { maxLength: 60 }), fc.nat(3), fc.nat(3), (acts, from, to) => {
        const docs = [0, 1, 2, 3].map(() => new Y.Doc())
        for (const each of acts) perform(docs, each)
        const [source, target] = [docs[from] as Y.Doc, docs[to] as Y.Doc]
        target.getText('text')
        const update = Y.encodeStateAsUpdate(source, Y.encodeStateVector(target))
        const before = Y.encodeStateAsUpdate(target)
        const rehearsal = rehearse(target, update)
        expect(Y.encodeStateAsUpdate(target)).toEqual(before)
        Y.applyUpdate(target, update)
        for (const list of rehearsal.sketch.lists) {
          if (list.parent === target.getText('text'))
            expect(places(rehearsal.sketch.order(list))).toEqual(placesOf(target))
        }
      }),
      { numRuns: 500 },
    )
  })
})

/** The same as the server does, with a tenth of what it allows. */
const passes = (server: Y.Doc, update: Uint8Array) => {
  const { conflictSteps, splitMoves } = DEFAULT_LIMITS
  const limits = { ...DEFAULT_LIMITS, conflictSteps: conflictSteps / 10, splitMoves: splitMoves / 10 }
  check(server, inspectUpdate(update, limits), limits)
  Y.applyUpdate(server, update)
}
const copyOf = (doc: Y.Doc) => {
  const copy = new Y.Doc()
  Y.applyUpdate(copy, Y.encodeStateAsUpdate(doc))
  return copy
}
const newBoard = () => {
  const doc = new Y.Doc()
  seedDocument(doc, emptyModel('Board'), 'epoch')
  return doc
}
const components = (count: number) =>
  Array.from({ length: count }, (_, index) =>
    recordOf('components', { id: `c${index}`, name: `NF ${index}` }),
  )

describe('a tenth of the limits is enough for', () => {
  it.each(['in one place', 'all over it'])('two who type 10,000 characters each offline, %s', (where) => {
    const random = seededRandom(7)
    const server = newBoard()
    addTextNote(server, 'Between these words they meet.')
    const people = [copyOf(server), copyOf(server)]
    for (const doc of people) {
      const text = noteText(doc)
      let at = 8
      for (let typed = 0; typed < 10_000; typed++) {
        text.insert(at++, 'x')
        if (random() < 0.1) text.delete(--at, 1)
        if (random() < 0.02 && where !== 'in one place') at = Math.floor(random() * text.length)
      }
    }
    for (const doc of people) passes(server, Y.encodeStateAsUpdate(doc, Y.encodeStateVector(server)))
    expect(noteText(server).length).toBeGreaterThan(15_000)
  })

  it('a large import, and all of it moved, in parts and again', () => {
    const server = newBoard()
    const [doc, empty] = [copyOf(server), copyOf(server)]
    const board = openBoardDoc(doc)
    doc.on('update', (update: Uint8Array) => passes(server, update))
    const records = components(5_000)
    board.edit('Import', (editor) => records.forEach((record) => editor.create('components', record)))
    for (const step of [1, 2, 3]) {
      board.edit('Move', (editor) => {
        for (let index = 0; index < records.length; index += step) {
          editor.set('components', `c${index}`, { pos: [index, step] })
        }
      })
    }
    passes(empty, Y.encodeStateAsUpdate(doc))
    expect(server.getMap('components').toJSON()).toEqual(doc.getMap('components').toJSON())
    board.destroy()
  })

  it('a long chain of undo and redo', () => {
    const server = newBoard()
    const doc = copyOf(server)
    const board = openBoardDoc(doc)
    doc.on('update', (update: Uint8Array) => passes(server, update))
    board.edit('Add', (editor) => components(10).forEach((record) => editor.create('components', record)))
    for (let step = 0; step < 1_000; step++) {
      board.edit('Move', (editor) => editor.set('components', `c${step % 10}`, { pos: [step, 0] }))
    }
    for (let round = 0; round < 2; round++) {
      while (board.undo() !== null);
      while (board.redo() !== null);
    }
    expect(server.getMap('components').toJSON()).toEqual(doc.getMap('components').toJSON())
    board.destroy()
  })

  it('a whole step 2 with a long list of deletes, from one who lacks nothing', () => {
    const server = newBoard()
    const notes = server.getMap('notes')
    for (let index = 0; index < 10_000; index++) {
      notes.set(`n${index}`, new Y.Map([['text', new Y.Text('a')]]))
      if (index % 2 === 0) notes.delete(`n${index}`)
    }
    const update = Y.encodeStateAsUpdate(copyOf(server))
    expect([...Y.decodeUpdate(update).ds.clients.values()].flat().length).toBeGreaterThan(4_999)
    passes(server, update)
  })
})
