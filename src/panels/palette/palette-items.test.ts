import { expect, test } from 'vitest'
import { functions } from '../../core/catalogue/functions.ts'
import { segments } from '../../core/catalogue/segments.ts'
import { countInWords, paletteRows, payloadOf } from './palette-items.ts'

const groupKeys = ['own', 'segments', ...segments.toSorted((a, b) => a.order - b.order).map(({ id }) => id)]

test('closed groups show their heads alone, in the order of the catalogue', () => {
  const rows = paletteRows('', new Set())
  expect(rows.map(({ key }) => key)).toEqual(groupKeys)
  expect(rows.every(({ open, item }) => open === false && item === null)).toBe(true)
})

test('an open group shows its entries beneath its head', () => {
  const rows = paletteRows('', new Set(['core-5g']))
  const at = rows.findIndex(({ key }) => key === 'core-5g')
  expect(rows[at]?.open).toBe(true)
  expect(rows.filter(({ level }) => level === 2)).toHaveLength(rows[at]?.count ?? -1)
  expect(rows[at + 1]).toMatchObject({ level: 2, open: null })
})

test('with everything open each function of the catalogue is there once', () => {
  const rows = paletteRows('', new Set(groupKeys))
  const ids = rows.flatMap(({ item }) =>
    item?.kind === 'component' && item.function !== null ? [item.function.id] : [],
  )
  expect(ids.toSorted()).toEqual(functions.map(({ id }) => id).toSorted())
  expect(new Set(rows.map(({ key }) => key)).size).toBe(rows.length)
})

test('a search by an alias finds the function, says where it belongs, and shows no groups', () => {
  const rows = paletteRows('gnodeb', new Set())
  expect(rows[0]).toMatchObject({ label: 'gNB', level: 1, open: null })
  expect(rows[0]?.detail).toContain('Radio access')
})

test('segments and notes are found by their names', () => {
  const kinds = (query: string) =>
    paletteRows(query, new Set()).map(({ item }) => payloadOf(item ?? { kind: 'note' }))
  expect(kinds('lawful')).toContain('segment:lawful-intercept')
  expect(kinds('note')).toContain('note')
  expect(kinds('own segm')).toEqual(['segment:'])
})

test('the count is said only for a search', () => {
  const count = (query: string) => countInWords(paletteRows(query, new Set()), query)
  expect(count('')).toBe('')
  expect(count('zzzz')).toBe('Nothing found')
  expect(count('gnodeb')).toMatch(/^\d+ found$/)
})
