import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { widthOf } from './measure.ts'
import { type Block, fitted, measure, wrapped } from './wrap.ts'

const STYLE = { size: 12, weight: 'regular' } as const
const linesOf = (text: string, room: number, breaks: boolean, most?: number) =>
  wrapped(measure(text, 'regular'), 12, room, breaks, most)
const block = (text: string): Block => ({ text, ...STYLE, leading: 1.2, ink: '' })

test('widths are those of the font', () => {
  expect(widthOf('A', 2048, 'regular')).toBe(1336)
  expect(widthOf('A', 2048, 'medium')).toBeGreaterThan(1336)
  expect(widthOf('電', 10, 'regular')).toBe(10)
  expect(widthOf('\u{1f600}', 10, 'regular')).toBe(10)
  expect(widthOf('e\u0301', 10, 'regular')).toBe(widthOf('e', 10, 'regular'))
})

test('no line is wider than the room, and nothing is lost', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), fc.integer({ min: 20, max: 200 }), (text, room) => {
      const lines = linesOf(text, room, true) ?? []
      expect(lines.join('').replace(/\s/g, '')).toBe(text.replace(/\s/g, ''))
      for (const line of lines) expect(widthOf(line, 12, 'regular')).toBeLessThanOrEqual(room)
    }),
  )
})

test('lines end between words and after hyphens; a word is broken only where it may be', () => {
  expect(linesOf('Access and mobility', 70, false)).toEqual(['Access and', 'mobility'])
  expect(linesOf('gNB-CU-CP/blue', 60, false)).toEqual(['gNB-CU-', 'CP/blue'])
  expect(linesOf('unbreakable', 30, false)).toBeNull()
  expect(linesOf('unbreakable', 30, true)?.join('')).toBe('unbreakable')
  expect(linesOf('one two three', 30, true, 1)).toBeNull()
})

test('a no-break space is kept wherever it stands', () => {
  expect(linesOf('\u00a0', 100, false)).toEqual(['\u00a0'])
  expect(linesOf('\u00a0\u00a0deep  in ', 100, false)).toEqual(['\u00a0\u00a0deep  in'])
})

test('text is as large as fits', () => {
  const large = fitted([[block('AMF')]], 100, 50)
  expect(large.lines[0]?.size).toBe(12)
  const small = fitted([[block('many words that do not fit at all '.repeat(4))]], 100, 50)
  expect(small.lines[0]?.size).toBeLessThan(12)
  expect(small.height).toBeLessThanOrEqual(50)
  expect(fitted([[block('one two three four')], [block('one')]], 30, 16).lines).toHaveLength(1)
})
