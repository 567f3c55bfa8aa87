import { expect, test } from 'vitest'
import { differenceInWords } from './review-words.ts'

test('a record that came or went is told with its kind, since two may have the same name', () => {
  const difference = { id: 'm1', name: 'Restore drill', what: 'added', fields: [] } as const
  expect(differenceInWords({ ...difference, of: 'mitigations' })).toBe('mitigation added')
  expect(differenceInWords({ ...difference, of: 'entries', what: 'removed' })).toBe(
    'own library entry removed',
  )
  expect(differenceInWords({ ...difference, of: 'meta', what: 'changed' })).toBe('changed')
})
