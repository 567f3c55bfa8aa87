import { describe, expect, test } from 'vitest'
import { useBoard } from '../state/board-store.ts'
import { useConnection } from '../state/connection-store.ts'
import { select } from '../state/selection-store.ts'
import { command } from './command.ts'
import { setFields, setFieldsOfEach, setMeta } from './edit-fields.ts'
import { execute, isEnabled, setHost } from './execute.ts'
import { redo, undo } from './history.ts'
import { LISTED } from './registry.ts'
import { joinAs, openDesk, settled } from './testing/desk.ts'

const parts = {
  components: [{ id: 'c1', name: 'AMF' }, { id: 'c2' }, { id: 'c3' }],
  segments: [{ id: 's1' }],
}
const failing = (run: () => void | Promise<void>) =>
  command({ id: 'test.fail', label: 'Fail', icon: 'close', group: 'help', role: 'viewer', run })

describe('whoever may only look', () => {
  test.each(LISTED.filter(({ role }) => role === 'editor').map((each) => [each.id, each] as const))(
    'cannot %s, whatever is selected',
    (_, each) => {
      const desk = openDesk(parts)
      joinAs('viewer')
      for (const ids of [[], ['c1'], ['s1'], ['c1', 'c2', 'c3']]) {
        select(ids)
        expect(isEnabled(each)).toBe(false)
        expect(execute(each)).toBe(false)
      }
      expect(desk.board.steps().undo).toBeNull()
    },
  )

  test('cannot edit by a gesture, either', () => {
    const desk = openDesk(parts)
    joinAs('viewer')
    expect(execute(setFields, { kind: 'components', id: 'c1', fields: { name: 'X' }, label: 'Rename' })).toBe(
      false,
    )
    expect(execute(setMeta, { fields: { title: 'X' }, label: 'Rename' })).toBe(false)
    expect(desk.board.steps().undo).toBeNull()
  })

  test('nor can an editor once the connection has ended for good', () => {
    openDesk(parts)
    useConnection.setState({ phase: 'ended' })
    expect(isEnabled(setMeta)).toBe(false)
    useConnection.setState({ phase: 'offline' })
    expect(isEnabled(setMeta)).toBe(true)
  })
})

describe('what a command throws', () => {
  test('becomes a notice, now or later', async () => {
    const desk = openDesk()
    execute(
      failing(() => {
        throw new Error('now')
      }),
    )
    execute(failing(async () => await Promise.reject(new Error('later'))))
    await settled()
    expect(desk.said.notified).toEqual(['Fail: now', 'Fail: later'])
  })
})

test('without an open board nothing runs', () => {
  openDesk()
  setHost(null)
  expect(execute(failing(() => undefined))).toBe(false)
})

test('undo and redo say what they took back, and are there only where there is something', () => {
  const desk = openDesk(parts)
  expect([isEnabled(undo), isEnabled(redo)]).toEqual([false, false])
  execute(setFields, { kind: 'components', id: 'c1', fields: { name: 'AMF 1' }, label: 'Rename AMF' })
  execute(setMeta, { fields: { title: 'New', policy: { scenario: 'target' } }, label: 'Rename the board' })
  execute(undo)
  expect(desk.model().meta).toMatchObject({ title: 'Sample', policy: { scenario: 'current' } })
  execute(undo)
  expect(desk.model().components[0]?.name).toBe('AMF')
  expect([isEnabled(undo), isEnabled(redo)]).toEqual([false, true])
  execute(redo)
  expect(desk.model().components[0]?.name).toBe('AMF 1')
  expect(desk.said.announced).toEqual([
    'Undone: Rename the board',
    'Undone: Rename AMF',
    'Redone: Rename AMF',
  ])
})

test('fields of several records are one step', () => {
  const desk = openDesk(parts)
  const changes = ['c1', 'c2'].map((id) => ({ kind: 'components', id, fields: { product: 'X' } }) as const)
  execute(setFieldsOfEach, { changes, label: 'Product' })
  expect(desk.model().components.map(({ product }) => product)).toEqual(['X', 'X', null])
  execute(undo)
  expect(desk.model().components.map(({ product }) => product)).toEqual([null, null, null])
})

test('a record that was not edited stays the same object in the store', () => {
  openDesk(parts)
  const before = useBoard.getState().model
  execute(setFields, { kind: 'components', id: 'c1', fields: { name: 'X' }, label: 'Rename' })
  const after = useBoard.getState().model
  expect(after.components[0]).not.toBe(before.components[0])
  expect(after.components[1]).toBe(before.components[1])
  expect(after.segments[0]).toBe(before.segments[0])
})
