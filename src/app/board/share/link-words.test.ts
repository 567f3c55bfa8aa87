import { expect, test } from 'vitest'
import type { Link } from '../../../collab/doc/wire.ts'
import { expiryOf, hasEnded, lifeInWords } from './link-words.ts'

const link = (fields: Partial<Link> = {}): Link => ({
  id: 'l1',
  role: 'viewer',
  name: '',
  created: '2026-11-01T10:00:00.000Z',
  expires: null,
  revoked: null,
  ...fields,
})
const now = new Date('2026-11-25T10:00:00.000Z')

test('a link has ended when it was revoked, or when its time is over', () => {
  expect(hasEnded(link(), now)).toBe(false)
  expect(hasEnded(link({ revoked: '2026-11-20T10:00:00.000Z' }), now)).toBe(true)
  expect(hasEnded(link({ expires: '2026-11-25T10:00:00.000Z' }), now)).toBe(true)
  expect(hasEnded(link({ expires: '2026-11-25T10:00:00.001Z' }), now)).toBe(false)
})

test('its life is told in words that fit', () => {
  expect(lifeInWords(link(), now)).toMatch(/^Made .+ · does not expire$/)
  expect(lifeInWords(link({ expires: '2026-11-24T10:00:00.000Z' }), now)).toMatch(/ · expired /)
  expect(lifeInWords(link({ expires: '2026-12-24T10:00:00.000Z' }), now)).toMatch(/ · expires /)
  expect(lifeInWords(link({ revoked: '2026-11-24T10:00:00.000Z' }), now)).toMatch(/ · revoked /)
})

test('how long becomes until when', () => {
  expect(expiryOf('never', now)).toBe(null)
  expect(expiryOf('week', now)).toBe('2026-12-02T10:00:00.000Z')
})
