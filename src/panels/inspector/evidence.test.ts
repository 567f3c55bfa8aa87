import { expect, test } from 'vitest'
import { evidenceLines, withLines } from './evidence.ts'

test('what another tool wrote as an object survives an edit of the lines', () => {
  const evidence = ['report', { tool: 'scan', findings: 3 }, 'photo']
  expect(evidenceLines(evidence)).toEqual(['report', 'photo'])
  expect(withLines(evidence, ['report'])).toEqual(['report', { tool: 'scan', findings: 3 }])
})
