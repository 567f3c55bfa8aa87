import { expect, test } from 'vitest'
import type { Spot } from '../../core/analysis/concentration.ts'
import type { Counts } from '../../core/analysis/result.ts'
import { exposureInWords, noticesOf, percent } from './concentration-words.ts'

const spot = (fields: Partial<Spot>): Spot => ({
  of: 'function',
  id: 'gnb',
  weight: 3,
  components: 3,
  critical: false,
  shares: [],
  restrictedShare: 0,
  overCap: false,
  single: null,
  ...fields,
})
const counts = (taken: number, reached: number): Counts => ({ taken, reached }) as Counts

test('a share over the cap never reads as at the cap', () => {
  expect([0.35, 1 / 3, 0.3504].map((share) => percent(share, 35))).toEqual(['35 %', '33.3 %', '35.04 %'])
  expect(noticesOf(spot({ overCap: true, restrictedShare: 0.3504 }), 35, String)).toEqual([
    'Restricted vendors have 35.04 %, over the cap of 35 %',
  ])
})

test('a spot says what is over the cap and on whom it hangs, else nothing', () => {
  expect(noticesOf(spot({}), 35, String)).toEqual([])
  expect(noticesOf(spot({ overCap: true, restrictedShare: 0.5, single: 'v1' }), 35, String)).toEqual([
    'Restricted vendors have 50 %, over the cap of 35 %',
    'Single supplier: v1',
  ])
})

test('fewer exposures for want of a target are not told as protection', () => {
  expect(exposureInWords(counts(3, 1), counts(1, 1), 0)).toBe('Taken 3 → 1, reached 1 → 1.')
  expect(exposureInWords(counts(3, 1), counts(0, 0), 2)).toContain('not the same as protected')
})
