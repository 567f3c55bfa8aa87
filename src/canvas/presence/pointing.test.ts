import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import type { Point } from '../../core/model/records.ts'
import { Pointing } from './pointing.ts'

beforeEach(() => void vi.useFakeTimers())
afterEach(() => void vi.useRealTimers())

test('a moving pointer is told at most twenty times a second, and its last place always', () => {
  const told: (Point | null)[] = []
  const pointing = new Pointing((cursor) => told.push(cursor))
  for (let at = 0; at < 100; at++) {
    pointing.move([at + 0.4, 0])
    vi.advanceTimersByTime(10)
  }
  vi.advanceTimersByTime(100)
  expect(told.length).toBeLessThanOrEqual(21)
  expect(told.at(-1)).toEqual([99, 0])
  pointing.move(null)
  vi.advanceTimersByTime(100)
  expect(told.at(-1)).toBeNull()
})

test('nothing is told after the end', () => {
  const told: (Point | null)[] = []
  const pointing = new Pointing((cursor) => told.push(cursor))
  pointing.move([1, 1])
  pointing.stop()
  vi.advanceTimersByTime(100)
  expect(told).toEqual([])
})
