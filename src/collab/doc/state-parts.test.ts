import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import * as Y from 'yjs'
import type { BoardDoc } from './board-doc.ts'
import { modelOfDocument } from './snapshot.ts'
import { joinedParts, stateParts } from './state-parts.ts'
import { makePeers, sync } from './testing/peers.ts'
import { change } from './testing/random-edits.ts'

const changes = fc.array(change, { maxLength: 8 })
const rounds = fc.array(fc.tuple(changes, changes, changes), { minLength: 1, maxLength: 4 })

test('a document in parts is put together part by part, and nothing ever waits for what comes later', () => {
  fc.assert(
    fc.property(rounds, fc.integer({ min: 1, max: 9 }), (edits, size) => {
      const peers = makePeers(3)
      for (const round of edits) {
        round.forEach((made, index) =>
          peers[index]?.edit('Edit', (editor) => made.forEach((apply) => apply(editor))),
        )
        sync(...peers)
      }
      const [{ doc }] = peers as [BoardDoc]
      const parts = [...stateParts(Y.encodeStateAsUpdateV2(doc), size)]
      const copy = new Y.Doc()
      for (const part of parts) {
        Y.applyUpdate(copy, part)
        expect(copy.store.pendingStructs).toBeNull()
      }
      expect(copy.store.pendingDs).toBeNull()
      expect(Y.equalSnapshots(Y.snapshot(copy), Y.snapshot(doc))).toBe(true)
      expect(modelOfDocument(copy)).toEqual(modelOfDocument(doc))
      expect(parts.length).toBeGreaterThan(1)
    }),
    { numRuns: 150 },
  )
})

test('what lacks something is kept whole, and joins what it lacked', () => {
  const [board] = makePeers(1) as [BoardDoc]
  const updates: Uint8Array[] = [Y.encodeStateAsUpdate(board.doc)]
  board.doc.on('update', (update: Uint8Array) => updates.push(update))
  for (const text of ['One', 'Two', 'Three']) board.edit('Edit', (editor) => editor.setMeta({ title: text }))
  const gappy = [...joinedParts(updates.filter((_, index) => index !== 2))]
  expect(gappy).toHaveLength(1)
  const copy = new Y.Doc()
  for (const update of [...gappy, updates[2] as Uint8Array]) Y.applyUpdate(copy, update)
  expect(copy.getMap('meta').toJSON()).toEqual(board.doc.getMap('meta').toJSON())
})
