import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import Database from 'libsql'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { createKeys } from '../access/keys.ts'
import { newDataDir, stopTestServers } from '../testing/start-test-server.ts'
import { openSqliteStore } from './sqlite-store.ts'
import type { Store } from './store.ts'

const bytes = (...values: number[]) => new Uint8Array(values)
const row = (board: string, seq: number) => ({ board, seq, data: bytes(seq) })
const { hashes: keys } = createKeys()

let dataDir: string
let store: Store
const create = (id: string) => store.create({ id, keys, snapshot: bytes(0) })

beforeEach(() => {
  dataDir = newDataDir()
  store = openSqliteStore(join(dataDir, 'deep', 'down'))
})
afterEach(async () => {
  await store.close()
  await stopTestServers()
})

describe('the SQLite store', () => {
  it('gives back what it was given, also to the next process', async () => {
    await create('b1')
    await store.append([row('b1', 1), row('b1', 2)])
    await store.close()
    store = openSqliteStore(join(dataDir, 'deep', 'down'))
    expect(await store.load('b1')).toEqual({ snapshot: bytes(0), seq: 2, updates: [bytes(1), bytes(2)] })
    expect(await store.keys('b1')).toEqual(
      Object.fromEntries(Object.entries(keys).map(([role, hash]) => [role, new Uint8Array(hash)])),
    )
    await store.check()
  })

  it('knows nothing of a board that does not exist', async () => {
    expect(await store.load('b1')).toBe(null)
    expect(await store.keys('b1')).toBe(null)
    expect(await store.list()).toEqual([])
    expect(await store.delete('b1')).toBe(false)
    await expect(store.append([row('b1', 1)])).rejects.toThrow(/FOREIGN KEY/)
  })

  it('appends all rows or none', async () => {
    await create('b1')
    await create('b2')
    await store.append([row('b1', 1)])
    await expect(store.append([row('b2', 1), row('b1', 1)])).rejects.toThrow(/UNIQUE/)
    expect(await store.load('b2')).toMatchObject({ seq: 0, updates: [] })
    await store.append([row('b2', 1), row('b1', 2)])
    expect(await store.load('b1')).toMatchObject({ seq: 2 })
  })

  it('compacts up to a row and keeps those after it', async () => {
    await create('b1')
    await store.append([row('b1', 1), row('b1', 2), row('b1', 3)])
    await store.compact('b1', bytes(7, 7), 2)
    expect(await store.load('b1')).toEqual({ snapshot: bytes(7, 7), seq: 3, updates: [bytes(3)] })
    await store.compact('b1', bytes(6, 6), 1)
    expect(await store.load('b1')).toMatchObject({ snapshot: bytes(7, 7) })
  })

  it('forgets a deleted board with its keys and rows', async () => {
    await create('b2')
    await create('b1')
    await store.append([row('b1', 1), row('b2', 1)])
    expect(await store.list()).toEqual(['b1', 'b2'])
    expect(await store.delete('b1')).toBe(true)
    expect(await store.list()).toEqual(['b2'])
    expect(await store.keys('b1')).toBe(null)
    await create('b1')
    expect(await store.load('b1')).toMatchObject({ seq: 0, updates: [] })
  })

  it('refuses to load a board of which a row is missing', async () => {
    await create('b1')
    await store.append([row('b1', 1), row('b1', 2), row('b1', 3)])
    const other = new Database(join(dataDir, 'deep', 'down', 'ringfence.db'))
    other.prepare('DELETE FROM updates WHERE seq = ?').run([2])
    other.close()
    await expect(store.load('b1')).rejects.toThrow('Board b1 lacks its stored update 2.')
  })

  it('refuses a file that is no database, and one of a newer version, in words', async () => {
    writeFileSync(
      join(dataDir, 'ringfence.db'),
      'This is a text file, long enough to be read as one. '.repeat(20),
    )
    expect(() => openSqliteStore(dataDir)).toThrow(/ringfence\.db is not a Ringfence database\.$/)
    const newer = newDataDir()
    const database = new Database(join(newer, 'ringfence.db'))
    database.pragma('user_version = 99')
    database.close()
    expect(() => openSqliteStore(newer)).toThrow(/has version 99, newer than the 1 /)
  })
})
