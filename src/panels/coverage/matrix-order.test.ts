import { expect, test } from 'vitest'
import { shareOfTally } from '../../core/analysis/coverage-shares.ts'
import { COVERAGE_STATES } from '../../core/analysis/coverage.ts'
import { inOrder } from './matrix-order.ts'

const share = (counts: Partial<Record<(typeof COVERAGE_STATES)[number], number>>) =>
  shareOfTally(Int32Array.from(COVERAGE_STATES, (state) => counts[state] ?? 0))
const entry = (id: string, counts: Parameters<typeof share>[0]) => ({
  id,
  name: id,
  place: 0,
  total: share(counts),
})

test('the worst and the least covered stand first, and what is blank last', () => {
  const entries = [
    entry('blank', {}),
    entry('done', { verified: 1 }),
    entry('half', { removed: 1, planned: 1 }),
    entry('bare', { proposed: 2 }),
    entry('open', { uncovered: 1, removed: 3 }),
    entry('closed', { closed: 1 }),
  ]
  const ids = (order: 'name' | 'worst' | 'share') => inOrder(entries, order).map(({ id }) => id)
  expect(ids('name')).toEqual(['bare', 'blank', 'closed', 'done', 'half', 'open'])
  expect(ids('worst')).toEqual(['open', 'bare', 'half', 'done', 'closed', 'blank'])
  expect(ids('share')).toEqual(['bare', 'half', 'open', 'done', 'closed', 'blank'])
})
