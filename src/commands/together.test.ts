import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import type { Presence } from '../collab/doc/presence.ts'
import { useAsking } from '../state/asking-store.ts'
import { useConnection } from '../state/connection-store.ts'
import { usePeople } from '../state/people-store.ts'
import { execute, isEnabled } from './execute.ts'
import { openDesk } from './testing/desk.ts'
import { bringEveryone, stopBringing } from './together.ts'

let published: (Presence['summon'] | undefined)[]
beforeEach(() => {
  vi.useFakeTimers({ now: 0 })
  openDesk()
  published = []
  useConnection.setState({ publish: ({ summon }) => published.push(summon) })
  usePeople.setState({
    people: [{ key: 'ada', clients: [7], name: 'Ada', colour: '#2f7d4f', role: 'editor', mine: false }],
  })
})
afterEach(() => {
  useAsking.setState(useAsking.getInitialState())
  usePeople.setState(usePeople.getInitialState())
  vi.useRealTimers()
})

test('what asks everybody to come can be taken back while it stands, and is gone after its time', () => {
  expect(isEnabled(stopBringing)).toBe(false)
  execute(bringEveryone)
  expect(isEnabled(stopBringing)).toBe(true)
  execute(stopBringing)
  expect(published.at(-1)).toBeNull()
  expect(isEnabled(stopBringing)).toBe(false)

  vi.advanceTimersByTime(20_000)
  execute(bringEveryone)
  expect(published.at(-1)).not.toBeNull()
  vi.advanceTimersByTime(70_000)
  expect(published.at(-1)).toBeNull()
  expect(isEnabled(stopBringing)).toBe(false)
})
