import fc from 'fast-check'
import { expect, test } from 'vitest'
import { mergeText } from './merge-text.ts'

test.each([
  ['two ends', 'the core', 'see the core', 'the core network', 'see the core network'],
  ['mine after theirs', 'a b c', 'a b d', 'x a b c', 'x a b d'],
  ['both append', 'note', 'note mine', 'note theirs', 'note mine theirs'],
  ['the same word: mine', 'red', 'green', 'blue', 'green'],
  ['they took out what mine stands before', 'red', 'dark red', '', 'dark '],
])('%s', (_, base, mine, theirs, merged) => {
  expect(mergeText(base, mine, theirs)).toBe(merged)
})

test('nobody else changed anything, or I did not: the one change stands', () => {
  fc.assert(
    fc.property(fc.string(), fc.string(), (base, changed) => {
      expect(mergeText(base, changed, base)).toBe(changed)
      expect(mergeText(base, base, changed)).toBe(changed)
      expect(mergeText(base, changed, changed)).toBe(changed)
    }),
  )
})

test('what I typed is never lost where the others only added', () => {
  fc.assert(
    fc.property(fc.string(), fc.string(), fc.string({ minLength: 1 }), (left, right, typed) => {
      const merged = mergeText(left + right, left + typed + right, `${left + right}!`)
      expect(merged).toContain(typed)
    }),
  )
})
