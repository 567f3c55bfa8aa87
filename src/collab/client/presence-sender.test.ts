import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import type { Presence } from '../doc/presence.ts'
import { PresenceSender } from './presence-sender.ts'

beforeEach(() => void vi.useFakeTimers())
afterEach(() => void vi.useRealTimers())

function listen() {
  const heard: Partial<Presence>[] = []
  let state: Record<string, unknown> | null = {}
  const sender = new PresenceSender({
    getLocalState: () => state,
    setLocalState: (next) => {
      state = next
      heard.push(next ?? {})
    },
  })
  return { sender, heard }
}

test('a moving pointer is told at most 25 times a second, and its last place always', () => {
  const { sender, heard } = listen()
  for (let at = 0; at < 100; at++) {
    sender.tell({ cursor: [at, 0] })
    vi.advanceTimersByTime(10)
  }
  vi.advanceTimersByTime(100)
  expect(heard.length).toBeGreaterThan(15)
  expect(heard.length).toBeLessThanOrEqual(26)
  expect(heard.at(-1)?.cursor).toEqual([99, 0])
})

test('several changes go together, and what was said before stays said', () => {
  const { sender, heard } = listen()
  sender.tell({ name: 'Ada' })
  sender.tell({ cursor: [1, 1] })
  sender.tell({ selection: ['c1'] })
  vi.advanceTimersByTime(100)
  expect(heard).toEqual([{ name: 'Ada' }, { name: 'Ada', cursor: [1, 1], selection: ['c1'] }])
})

test('nothing is told while nothing changes, nor what was taken back in time, nor after the end', () => {
  const { sender, heard } = listen()
  sender.tell({ cursor: [1, 1] })
  vi.advanceTimersByTime(100)
  sender.tell({ cursor: [1, 1] })
  vi.advanceTimersByTime(100)
  sender.tell({ laser: null, cursor: [1, 1] })
  vi.advanceTimersByTime(100)
  expect(heard).toHaveLength(2)
  sender.tell({ cursor: [2, 2] })
  sender.tell({ cursor: [3, 3] })
  sender.tell({ cursor: [2, 2] })
  sender.stop()
  vi.advanceTimersByTime(100)
  expect(heard).toHaveLength(3)
})
