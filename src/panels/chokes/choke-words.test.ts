import { expect, test } from 'vitest'
import type { CoreResult } from '../../core/analysis/result.ts'
import { clearedInWords, progressInWords, separatingInWords, whyNoChoke } from './choke-words.ts'

const counts = (taken: number, reached: number, held = taken): CoreResult['counts'] => ({
  components: 9,
  links: 9,
  held,
  targets: 2,
  taken,
  reached,
  accepted: 0,
})

test('[AN12] where nothing is ranked it says why', () => {
  expect(whyNoChoke('components', counts(0, 0))).toBe('Nothing is exposed, so nothing hinges on anything.')
  expect(whyNoChoke('links', counts(1, 0))).toContain('No single link')
})

test('[AN12] an element says what cutting it would clear, without what it would not', () => {
  expect(clearedInWords({ id: 'a', taken: 9, reached: 0 })).toBe('9 taken')
  expect(clearedInWords({ id: 'a', taken: 1, reached: 3 })).toBe('1 taken, 3 reached')
})

test('counting is told until it is done', () => {
  expect(progressInWords(null, null)).toBe('Counting…')
  expect(progressInWords(null, { part: 'chokePoints', share: 0.419 })).toBe('Counting… 41 %')
  expect(progressInWords(null, { part: 'changes', share: 0.9 })).toBe('Counting…')
  expect(progressInWords({ components: [], links: [] }, null)).toBe('')
})

test('[AN12] the separating set says what cutting it leaves, or why there is none', () => {
  expect(separatingInWords(['a', 'b'], counts(1, 0))).toBe(
    'Cutting these 2 links leaves no critical function held but those with a foothold of their own.',
  )
  expect(separatingInWords([], counts(0, 1, 4))).toContain('no critical function is held.')
  expect(separatingInWords([], counts(2, 0))).toContain('but those with a foothold of their own')
})
