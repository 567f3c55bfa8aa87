import { expect, test } from 'vitest'
import { inkOn } from '../ui/ink.ts'
import { COLOURS, loadIdentity, saveIdentity } from './identity.ts'

/** Of a browser that keeps nothing but this. */
function storageWith(text: string | null): Storage {
  let kept = text
  return {
    getItem: () => kept,
    setItem: (_: string, value: string) => {
      kept = value
    },
  } as unknown as Storage
}

test('a guest stays the same guest, and has chosen nothing', () => {
  const storage = storageWith(null)
  const guest = loadIdentity(storage)
  expect(guest).toMatchObject({ name: expect.stringMatching(/^Guest \d\d$/), chosen: false })
  expect(loadIdentity(storage)).toEqual(guest)
})

test('a choice is kept; one of an earlier version counts as none', () => {
  const storage = storageWith('{"name":"Ada","colour":"#1f6f8b"}')
  const { person, ...ada } = loadIdentity(storage)
  expect(ada).toEqual({ name: 'Ada', colour: '#1f6f8b', chosen: false })
  expect(person).toMatch(/^[\w-]{32}$/)
  saveIdentity({ name: 'Ada', colour: '#2f7d4f', person, chosen: true }, storage)
  expect(loadIdentity(storage)).toEqual({ name: 'Ada', colour: '#2f7d4f', person, chosen: true })
})

test('what cannot be read is chosen anew', () =>
  expect(loadIdentity(storageWith('{'))).toMatchObject({ chosen: false }))

test('names are written in white on every colour there is to choose', () =>
  expect(COLOURS.map(({ colour }) => inkOn(colour))).toEqual(COLOURS.map(() => '#fff')))
