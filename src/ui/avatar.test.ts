import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { initialsOf, inkOn } from './avatar.tsx'

test('initials are the first letters of two words', () => {
  expect(['Ada Lovelace', 'ada', ' Guest  17 b', '', '𝒜da'].map(initialsOf)).toEqual([
    'AL',
    'A',
    'G1',
    '?',
    '𝒜',
  ])
})

test('on any colour letters have a contrast of 4.5 at least', () => {
  const channel = (value: number) =>
    value / 255 <= 0.04045 ? value / 255 / 12.92 : ((value / 255 + 0.055) / 1.055) ** 2.4
  const light = (hex: string) => {
    const [r, g, b] = [1, 3, 5].map((at) => channel(Number.parseInt(hex.slice(at, at + 2), 16)))
    return 0.2126 * (r ?? 0) + 0.7152 * (g ?? 0) + 0.0722 * (b ?? 0)
  }
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 0xffffff }), (value) => {
      const colour = `#${value.toString(16).padStart(6, '0')}`
      const [a, b] = [light(colour), light(inkOn(colour))].sort((x, y) => y - x) as [number, number]
      expect((a + 0.05) / (b + 0.05)).toBeGreaterThanOrEqual(4.5)
    }),
  )
})
