import { beforeEach, describe, expect, it } from 'vitest'
import { bestKey, forgetBoard, knownBoards, rememberBoard, roleOfKey } from './known-boards.ts'

/** The part of the browser's Storage that is used here. */
function memoryStorage(): Storage {
  const items = new Map<string, string>()
  return {
    getItem: (key: string) => items.get(key) ?? null,
    setItem: (key: string, value: string) => void items.set(key, value),
  } as Storage
}

describe('known boards', () => {
  let storage: Storage
  beforeEach(() => {
    storage = memoryStorage()
  })

  it('joins the keys of several visits and offers the one with the most rights', () => {
    rememberBoard({ id: 'b1', title: 'One', keys: { viewer: 'v' } }, storage)
    rememberBoard({ id: 'b1', title: 'One', keys: { editor: 'e' } }, storage)
    const [board] = knownBoards(storage)
    expect(board?.keys).toEqual({ viewer: 'v', editor: 'e' })
    expect(board && bestKey(board)).toBe('e')
    expect(board && [roleOfKey(board, 'v'), roleOfKey(board, 'x')]).toEqual(['viewer', null])
  })

  it('keeps the last epoch of the document', () => {
    rememberBoard({ id: 'b1', title: 'One', keys: { editor: 'e' }, epoch: 'first' }, storage)
    rememberBoard({ id: 'b1', title: 'One', keys: { viewer: 'v' } }, storage)
    expect(knownBoards(storage)[0]?.epoch).toBe('first')
    rememberBoard({ id: 'b1', title: 'One', keys: {}, epoch: 'second' }, storage)
    expect(knownBoards(storage)[0]?.epoch).toBe('second')
  })

  it('leaves out what cannot be read and forgets what it is told to', () => {
    storage.setItem('ringfence.boards', '[5, null, {"id":"b2","keys":{"owner":"o","king":"k"}}]')
    expect(knownBoards(storage).map(({ id, keys }) => [id, keys])).toEqual([['b2', { owner: 'o' }]])
    forgetBoard('b2', storage)
    expect(knownBoards(storage)).toEqual([])
    storage.setItem('ringfence.boards', '{damaged')
    expect(knownBoards(storage)).toEqual([])
  })
})
