import { describe, expect, test } from 'vitest'
import { recordIn } from '../core/model/lookup.ts'
import { NEW_MITIGATION, NEW_RISK, setView, useView } from '../state/view-store.ts'
import {
  addComponent,
  addLink,
  addMitigation,
  addNote,
  addNoteHere,
  addRisk,
  addSegment,
  addSegmentHere,
  addVendor,
  recordMitigation,
  recordRisk,
} from './create.ts'
import { execute, isEnabled } from './execute.ts'
import { redo, undo } from './history.ts'
import { joinAs, openDesk } from './testing/desk.ts'

describe('a new component', () => {
  test('takes its name from the catalogue, numbered, and is selected', () => {
    const desk = openDesk()
    for (let count = 0; count < 3; count++)
      execute(addComponent, { function: 'amf', pos: [1.6, 2], segment: null })
    expect(
      desk
        .model()
        .components.map(({ name }) => name)
        .sort(),
    ).toEqual(['AMF', 'AMF 2', 'AMF 3'])
    expect(desk.model().components[0]).toMatchObject({
      function: 'amf',
      pos: [2, 2],
      vendor: null,
      criticality: null,
    })
    expect(recordIn(desk.model(), 'components', desk.selected()[0] ?? '')?.name).toBe('AMF 3')
    expect(desk.board.steps().undo).toBe('Add AMF 3')
    execute(undo)
    expect(desk.model().components).toHaveLength(2)
    execute(redo)
    expect(desk.model().components).toHaveLength(3)
  })

  test('may be of no function, or of one that no catalogue knows, or have a name of its own', () => {
    const desk = openDesk()
    execute(addComponent, { function: null, pos: [0, 0], segment: null })
    execute(addComponent, { function: 'own-thing', pos: [0, 0], segment: null })
    execute(addComponent, { function: 'amf', pos: [0, 0], segment: null, name: 'Test AMF' })
    expect(
      desk
        .model()
        .components.map(({ name }) => name)
        .sort(),
    ).toEqual(['Component', 'Test AMF', 'own-thing'])
  })
})

test('a segment, a note, a link and a vendor are made, selected or inspected, and taken back', () => {
  const desk = openDesk({ components: [{ id: 'c1' }, { id: 'c2' }] })
  execute(addSegment, { kind: 'core-5g', pos: [0, 0], parent: null })
  expect(desk.model().segments).toMatchObject([{ kind: 'core-5g', size: [420, 280], id: desk.selected()[0] }])
  execute(addNote, { pos: [5, 5], segment: null })
  expect(desk.model().notes).toMatchObject([{ text: '', id: desk.selected()[0] }])
  execute(addLink, { from: 'c1', to: 'c2', interface: 'n11' })
  expect(desk.model().links).toMatchObject([
    { from: 'c1', to: 'c2', interface: 'n11', direction: 'both', id: desk.selected()[0] },
  ])
  expect(desk.board.steps().undo).toBe('Connect by N11')
  execute(addVendor, { name: 'Acme' })
  expect(useView.getState().inspected).toBe(desk.model().vendors[0]?.id)
  for (let count = 0; count < 4; count++) execute(undo)
  expect(desk.model()).toMatchObject({ segments: [], notes: [], links: [], vendors: [] })
})

test('a vendor made for components is theirs, in the same step, and the inspector stays with them', () => {
  const desk = openDesk({ components: [{ id: 'c1' }, { id: 'c2' }] })
  execute(addVendor, { name: 'Acme', forComponents: ['c1', 'c2'] })
  const [vendor] = desk.model().vendors
  expect(desk.model().components.map((component) => component.vendor)).toEqual([vendor?.id, vendor?.id])
  expect(useView.getState().inspected).toBeNull()
  execute(undo)
  expect(desk.model().components.map((component) => component.vendor)).toEqual([null, null])
})

test('a risk and a mitigation are made with the catalogue’s words and inspected', () => {
  const desk = openDesk({ vendors: [{ id: 'v1' }] })
  execute(addRisk, { category: 'vr-build', on: { vendor: 'v1', product: 'X' } })
  const [risk] = desk.model().risks
  expect(risk).toMatchObject({
    category: 'vr-build',
    on: { vendor: 'v1', product: 'X' },
    propagation: null,
    status: 'open',
  })
  expect(useView.getState().inspected).toBe(risk?.id)
  execute(addMitigation, {
    control: 'mit-repeatable-build',
    treats: [risk?.id ?? ''],
    on: [{ vendor: 'v1' }],
  })
  expect(desk.model().mitigations).toMatchObject([
    {
      control: 'mit-repeatable-build',
      treats: [risk?.id],
      on: [{ vendor: 'v1' }],
      status: 'proposed',
      effect: null,
    },
  ])
  execute(undo)
  expect(desk.model().mitigations).toEqual([])
})

describe('what is made by a key', () => {
  test('stands in the middle of the view, in the segment that is there if it has room', () => {
    const desk = openDesk({
      segments: [
        { id: 's1', pos: [0, 0], size: [1000, 800] },
        { id: 's2', pos: [2000, 0], size: [60, 60] },
      ],
    })
    desk.look([500, 400])
    execute(addNoteHere)
    expect(desk.model().notes[0]).toMatchObject({ segment: 's1', pos: [400, 340] })
    execute(addSegmentHere)
    expect(recordIn(desk.model(), 'segments', desk.selected()[0] ?? '')?.parent).toBe('s1')
    desk.look([2030, 30])
    execute(addNoteHere)
    expect(recordIn(desk.model(), 'notes', desk.selected()[0] ?? '')?.segment).toBeNull()
  })

  test('a risk and a mitigation are asked for in the inspector', () => {
    openDesk({ components: [{ id: 'c1' }] })
    setView({ right: false })
    execute(recordRisk)
    expect(useView.getState()).toMatchObject({ inspected: NEW_RISK, right: true })
    execute(recordMitigation)
    expect(useView.getState().inspected).toBe(NEW_MITIGATION)
    joinAs('viewer')
    expect([recordRisk, recordMitigation].map((each) => isEnabled(each))).toEqual([false, false])
  })
})
