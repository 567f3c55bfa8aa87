import { describe, expect, it } from 'vitest'
import { TokenBucket } from './token-bucket.ts'

describe('TokenBucket', () => {
  it('lets a burst through, then makes wait for the debt', () => {
    let now = 0
    const bucket = new TokenBucket(10, 5, () => now)
    expect(Array.from({ length: 5 }, () => bucket.take(1))).toEqual([0, 0, 0, 0, 0])
    expect(bucket.take(1)).toBe(100)
    expect(bucket.take(2)).toBe(300)
    now += 300
    expect(bucket.take(0)).toBe(0)
    expect(bucket.take(1)).toBe(100)
  })

  it('saves up no more than a burst', () => {
    let now = 0
    const bucket = new TokenBucket(10, 5, () => now)
    now += 3_600_000
    expect(bucket.take(6)).toBe(100)
  })
})
