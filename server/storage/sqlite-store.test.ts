import { statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import Database from 'libsql'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { createLink, createLinks } from '../access/links.ts'
import { newDataDir, stopTestServers } from '../testing/start-test-server.ts'
import { openSqliteStore } from './sqlite-store.ts'
import type { Store, StoredLink } from './store.ts'

const bytes = (...values: number[]) => new Uint8Array(values)
const row = (board: string, seq: number) => ({ board, seq, data: bytes(seq) })

const asStored = (link: StoredLink) => ({ ...link, hash: new Uint8Array(link.hash) })

let dataDir: string
let store: Store
const create = (id: string) => store.create({ id, links: createLinks().links, snapshot: bytes(0) })

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
    const { links } = createLinks()
    await store.create({ id: 'b1', links, snapshot: bytes(0) })
    await store.append([row('b1', 1), row('b1', 2)])
    await store.close()
    store = openSqliteStore(join(dataDir, 'deep', 'down'))
    expect(await store.load('b1')).toEqual({ snapshot: bytes(0), seq: 2, updates: [bytes(1), bytes(2)] })
    expect(await store.access('b1')).toEqual({ links: links.map(asStored), removal: null })
    await store.check()
  })

  it('knows nothing of a board that does not exist', async () => {
    expect(await store.load('b1')).toBe(null)
    expect(await store.access('b1')).toBe(null)
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
    expect(await store.access('b1')).toBe(null)
    await create('b1')
    expect(await store.load('b1')).toMatchObject({ seq: 0, updates: [] })
  })

  it('adds links up to a number, forgetting the oldest that have ended', async () => {
    await create('b1')
    const ended = (created: string): StoredLink => ({
      ...createLink('viewer', { expires: '2020-01-01T00:00:00.000Z' }).link,
      created,
    })
    const [old, oldest] = [ended('2019-05-02T00:00:00.000Z'), ended('2019-05-01T00:00:00.000Z')]
    const living = createLink('editor').link
    for (const link of [old, oldest, living]) expect(await store.addLink('b1', link, 6)).toBe(true)
    const ids = (await store.access('b1'))?.links.map(({ id }) => id) ?? []
    expect(ids).toHaveLength(6)
    expect(ids).toEqual(expect.arrayContaining([old.id, living.id]))
    expect(await store.addLink('b1', createLink('viewer').link, 5)).toBe(false)
    expect(ids).toEqual((await store.access('b1'))?.links.map(({ id }) => id))
  })

  it('revokes links, but never the last of an owner that has no end', async () => {
    await create('b1')
    await create('b2')
    const idOf = async (role: string) =>
      (await store.access('b1'))?.links.find((l) => l.role === role)?.id ?? ''
    const [owner, viewer] = [await idOf('owner'), await idOf('viewer')]
    const at = new Date().toISOString()
    expect(await store.revokeLink('b1', 'nothing', at)).toBe('no-such-link')
    expect(await store.revokeLink('b2', viewer, at)).toBe('no-such-link')
    expect(await store.revokeLink('b1', viewer, at)).toBe('revoked')
    expect(await store.revokeLink('b1', viewer, '2099-01-01T00:00:00.000Z')).toBe('revoked')
    expect((await store.access('b1'))?.links.find(({ id }) => id === viewer)?.revoked).toBe(at)
    expect(await store.revokeLink('b1', owner, at)).toBe('last-owner')
    const passing = createLink('owner', { expires: '2099-01-01T00:00:00.000Z' })
    await store.addLink('b1', passing.link, 100)
    expect(await store.revokeLink('b1', owner, at)).toBe('last-owner')
    const second = createLink('owner')
    await store.addLink('b1', second.link, 100)
    const outcomes = await Promise.all([owner, second.link.id].map((id) => store.revokeLink('b1', id, at)))
    expect(outcomes).toEqual(['revoked', 'last-owner'])
    expect(await store.revokeLink('b1', passing.link.id, at)).toBe('revoked')
  })

  it('removes boards whose time has come', async () => {
    for (const id of ['b1', 'b2', 'b3', 'b4']) await create(id)
    await store.setRemoval('b1', '2026-01-01T00:00:00.000Z')
    await store.setRemoval('b2', '2026-01-02T00:00:00.000Z')
    await store.setRemoval('b3', '2026-01-01T00:00:00.000Z')
    await store.setRemoval('b3', null)
    expect(await store.setRemoval('nothing', null)).toBe(false)
    expect(await store.access('b1')).toMatchObject({ removal: '2026-01-01T00:00:00.000Z' })
    expect(await store.removeDue('2025-12-31T23:59:59.999Z')).toEqual([])
    expect(await store.removeDue('2026-01-01T00:00:00.000Z')).toEqual(['b1'])
    expect(await store.list()).toEqual(['b2', 'b3', 'b4'])
    expect(await store.access('b1')).toBe(null)
  })

  it('refuses to load a board of which a row is missing', async () => {
    await create('b1')
    await store.append([row('b1', 1), row('b1', 2), row('b1', 3)])
    const other = new Database(join(dataDir, 'deep', 'down', 'ringfence.db'))
    other.prepare('DELETE FROM updates WHERE seq = ?').run([2])
    other.close()
    await expect(store.load('b1')).rejects.toThrow('Board b1 lacks its stored update 2.')
  })

  it('has its log grown before the first write, and no more by hundreds of them, with nothing in it', async () => {
    const file = join(dataDir, 'deep', 'down', 'ringfence.db')
    const sizeOfLog = () => statSync(`${file}-wal`).size
    const grown = sizeOfLog()
    expect(grown).toBeGreaterThan(4_000_000)
    await create('b1')
    for (let seq = 1; seq <= 700; seq++) await store.append([row('b1', seq)])
    expect(sizeOfLog()).toBe(grown)
    expect((await store.load('b1'))?.updates).toHaveLength(700)
    const other = new Database(file)
    expect(other.prepare("SELECT name FROM sqlite_master WHERE name = 'filler'").all([])).toEqual([])
    expect(other.pragma('integrity_check')).toEqual([{ integrity_check: 'ok' }])
    other.close()
    await store.close()
    expect(statSync(file).size).toBeLessThan(1_000_000)
    store = openSqliteStore(join(dataDir, 'deep', 'down'))
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
    expect(() => openSqliteStore(newer)).toThrow(/has version 99, newer than the 2 /)
  })
})
