import { describe, expect, it } from 'vitest'
import { BackOff } from './back-off.ts'

const HIGHEST = () => 1

describe('BackOff', () => {
  it('waits twice as long each time, up to 15 s, and a random part of it', () => {
    const longest = new BackOff(HIGHEST)
    expect(Array.from({ length: 8 }, () => longest.next())).toEqual([
      300, 600, 1200, 2400, 4800, 9600, 15_000, 15_000,
    ])
    const shortest = new BackOff(() => 0)
    expect([shortest.next(), shortest.next()]).toEqual([150, 300])
  })

  it('starts short again after a connection that stood, not after one that broke at once', () => {
    let now = 0
    const backOff = new BackOff(HIGHEST, () => now)
    for (let index = 0; index < 4; index++) backOff.next()
    backOff.connected()
    now += 100
    expect(backOff.next()).toBe(4800)
    backOff.connected()
    now += 10_000
    expect(backOff.next()).toBe(300)
  })

  it('starts short when somebody asks, and never comes sooner than the server wants', () => {
    const backOff = new BackOff(() => 0)
    backOff.next()
    backOff.next()
    backOff.reset()
    expect(backOff.next()).toBe(150)
    expect(backOff.next(60_000)).toBeGreaterThanOrEqual(60_000)
  })
})
