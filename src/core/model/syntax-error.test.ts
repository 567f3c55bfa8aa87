import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { firstSyntaxError } from './syntax-error.ts'

const broken: [string, number][] = [
  ['', 0],
  ['  ', 2],
  ['{"a": ?}', 6],
  ['{"a": 1,}', 8],
  ['{"a" 1}', 5],
  ['{a: 1}', 1],
  ['[1, 2', 5],
  ['[1 2]', 3],
  ['[1,]', 3],
  ['[01]', 2],
  ['[1.]', 2],
  ['"open', 5],
  ['"bad \\x escape"', 5],
  ['"two\nlines"', 4],
  ['[tru]', 1],
  ['{} {}', 3],
  ["{'a': 1}", 1],
]

test.each(broken)('%j stops being JSON at %i', (text, at) => {
  expect(() => JSON.parse(text) as unknown).toThrow(SyntaxError)
  expect(firstSyntaxError(text)).toBe(at)
})

test('what JSON.parse reads has none', () => {
  fc.assert(
    fc.property(fc.json({ maxDepth: 5 }), fc.constantFrom(undefined, 2), (json, indent) => {
      const text = JSON.stringify(JSON.parse(json), null, indent)
      expect(firstSyntaxError(text)).toBe(text.length)
    }),
  )
})

test('a text that is cut off has it at its end, and one with a stray sign no later than there', () => {
  fc.assert(
    fc.property(fc.json({ maxDepth: 4 }), fc.nat(), (json, random) => {
      const text = `[${json}]`
      const cut = random % text.length
      expect(firstSyntaxError(text.slice(0, cut))).toBeLessThanOrEqual(cut)
      expect(firstSyntaxError(`${text.slice(0, cut)}\u0000${text.slice(cut)}`)).toBeLessThanOrEqual(cut)
    }),
  )
})

test('a text of megabytes is no trouble', () => {
  const text = `["${'x'.repeat(5_000_000)}", ${'1,'.repeat(500_000)}]`
  expect(firstSyntaxError(text)).toBe(text.length - 1)
})
