import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { type Presence, readPresence } from '../../collab/doc/presence.ts'
import { SUMMON_STANDS_MS } from '../../collab/doc/summon.ts'
import { type Desk, openDesk } from '../../commands/testing/desk.ts'
import { showPeople } from '../../state/show-people.ts'
import { answerSummon, useSummons } from './summon-store.ts'
import { watchSummons } from './summon-watch.ts'

const ADA = 7
const view = { x: 0, y: 0, zoom: 1, w: 800, h: 600 }
const ada = (id: string | null): Presence => {
  const summon = id === null ? null : { id, view }
  const read = readPresence({ user: 'ada', name: 'Ada', role: 'editor', summon })
  if (read === null) throw new Error('not readable')
  return read
}
const say = (id: string | null) => showPeople(new Map([[ADA, ada(id)]]), new Map(), 'me')
const shown = () => useSummons.getState().summons.map(({ id }) => id)

let desk: Desk
let stop: () => void
beforeEach(() => {
  vi.useFakeTimers()
  desk = openDesk()
  say(null)
  stop = watchSummons()
})
afterEach(() => {
  stop()
  showPeople(new Map(), new Map(), 'me')
  vi.useRealTimers()
})

test('a request goes by itself after a minute, and says so', () => {
  say('s1')
  vi.advanceTimersByTime(SUMMON_STANDS_MS - 1)
  expect([shown(), desk.said.notified]).toEqual([['s1'], []])
  vi.advanceTimersByTime(1)
  expect(shown()).toEqual([])
  expect(desk.said.notified).toEqual(['Ada asked you to come a minute ago. The request has gone.'])
})

test('a request goes when it is taken back', () => {
  say('s1')
  say(null)
  expect(shown()).toEqual([])
  expect(desk.said.notified).toEqual(['Ada has taken back the request to come.'])
})

test('a request goes when the one who asks has left, not while that one may be back', () => {
  say('s1')
  showPeople(new Map(), new Map([[ADA, ada('s1')]]), 'me')
  expect(shown()).toEqual(['s1'])
  say('s1')
  expect(shown()).toEqual(['s1'])
  showPeople(new Map(), new Map(), 'me')
  expect(shown()).toEqual([])
  expect(desk.said.notified).toEqual(['Ada has left, and asks you to come no more.'])
})

test('a request that is made again takes the place of the one before, for a minute of its own', () => {
  say('s1')
  vi.advanceTimersByTime(20_000)
  say('s2')
  expect([shown(), desk.said.notified]).toEqual([['s2'], []])
  vi.advanceTimersByTime(SUMMON_STANDS_MS - 1)
  expect(shown()).toEqual(['s2'])
})

test('what is answered says nothing when its time is over', () => {
  say('s1')
  answerSummon('s1')
  say(null)
  vi.advanceTimersByTime(SUMMON_STANDS_MS)
  expect(desk.said.notified).toEqual([])
})
