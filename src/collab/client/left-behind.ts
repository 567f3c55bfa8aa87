import * as idb from 'lib0/indexeddb'
import * as Y from 'yjs'
import type { Model } from '../../core/model/records.ts'
import { modelOfDocument } from '../doc/snapshot.ts'
import { openDatabase, readMade, storeName } from './device-store.ts'

/** Changes on this device that never reached the server, and cannot be merged any more. */
export type LeftBehind = Readonly<{
  name: string
  changes: number
  /** The whole board as it stood here, with these changes. */
  model: Model
}>

/**
 * What is left on this device of a board, besides the store `except`: stores of earlier epochs, or all of a board that is
 * gone. Those that hold nothing that the server lacks are dropped. Never rejects: where nothing can be read, nothing is left.
 *
 * @param remembered epoch to look for where the browser does not list its databases
 */
export async function findLeftBehind(
  board: string,
  except: string | null,
  remembered: string | null,
): Promise<LeftBehind[]> {
  try {
    const left: LeftBehind[] = []
    for (const name of await storesOf(board, remembered)) {
      if (name === except) continue
      const found = await readStore(name)
      if (found.changes > 0) left.push(found)
      else await dropStore(name)
    }
    return left
  } catch {
    return []
  }
}

/** Removes a store. Tabs that have it open are told to let go of it. */
export async function dropStore(name: string): Promise<void> {
  await idb.deleteDB(name)
}

async function storesOf(board: string, remembered: string | null): Promise<string[]> {
  const plain = storeName(board, null)
  if (typeof indexedDB.databases !== 'function') return [...new Set([plain, storeName(board, remembered)])]
  const names = (await indexedDB.databases()).map(({ name }) => name ?? '')
  return names.filter((name) => name === plain || name.startsWith(`${plain}-`))
}

async function readStore(name: string): Promise<LeftBehind> {
  const db = await openDatabase(name)
  try {
    let changes = 0
    for (const { made, stored } of (await readMade(db)).values()) changes += Math.max(0, made - stored)
    const [store] = idb.transact(db, ['updates'], 'readonly') as [IDBObjectStore]
    const updates = (await idb.getAll(store)) as Uint8Array[]
    const doc = new Y.Doc()
    doc.transact(() => {
      for (const update of updates) Y.applyUpdate(doc, update)
    })
    return { name, changes, model: modelOfDocument(doc).model }
  } finally {
    db.close()
  }
}
