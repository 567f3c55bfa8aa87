import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { normalise } from '../../core/model/normalise.ts'
import { parseModel } from '../../core/model/parse.ts'
import type { Model } from '../../core/model/records.ts'
import { serialiseModel } from '../../core/model/serialise.ts'
import type { BoardDoc } from './board-doc.ts'
import { modelOfDocument } from './snapshot.ts'
import { give, makePeers, modelOf, sync } from './testing/peers.ts'
import { type Change, change } from './testing/random-edits.ts'

type Step = (boards: readonly BoardDoc[]) => void

const who = fc.nat({ max: 2 })
const at = (boards: readonly BoardDoc[], index: number) => boards[index % boards.length] as BoardDoc
const step: fc.Arbitrary<Step> = fc.oneof(
  { weight: 6, arbitrary: fc.tuple(who, fc.array(change, { minLength: 1, maxLength: 4 })).map(edit) },
  {
    weight: 1,
    arbitrary: who.map(
      (index): Step =>
        (boards) =>
          void at(boards, index).undo(),
    ),
  },
  {
    weight: 1,
    arbitrary: who.map(
      (index): Step =>
        (boards) =>
          void at(boards, index).redo(),
    ),
  },
  {
    weight: 3,
    arbitrary: fc.tuple(who, who).map(
      ([from, to]): Step =>
        (boards) =>
          give(at(boards, from), at(boards, to)),
    ),
  },
)

function edit([index, changes]: [number, Change[]]): Step {
  return (boards) => at(boards, index).edit('Edit', (editor) => changes.forEach((apply) => apply(editor)))
}

function expectOpens(board: BoardDoc): void {
  const { model } = modelOfDocument(board.doc)
  const read = parseModel(serialiseModel(model))
  expect(read).toMatchObject({ ok: true })
  if (read.ok) expect(normalise(read.value)).toEqual({ model, setAside: [] })
}

test('people who edit, undo and redo, joined in any order, end with the same board, and it opens', () => {
  fc.assert(
    fc.property(fc.integer({ min: 2, max: 3 }), fc.array(step, { maxLength: 30 }), (count, steps) => {
      const boards = makePeers(count)
      for (const run of steps) {
        run(boards)
        for (const board of boards) expectOpens(board)
      }
      sync(...boards)
      sync(...boards)
      const [first, ...others] = boards.map(modelOf) as [Model, ...Model[]]
      for (const other of others) expect(serialiseModel(other)).toBe(serialiseModel(first))
      for (const board of boards) expectOpens(board)
    }),
    { numRuns: 150 },
  )
})

test('whoever is alone has everything back after undoing all, and everything again after redoing all', () => {
  fc.assert(
    fc.property(fc.array(fc.array(change, { minLength: 1, maxLength: 4 }), { maxLength: 8 }), (edits) => {
      const [board] = makePeers(1) as [BoardDoc]
      const before = modelOf(board)
      for (const changes of edits) edit([0, changes])([board])
      const after = modelOf(board)
      while (board.undo() !== null);
      expect(modelOf(board)).toEqual(before)
      while (board.redo() !== null);
      expect(modelOf(board)).toEqual(after)
    }),
    { numRuns: 150 },
  )
})
