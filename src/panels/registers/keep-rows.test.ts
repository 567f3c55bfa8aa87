import { expect, test } from 'vitest'
import { rowKeeper } from './keep-rows.ts'

const rows = (...names: readonly string[]) =>
  names.map((name, index) => ({ id: `c${index}`, name, exposing: { worst: null, taken: name.length } }))

test('a row that says the same as before is the one from before', () => {
  const keep = rowKeeper<ReturnType<typeof rows>[number]>(({ id }) => id)
  const first = keep(rows('AMF', 'SMF', 'NRF'))
  const second = keep(rows('AMF', 'SMF south'))
  expect(second).toEqual(rows('AMF', 'SMF south'))
  expect(second[0]).toBe(first[0])
  const third = keep(rows('AMF', 'SMF', 'NRF'))
  expect(third[0]).toBe(first[0])
  expect(third[1]).not.toBe(first[1])
  expect(third).toEqual(first)
})
