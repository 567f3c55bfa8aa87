import { expect, test } from 'vitest'
import { normalisedOf } from '../core/analysis/testing/model-of.ts'
import type { Model } from '../core/model/records.ts'
import { useExchange } from '../state/exchange-store.ts'
import { useSelection } from '../state/selection-store.ts'
import { useView } from '../state/view-store.ts'
import { paste } from './clipboard.ts'
import { execute } from './execute.ts'
import { undo } from './history.ts'
import { openFile, openGiven } from './import-file.ts'
import { importHere } from './import-here.ts'
import { joinAs, openDesk, settled } from './testing/desk.ts'

test('a file that was chosen, or given, is shown before anything is made of it', async () => {
  const desk = openDesk()
  const before = desk.model()
  desk.answers.file = new File(['{}'], 'a.json')
  execute(openFile)
  await settled()
  expect(useView.getState().dialog).toBe('import')
  expect(useExchange.getState().file?.name).toBe('a.json')
  execute(openGiven, [new File(['{}'], 'b.json'), new File(['{}'], 'c.json')])
  expect(useExchange.getState().file?.name).toBe('b.json')
  expect(desk.said.notified).toEqual(['One file at a time: b.json is opened, the other is not.'])
  expect(desk.model()).toEqual(before)
})

test('choosing none opens nothing', async () => {
  const desk = openDesk()
  useView.setState({ dialog: null })
  desk.answers.file = null
  execute(openFile)
  await settled()
  expect(useView.getState().dialog).toBeNull()
})

const importModel = async (model: Model, isWanted = () => true) => {
  await new Promise<void>((done) => execute(importHere, { model, name: 'core.tm7', isWanted, done }))
}

test('an import is one step of undo, selected, and stands beside what was there', async () => {
  const desk = openDesk({ components: [{ id: 'c1', name: 'AMF', pos: [0, 0] }] })
  const before = desk.model()
  const { model } = normalisedOf({
    segments: [{ id: 's1', name: 'Core', size: [400, 300] }],
    components: [
      { id: 'c1', name: 'SMF', segment: 's1', pos: [40, 60] },
      { id: 'c2', name: 'UPF', pos: [600, 0] },
    ],
    links: [{ id: 'l1', from: 'c1', to: 'c2' }],
    threats: [{ id: 't1', number: 1, on: { component: 'c2' } }],
  })
  await importModel(model)
  const after = desk.model()
  expect(after.components.map(({ name }) => name).sort()).toEqual(['AMF', 'SMF', 'UPF'])
  expect(after.links.length).toBe(1)
  expect(useSelection.getState().ids).toEqual(new Set(['s1', 'c2']))
  execute(undo)
  expect(desk.model().components).toEqual(before.components)
  expect(desk.model().threats).toEqual([])
  expect(desk.model().meta.lastThreat).toBe(1)
})

test('what was undone, or deleted, comes again when it is imported again', async () => {
  const desk = openDesk({ components: [{ id: 'c1', name: 'AMF' }] })
  const { model } = normalisedOf({
    components: [{ id: 'c2', name: 'SMF' }],
    links: [{ id: 'l1', from: 'c2', to: 'c2' }],
    risks: [{ id: 'r1', on: { component: 'c2' } }],
  })
  await importModel(model)
  execute(undo)
  await importModel(model)
  const { components, links, risks } = desk.model()
  const [, smf] = components.map(({ id, name }) => (name === 'SMF' ? id : '')).sort()
  expect(components.map(({ name }) => name).sort()).toEqual(['AMF', 'SMF'])
  expect(links).toMatchObject([{ from: smf, to: smf }])
  expect(risks).toMatchObject([{ on: { component: smf } }])
})

test('an import that nobody waits for any more, or whose right to edit has gone, comes to nothing', async () => {
  const desk = openDesk()
  const before = desk.model()
  const { model } = normalisedOf({ components: [{ id: 'c9' }] })
  let asked = 0
  await importModel(model, () => ++asked < 2)
  expect(asked).toBeGreaterThan(1)
  expect(desk.model()).toEqual(before)
  joinAs('editor')
  await importModel(model, () => {
    joinAs('viewer')
    return true
  })
  expect(desk.model()).toEqual(before)
  expect(desk.said.notified).toEqual(['Nothing was imported: you may no longer edit this board.'])
  joinAs('editor')
})

test('whoever may only look imports nothing', () => {
  const desk = openDesk()
  joinAs('viewer')
  const { model } = normalisedOf({ components: [{ id: 'c9' }] })
  const asked = { model, name: 'x', isWanted: () => true, done: () => undefined }
  expect(execute(importHere, asked)).toBe(false)
  expect(desk.model().components.some(({ id }) => id === 'c9')).toBe(false)
})

test('text of another tool on the clipboard is opened like a file, a mere word is not', async () => {
  const desk = openDesk()
  useView.setState({ dialog: null })
  desk.answers.clipboard = 'otmVersion: 0.2.0\nproject: {}'
  execute(paste)
  await settled()
  expect(useView.getState().dialog).toBe('import')
  expect(await useExchange.getState().file?.text()).toBe('otmVersion: 0.2.0\nproject: {}')
  useView.setState({ dialog: null })
  desk.answers.clipboard = 'AMF'
  execute(paste)
  await settled()
  expect(useView.getState().dialog).toBeNull()
})
