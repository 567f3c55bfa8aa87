import { expect, test } from 'vitest'
import { readAny } from './codecs.ts'
import { READ_LIMITS } from './limits.ts'
import { sourceOf } from './source.ts'
import { encodeText } from './text.ts'
import { saysMoreThan } from './text-in.ts'

test('text is counted as often as it is said, whatever it lies in', () => {
  const text = 'x'.repeat(10)
  const value = { a: text, b: [text, { c: text, d: 5, e: null }] }
  expect([saysMoreThan(value, 29), saysMoreThan(value, 30)]).toEqual([true, false])
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
  const source = () => sourceOf(encodeText(JSON.stringify(file)), 'small.otm.json')
  const read = readAny(source())
  expect(read).toMatchObject({ ok: false, problems: [{ code: 'too-large' }] })
  expect(readAny(source(), 'otm', { ...READ_LIMITS, text: 500 * 1024 * 1024 }).ok).toBe(true)
})
