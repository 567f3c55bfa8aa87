import { expect, test } from 'vitest'
import { rankedChokes } from './choke-ranks.ts'

test('[AN12] equals share a rank, and who comes after them is not moved up', () => {
  const cleared = [
    { id: 'a', taken: 3, reached: 0 },
    { id: 'b', taken: 2, reached: 1 },
    { id: 'c', taken: 2, reached: 1 },
    { id: 'd', taken: 2, reached: 0 },
  ]
  expect(rankedChokes(cleared).map(({ id, rank }) => [id, rank])).toEqual([
    ['a', 1],
    ['b', 2],
    ['c', 2],
    ['d', 4],
  ])
  expect(rankedChokes([])).toEqual([])
})
