import { expect, test } from 'vitest'
import { fromTo } from './from-to.ts'

test('a change has both its figures; what stays the same has one', () => {
  expect([fromTo(12, 5), fromTo(5, 5)]).toEqual(['12 → 5', '5'])
})
