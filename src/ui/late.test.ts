import { expect, test } from 'vitest'
import { insist } from './late.ts'

/** Fails so many times, then gives `part`. */
const failing = (times: number) => {
  let left = times
  return async () => {
    left--
    if (left >= 0) throw new Error('no line')
    return 'part'
  }
}

test('a part that cannot be had while there is no line is waited for, however often', async () => {
  expect(await insist(failing(100), async () => 'offline')).toBe('part')
})

test('with a line it is tried five times, each time after a longer pause, and then it is gone', async () => {
  const pauses: number[] = []
  const pause = async (failures: number) => {
    pauses.push(failures)
    return 'online' as const
  }
  expect(await insist(failing(4), pause)).toBe('part')
  expect(pauses).toEqual([0, 1, 2, 3])
  await expect(insist(failing(5), pause)).rejects.toThrow('no line')
})
