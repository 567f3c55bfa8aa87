import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { readPresence } from './presence.ts'

const ada = { name: 'Ada', colour: '#1f6f8b', role: 'editor', cursor: [1, 2.5], selection: ['c1', 'l1'] }

test('what a browser of ours says is read as it is', () => {
  expect(readPresence(ada)).toEqual(ada)
  expect(readPresence({ ...ada, cursor: null, selection: [] })).toEqual({
    ...ada,
    cursor: null,
    selection: [],
  })
})

test.each([
  ['a colour that is more than one', { colour: 'red; background: url(x)' }, { colour: '#5c6770' }],
  ['a role that does not exist', { role: 'admin' }, { role: 'viewer' }],
  ['a cursor nowhere', { cursor: [Number.NaN, 0] }, { cursor: null }],
  ['a cursor in three dimensions', { cursor: [1, 2, 3] }, { cursor: null }],
  ['a selection of anything', { selection: ['c1', 5, 'x'.repeat(65), null] }, { selection: ['c1'] }],
  ['a selection that is no list', { selection: 'c1' }, { selection: [] }],
  ['a long name', { name: 'x'.repeat(500) }, { name: 'x'.repeat(60) }],
])('%s', (_, change, read) => expect(readPresence({ ...ada, ...change })).toEqual({ ...ada, ...read }))

test.each([[null], [undefined], ['Ada'], [{}], [{ name: 5 }]])('%j is nobody', (state) =>
  expect(readPresence(state)).toBeNull(),
)

test('ten thousand selected records are a hundred', () => {
  const selection = Array.from({ length: 10_000 }, (_, index) => `c${index}`)
  expect(readPresence({ ...ada, selection })?.selection).toHaveLength(100)
})

test('nothing makes it throw', () => {
  fc.assert(fc.property(fc.anything(), (state) => void readPresence(state)))
})
