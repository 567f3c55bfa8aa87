import { expect, test } from 'vitest'
import { fromTo, signed } from './from-to.ts'

test('a change has both its figures and a sign; what stays the same has one', () => {
  expect([fromTo(12, 5), fromTo(5, 5)]).toEqual(['12 → 5', '5'])
  expect([signed(-7), signed(2), signed(0)]).toEqual(['−7', '+2', '±0'])
})
