import { beforeEach, describe, expect, it } from 'vitest'
import {
  bestKey,
  forgetBoard,
  forgetLink,
  knownBoard,
  knownBoards,
  noteDeletion,
  rememberBoard,
  rememberLink,
  roleOfKey,
} from './known-boards.ts'

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

  it('keeps the keys of single links, and forgets one wherever it stands', () => {
    rememberBoard({ id: 'b1', title: 'One', keys: { owner: 'o', editor: 'e' }, links: { l1: 'e' } }, storage)
    rememberLink('b1', 'l2', 'x', storage)
    rememberBoard({ id: 'b1', title: 'One', keys: { owner: 'o' } }, storage)
    expect(knownBoard('b1', storage)?.links).toEqual({ l1: 'e', l2: 'x' })
    forgetLink('b1', 'l1', storage)
    expect(knownBoard('b1', storage)).toMatchObject({ keys: { owner: 'o' }, links: { l2: 'x' } })
    expect(knownBoard('b1', storage)?.keys.editor).toBe(undefined)
  })

  it('knows which boards were deleted, until they open again', () => {
    rememberBoard({ id: 'b1', title: 'One', keys: { owner: 'o' } }, storage)
    noteDeletion('b1', true, storage)
    expect(knownBoard('b1', storage)?.deleted).toBe(true)
    rememberBoard({ id: 'b1', title: 'One', keys: { owner: 'o' } }, storage)
    expect(knownBoard('b1', storage)?.deleted).toBe(false)
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
