import { expect, test } from 'vitest'
import type { Entry } from '../core/model/records.ts'
import { execute } from './execute.ts'
import { addEntry, applyEntry, recordEntry, takeOverEntries } from './library.ts'
import { removeRecords } from './remove.ts'
import { joinAs, openDesk } from './testing/desk.ts'

const entry = (id: string, fields: Partial<Entry> = {}): Entry => ({
  id,
  of: 'risk',
  title: `Entry ${id}`,
  description: '',
  propagation: null,
  effect: null,
  references: [],
  source: '',
  ...fields,
})

test('[MO10] what is made of an entry is a copy that outlives it', () => {
  const desk = openDesk({ components: [{ id: 'c1', name: 'AMF' }] })
  const risk = entry('e1', { propagation: 'weakness' })
  const control = entry('e2', { of: 'mitigation', effect: 'contains-node' })
  execute(addEntry, { entry: risk })
  execute(addEntry, { entry: control })
  expect(desk.model().entries).toHaveLength(2)
  execute(recordEntry, { entry: risk, on: { component: 'c1' } })
  execute(applyEntry, { entry: control, on: [{ component: 'c1' }] })
  execute(removeRecords, { ids: ['e1', 'e2'] })
  expect(desk.model().entries).toEqual([])
  expect(desk.model().risks[0]).toMatchObject({
    title: 'Entry e1',
    category: null,
    propagation: 'weakness',
    on: { component: 'c1' },
  })
  expect(desk.model().mitigations[0]).toMatchObject({
    title: 'Entry e2',
    control: null,
    effect: 'contains-node',
    treats: [],
    status: 'proposed',
    on: [{ component: 'c1' }],
  })
})

test('an effect that an entry leaves open cuts nothing', () => {
  const desk = openDesk({ components: [{ id: 'c1', name: 'AMF' }] })
  execute(applyEntry, { entry: entry('e1', { of: 'mitigation' }), on: [{ component: 'c1' }] })
  expect(desk.model().mitigations[0]?.effect).toBe('governs')
})

test('a file is taken over as one step of undo', () => {
  const desk = openDesk()
  execute(takeOverEntries, { entries: [entry('e1'), entry('e2'), entry('e3')] })
  expect(desk.model().entries).toHaveLength(3)
  expect(desk.board.undo()).toBe('Take over 3 entries')
  expect(desk.model().entries).toEqual([])
})

test('a viewer adds nothing', () => {
  const desk = openDesk()
  joinAs('viewer')
  expect(execute(addEntry, { entry: entry('e1') })).toBe(false)
  expect(desk.model().entries).toEqual([])
})
