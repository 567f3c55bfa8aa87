import { expect, test } from 'vitest'
import { Keeper } from './keeper.ts'

test('an object stays the same while what it is made of does', () => {
  const keeper = new Keeper<object>()
  const make = () => ({})
  const first = keeper.keep('a', [1, 'x'], make)
  keeper.sweep()
  expect(keeper.keep('a', [1, 'x'], make)).toBe(first)
  keeper.sweep()
  expect(keeper.keep('a', [2, 'x'], make)).not.toBe(first)
  keeper.sweep()
  expect(keeper.keep('a', [2, 'x', null], make)).not.toBe(first)
})

test('what was not asked for is forgotten', () => {
  const keeper = new Keeper<object>()
  const first = keeper.keep('a', [], () => ({}))
  keeper.sweep()
  keeper.sweep()
  expect(keeper.keep('a', [], () => ({}))).not.toBe(first)
})
