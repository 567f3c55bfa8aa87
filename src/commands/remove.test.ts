import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { sync } from '../collab/doc/testing/peers.ts'
import { normalise } from '../core/model/normalise.ts'
import { recordIn } from '../core/model/lookup.ts'
import { KINDS, type Model } from '../core/model/records.ts'
import { randomRecords } from '../core/model/testing/random-records.ts'
import { select } from '../state/selection-store.ts'
import { setView, useView } from '../state/view-store.ts'
import { execute, isEnabled } from './execute.ts'
import { undo } from './history.ts'
import { deleteSelection, removeRecords } from './remove.ts'
import { joinAs, openDesk, settled } from './testing/desk.ts'

const parts = {
  segments: [
    { id: 's1', name: 'Core' },
    { id: 's2', parent: 's1' },
  ],
  vendors: [{ id: 'v1', name: 'Acme' }],
  components: [
    { id: 'c1', name: 'AMF', segment: 's2', vendor: 'v1' },
    { id: 'c2', name: 'SMF' },
    { id: 'c3', name: 'UPF' },
  ],
  notes: [{ id: 'n1', segment: 's1' }],
  links: [
    { id: 'l1', from: 'c1', to: 'c2' },
    { id: 'l2', from: 'c2', to: 'c3' },
  ],
  risks: [
    { id: 'r1', title: 'Builds', on: { component: 'c1' } },
    { id: 'r2', title: 'Support', on: { vendor: 'v1' } },
    { id: 'r3', title: 'Other', on: { component: 'c3' } },
  ],
  mitigations: [
    { id: 'm1', treats: ['r1', 'r3'], on: [{ component: 'c1' }, { component: 'c3' }] },
    { id: 'm2', treats: ['r1'], on: [{ component: 'c1' }] },
    { id: 'm3', treats: ['r2', 'r3'], on: [] },
  ],
}

const idsOf = (model: Model) =>
  KINDS.flatMap((kind) => (model[kind] as readonly { id: string }[]).map(({ id }) => id)).sort()

describe('deleting', () => {
  test('a segment takes all that lies in it, their links and risks, after asking, and undo brings all back', async () => {
    const desk = openDesk(parts)
    const before = desk.model()
    select(['s1'])
    setView({ renaming: 's1' })
    execute(deleteSelection)
    expect(desk.said.asked).toEqual([
      'This also deletes one risk recorded against what you delete. You can undo it.',
    ])
    await settled()
    expect(idsOf(desk.model())).toEqual(['c2', 'c3', 'l2', 'm1', 'm3', 'r2', 'r3', 'v1'])
    expect(recordIn(desk.model(), 'mitigations', 'm1')).toMatchObject({
      on: [{ component: 'c3' }],
      treats: ['r3'],
    })
    expect(desk.selected()).toEqual([])
    expect(useView.getState().renaming).toBeNull()
    expect(desk.board.steps().undo).toBe('Delete Core')
    expect(desk.said.announced).toEqual(['6 records deleted'])
    execute(undo)
    expect(desk.model()).toEqual(before)
  })

  test('is left alone when the answer is no', async () => {
    const desk = openDesk(parts)
    const before = desk.model()
    desk.answers.confirm = false
    execute(removeRecords, { ids: ['v1'] })
    expect(desk.said.asked).toEqual([
      'This also deletes one risk recorded against the vendor. You can undo it.',
    ])
    await settled()
    expect(desk.model()).toBe(before)
  })

  test('a vendor leaves its products without one', async () => {
    const desk = openDesk(parts)
    execute(removeRecords, { ids: ['v1'] })
    await settled()
    expect(recordIn(desk.model(), 'components', 'c1')?.vendor).toBeNull()
    expect(recordIn(desk.model(), 'mitigations', 'm3')).toMatchObject({ on: [], treats: ['r3'] })
    execute(undo)
    expect(recordIn(desk.model(), 'components', 'c1')?.vendor).toBe('v1')
  })

  test('what carries no risk asks nothing, and is done at once', () => {
    const desk = openDesk(parts)
    select(['l2', 'c2', 'gone'])
    execute(deleteSelection)
    expect(desk.said.asked).toEqual([])
    expect(desk.model().links).toEqual([])
    expect(desk.board.steps().undo).toBe('Delete 3 records')
  })

  test.each([
    ['r1', 'Delete Builds'],
    ['l1', 'Delete Link'],
    ['c2', 'Delete SMF'],
  ])('%s is one step called %s', (id, label) => {
    const desk = openDesk(parts)
    execute(removeRecords, { ids: [id] })
    expect(desk.board.steps().undo).toBe(label)
  })

  test('a mitigation all of whose cover is deleted is set aside, not spread over everything', async () => {
    const desk = openDesk(parts)
    execute(removeRecords, { ids: ['c1'] })
    await settled()
    expect(recordIn(desk.model(), 'mitigations', 'm2')).toBeUndefined()
    execute(undo)
    expect(recordIn(desk.model(), 'mitigations', 'm2')?.on).toEqual([{ component: 'c1' }])
  })

  test('two people who delete half of a mitigation’s cover each do not spread it over everything', async () => {
    const desk = openDesk(parts)
    execute(removeRecords, { ids: ['c1'] })
    await settled()
    desk.other.edit('Delete c3', (editor) => {
      editor.remove('components', 'c3')
      editor.set('mitigations', 'm1', { on: [{ component: 'c1' }] })
    })
    sync(desk.board, desk.other)
    expect(recordIn(desk.model(), 'mitigations', 'm1')).toBeUndefined()
  })

  test('after a question looks again at what others have done meanwhile', async () => {
    const desk = openDesk(parts)
    execute(removeRecords, { ids: ['c1'] })
    desk.other.edit('More', (editor) => {
      editor.set('mitigations', 'm1', { treats: ['r1', 'r2', 'r3'] })
      editor.set('components', 'c2', { segment: 's2' })
    })
    sync(desk.board, desk.other)
    await settled()
    expect(recordIn(desk.model(), 'mitigations', 'm1')?.treats).toEqual(['r3', 'r2'])
  })

  test('is not for whoever loses the right while the question stands', async () => {
    const desk = openDesk(parts)
    execute(removeRecords, { ids: ['c1'] })
    joinAs('viewer')
    await settled()
    expect(recordIn(desk.model(), 'components', 'c1')).toBeDefined()
    expect(isEnabled(deleteSelection)).toBe(false)
  })
})

/** What each mitigation covers by name or place (AN3), and the risks that it treats. */
function credit(model: Model): Map<string, { covers: Set<string>; treats: Set<string> }> {
  const around = (segment: string | null): string[] =>
    segment === null ? [] : [segment, ...around(recordIn(model, 'segments', segment)?.parent ?? null)]
  return new Map(
    model.mitigations.map(({ id, on, treats }) => {
      const covered = model.components.filter(
        (component) =>
          on.length === 0 ||
          on.some((subject) => {
            if ('component' in subject) return subject.component === component.id
            if ('vendor' in subject) return subject.vendor === component.vendor
            return 'segment' in subject && around(component.segment).includes(subject.segment)
          }),
      )
      const links = on.flatMap((subject) => ('link' in subject ? [subject.link] : []))
      return [
        id,
        { covers: new Set([...covered.map((component) => component.id), ...links]), treats: new Set(treats) },
      ]
    }),
  )
}

test('credit never grows by a delete, nor by two at once, and the document is in order after one', async () => {
  const someIds = fc.array(
    fc.constantFrom('s0', 's1', 's2', 'v0', 'v1', 'c0', 'c1', 'c2', 'l0', 'l1', 'r0', 'r1', 'm0', 'n0'),
    { minLength: 1, maxLength: 3 },
  )
  await fc.assert(
    fc.asyncProperty(randomRecords, someIds, someIds, async (records, mine, yours) => {
      const desk = openDesk(normalise(records).model)
      const before = credit(desk.model())
      execute(removeRecords, { ids: mine })
      await settled()
      const check = () => {
        for (const [id, { covers, treats }] of credit(desk.model())) {
          expect([...covers].filter((component) => before.get(id)?.covers.has(component) !== true)).toEqual(
            [],
          )
          expect([...treats].filter((risk) => before.get(id)?.treats.has(risk) !== true)).toEqual([])
        }
      }
      check()
      desk.other.edit('Delete', (editor) => {
        for (const id of yours) for (const kind of KINDS) editor.remove(kind, id)
      })
      sync(desk.board, desk.other)
      check()
    }),
    { numRuns: 100 },
  )
})
