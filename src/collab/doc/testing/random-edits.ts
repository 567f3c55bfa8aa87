import * as fc from 'fast-check'
import type { Kind, MitigationSubject } from '../../../core/model/records.ts'
import { recordOf } from '../../../core/model/testing/sample.ts'
import type { Editor } from '../board-doc.ts'

/** Few ids, so that people meet in the same records. */
const IDS = {
  segments: ['s1', 's2', 's3'],
  vendors: ['v1', 'v2'],
  components: ['c1', 'c2', 'c3'],
  links: ['l1', 'l2'],
  risks: ['r1', 'r2'],
  mitigations: ['m1', 'm2'],
  notes: ['n1'],
  comments: ['k1', 'k2', 'k3'],
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

/** As JSON has them: Yjs takes no object without a prototype. */
const plain = { noNullPrototype: true }
const pinned = fc.oneof(
  fc.record({ component: idOf('components') }, plain),
  fc.record({ link: idOf('links') }, plain),
  fc.record({ segment: idOf('segments') }, plain),
)
const moment = fc.constantFrom('2026-11-24T09:30:00Z', '2026-11-24T10:00:00Z')

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
  comments: {
    thread: orNull('comments'),
    on: fc.option(pinned),
    at: fc.option(pos),
    created: moment,
    text,
    resolved: fc.option(fc.record({ by: text, at: moment }, plain)),
  },
}
const riskOn = fc.oneof(fc.record({ component: idOf('components') }), fc.record({ vendor: idOf('vendors') }))

export type Change = (editor: Editor) => void

/** One thing that a person might do to a board, sensible or not. */
export const change: fc.Arbitrary<Change> = fc.constantFrom(...KINDS).chain((kind) =>
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
