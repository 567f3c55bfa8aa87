import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { normalise } from '../../core/model/normalise.ts'
import { parseModel } from '../../core/model/parse.ts'
import type { Kind, MitigationSubject, Model } from '../../core/model/records.ts'
import { serialiseModel } from '../../core/model/serialise.ts'
import { recordOf } from '../../core/model/testing/sample.ts'
import type { BoardDoc, Editor } from './board-doc.ts'
import { modelOfDocument } from './snapshot.ts'
import { give, makePeers, modelOf, sync } from './testing/peers.ts'

/** Few ids, so that people meet in the same records. */
const IDS = {
  segments: ['s1', 's2', 's3'],
  vendors: ['v1', 'v2'],
  components: ['c1', 'c2', 'c3'],
  links: ['l1', 'l2'],
  risks: ['r1', 'r2'],
  mitigations: ['m1', 'm2'],
  notes: ['n1'],
} as const satisfies Partial<Record<Kind, readonly string[]>>
type EditedKind = keyof typeof IDS
const KINDS = Object.keys(IDS) as EditedKind[]

const idOf = (kind: EditedKind): fc.Arbitrary<string> => fc.constantFrom(...IDS[kind])
const orNull = (kind: EditedKind) => fc.option(idOf(kind))
const subject: fc.Arbitrary<MitigationSubject> = fc.oneof(
  fc.record({ component: idOf('components') }),
  fc.record({ link: idOf('links') }),
  fc.record({ segment: idOf('segments') }),
  fc.record({ vendor: idOf('vendors') }),
)
const text = fc.constantFrom('', 'a', 'ab', 'abc', 'xabc')
const pos = fc.tuple(fc.integer({ min: -9, max: 9 }), fc.integer({ min: -9, max: 9 }))

const FIELDS: { [K in EditedKind]: Record<string, fc.Arbitrary<unknown>> } = {
  segments: { name: text, parent: orNull('segments'), pos },
  vendors: { name: text, restricted: fc.boolean() },
  components: { name: text, segment: orNull('segments'), vendor: orNull('vendors'), pos },
  links: { from: orNull('components'), to: orNull('components') },
  risks: { title: text, rationale: text, likelihood: fc.integer({ min: 1, max: 5 }) },
  mitigations: {
    treats: fc.uniqueArray(idOf('risks')),
    on: fc.uniqueArray(subject, { selector: (each) => JSON.stringify(each) }),
  },
  notes: { text, segment: orNull('segments') },
}
const riskOn = fc.oneof(fc.record({ component: idOf('components') }), fc.record({ vendor: idOf('vendors') }))

type Change = (editor: Editor) => void

const change: fc.Arbitrary<Change> = fc.constantFrom(...KINDS).chain((kind) =>
  fc.oneof(
    fc.tuple(idOf(kind), fc.record(FIELDS[kind]), riskOn).map(([id, fields, on]): Change => {
      const part = { id, ...fields, ...(kind === 'risks' ? { on } : {}) }
      return (editor) => editor.create(kind, recordOf(kind, part))
    }),
    fc.tuple(idOf(kind), fc.record(FIELDS[kind], { requiredKeys: [] })).map(
      ([id, fields]): Change =>
        (editor) =>
          editor.set(kind, id, fields),
    ),
    idOf(kind).map(
      (id): Change =>
        (editor) =>
          editor.remove(kind, id),
    ),
    fc
      .record({
        title: text,
        description: text,
        policy: fc.constantFrom({ scenario: 'target' }, { planes: { user: 'access' } }),
      })
      .map(
        (fields): Change =>
          (editor) =>
            editor.setMeta(fields),
      ),
  ),
)

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
