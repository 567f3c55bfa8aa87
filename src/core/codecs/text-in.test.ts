import { expect, test } from 'vitest'
import { readAny } from './codecs.ts'
import { sourceOf } from './source.ts'
import { encodeText } from './text.ts'
import { charactersIn, TextAllowance } from './text-in.ts'
import { TooLarge } from './too-large.ts'

test('text is counted as often as it is said, whatever it lies in, and names of fields but for those of the record', () => {
  const text = 'x'.repeat(10)
  expect(charactersIn({ a: text, b: [text, { names: text, d: 5, e: null }] })).toBe(30 + 'namesde'.length)
})

test('an allowance is for all that is taken of it', () => {
  const allowance = new TextAllowance(10)
  allowance.take(10)
  expect(() => allowance.take(1)).toThrow(TooLarge)
})

test('[EX1] a small file of which much text would be made is refused', () => {
  const entries = Array.from({ length: 100 }, () => ({ threat: 't', state: 'exposed' }))
  const file = {
    otmVersion: '0.2.0',
    project: { id: 'p', name: 'P' },
    trustZones: [{ id: 'z', name: 'Z', risk: { trustRating: 1 } }],
    components: [{ id: 'c', name: 'C', type: 'x', parent: { trustZone: 'z' }, threats: entries }],
    threats: [
      {
        id: 't',
        name: 'T',
        categories: [],
        description: 'x'.repeat(1024 * 1024),
        risk: { likelihood: 1, impact: 1 },
      },
    ],
  }
  const read = readAny(sourceOf(encodeText(JSON.stringify(file)), 'small.otm.json'))
  expect(read).toMatchObject({ ok: false, problems: [{ code: 'too-large' }] })
})
