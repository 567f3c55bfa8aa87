import { expect, test } from 'vitest'
import { assuranceDocuments } from '../../core/catalogue/assurance.ts'
import { recordOf } from '../../core/model/testing/sample.ts'
import { type AssuranceFilter, componentsByFunction, findDocuments } from './assurance-rows.ts'

const counts = componentsByFunction([
  recordOf('components', { id: 'a', function: 'amf' }),
  recordOf('components', { id: 'b', function: 'amf' }),
  recordOf('components', { id: 'c', function: 'jump-host' }),
  recordOf('components', { id: 'd' }),
])
const found = (filter: Partial<AssuranceFilter>) =>
  findDocuments(assuranceDocuments(), { query: '', scheme: null, onBoard: false, ...filter }, counts).map(
    ({ id }) => id,
  )

test('components are counted by function, those of none left out', () => {
  expect([...counts]).toEqual([
    ['amf', 2],
    ['jump-host', 1],
  ])
})

test('a document is found by its number, by the function that it concerns and by what names it', () => {
  expect(found({ query: '33.512' })).toEqual(['TS 33.512'])
  expect(found({ query: 'session management' })).toEqual(['TS 33.515'])
  expect(found({ query: 'nesas', scheme: 'SCAS' })).toEqual([])
  expect(found({ query: 'repeatable' })).toEqual(['FS.16'])
})

test('schemes part the list, and a board narrows it to what concerns it', () => {
  expect(found({ scheme: 'SCAS' }).length + found({ scheme: 'NESAS' }).length).toBe(found({}).length)
  expect(found({ onBoard: true })).toEqual(['TS 33.512'])
})
