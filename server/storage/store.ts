import type { Role } from '../../src/collab/doc/wire.ts'

/** SHA-256 of each role's key. */
export type KeyHashes = Readonly<Record<Role, Uint8Array>>

/** One update of a board's document (Yjs, V1). `seq` counts from 1 without gaps, per board. */
export type Row = Readonly<{ board: string; seq: number; data: Uint8Array }>

/** `snapshot` (Yjs, V2) holds every row up to `seq`; `updates` are the rows after it, in order. */
export type StoredBoard = Readonly<{ snapshot: Uint8Array; seq: number; updates: readonly Uint8Array[] }>

/**
 * Where boards are kept. Every promise that resolves says that its work survives a crash of the process and of the
 * machine; one that rejects says that nothing of it was done.
 */
export type Store = {
  create(board: Readonly<{ id: string; keys: KeyHashes; snapshot: Uint8Array }>): Promise<void>
  /** Null for a board that does not exist. */
  keys(id: string): Promise<KeyHashes | null>
  /** Null for a board that does not exist; rejects where one exists and cannot be read whole. */
  load(id: string): Promise<StoredBoard | null>
  /** All rows or none. Rejects a `seq` that is taken: somebody else has written the board. */
  append(rows: readonly Row[]): Promise<void>
  /** Puts `snapshot` in the place of the rows up to `seq`, all at once. */
  compact(id: string, snapshot: Uint8Array, seq: number): Promise<void>
  /** Ids of all boards, in order. */
  list(): Promise<string[]>
  /** Removes a board with its keys; false where there was none. */
  delete(id: string): Promise<boolean>
  /** A number that changes when another program has written to the store. */
  version(): Promise<number>
  /** Rejects where the store cannot be read. */
  check(): Promise<void>
  close(): Promise<void>
}
