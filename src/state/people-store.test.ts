import { beforeEach, expect, test } from 'vitest'
import { type Presence, readPresence } from '../collab/doc/presence.ts'
import { activeClient, usePeople } from './people-store.ts'
import { newer, showPeople } from './show-people.ts'

const said = (fields: Record<string, unknown>): Presence => {
  const presence = readPresence({ name: 'Ada', colour: '#1f6f8b', role: 'editor', ...fields })
  if (presence === null) throw new Error('nobody')
  return presence
}
const NOBODY = new Map<number, Presence>()
beforeEach(() => usePeople.setState(usePeople.getInitialState()))

test('one person in two tabs is one, and my own other tab is marked as mine', () => {
  showPeople(
    new Map([
      [3, said({ user: 'ada' })],
      [1, said({ user: 'bo', name: 'Bo' })],
      [2, said({ user: 'ada' })],
    ]),
    NOBODY,
    'bo',
  )
  const { people } = usePeople.getState()
  expect(people.map(({ name, clients, mine }) => [name, clients, mine])).toEqual([
    ['Bo', [1], true],
    ['Ada', [2, 3], false],
  ])
})

test('where the server names no user every client is somebody, also two of the same name', () => {
  showPeople(
    new Map([
      [1, said({})],
      [2, said({})],
    ]),
    NOBODY,
    null,
  )
  expect(usePeople.getState().people.map(({ mine }) => mine)).toEqual([false, false])
})

test('a moving cursor leaves all that React draws as it is', () => {
  const first = said({ cursor: [1, 1], selection: ['a'], drag: { ids: ['a'], from: [0, 0], by: [1, 1] } })
  showPeople(new Map([[1, first]]), NOBODY, null)
  const before = usePeople.getState()
  const next = newer(
    first,
    said({ cursor: [2, 2], selection: ['a'], drag: { ids: ['a'], from: [0, 0], by: [1, 1] } }),
  )
  showPeople(new Map([[1, next]]), NOBODY, null)
  const now = usePeople.getState()
  expect(now.live.get(1)?.cursor).toEqual([2, 2])
  expect(now.people).toBe(before.people)
  expect(now.selections).toBe(before.selections)
  expect(now.drags).toBe(before.drags)
})

test('one who has gone for a moment is still here, but shows nothing', () => {
  const ada = said({ selection: ['a'], drag: { ids: ['a'], from: [0, 0], by: [1, 1] }, laser: [1, 1] })
  showPeople(new Map([[1, ada]]), NOBODY, null)
  const { people, lasers } = usePeople.getState()
  expect(lasers).toBe(true)
  showPeople(NOBODY, new Map([[1, ada]]), null)
  expect(usePeople.getState()).toMatchObject({ people, selections: [], drags: [], lasers: false })
})

test('the active tab of a person is the one that spoke last', () => {
  const live = new Map([
    [2, said({})],
    [5, said({})],
    [1, said({})],
  ])
  expect(activeClient({ clients: [2, 5] }, live)).toBe(5)
  expect(activeClient({ clients: [9] }, live)).toBeNull()
})
