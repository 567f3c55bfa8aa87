import type { Link } from '../../src/collab/doc/wire.ts'

/** With the SHA-256 of its key, which never leaves the server. */
export type StoredLink = Link & Readonly<{ hash: Uint8Array }>

/** Who may come to a board. `removal`: when it will be removed, which an owner asked for; null for one that stays. */
type Access = Readonly<{ links: readonly StoredLink[]; removal: string | null }>

/** One update of a board's document (Yjs, V1). `seq` counts from 1 without gaps, per board. */
export type Row = Readonly<{ board: string; seq: number; data: Uint8Array }>

/** `snapshot` (Yjs, V2) holds every row up to `seq`; `updates` are the rows after it, in order. */
export type StoredBoard = Readonly<{ snapshot: Uint8Array; seq: number; updates: readonly Uint8Array[] }>

/**
 * Where boards are kept. Every promise that resolves says that its work survives a crash of the process and of the
 * machine; one that rejects says that nothing of it was done.
 */
export type Store = {
  create(board: Readonly<{ id: string; links: readonly StoredLink[]; snapshot: Uint8Array }>): Promise<void>
  /** Null for a board that does not exist. */
  access(id: string): Promise<Access | null>
  /** Adds a link and forgets the oldest ended ones beyond `most` links; false, and not added, where that many live. */
  addLink(board: string, link: StoredLink, most: number): Promise<boolean>
  /** Ends a link at `at`. Never the last living link of an owner that has no end: without it nobody could give links. */
  revokeLink(board: string, link: string, at: string): Promise<'revoked' | 'last-owner' | 'no-such-link'>
  /** Sets when a board is to be removed, null for never; false where there is none. */
  setRemoval(id: string, removal: string | null): Promise<boolean>
  /** Removes the boards whose time has come by `now`, and returns their ids. */
  removeDue(now: string): Promise<string[]>
  /** Null for a board that does not exist; rejects where one exists and cannot be read whole. */
  load(id: string): Promise<StoredBoard | null>
  /** All rows or none. Rejects a `seq` that is taken: somebody else has written the board. */
  append(rows: readonly Row[]): Promise<void>
  /** Puts `snapshot` in the place of the rows up to `seq`, all at once. */
  compact(id: string, snapshot: Uint8Array, seq: number): Promise<void>
  /** Ids of all boards, in order. */
  list(): Promise<string[]>
  /** Removes a board with its links; false where there was none. */
  delete(id: string): Promise<boolean>
  /** A number that changes when another program has written to the store. */
  version(): Promise<number>
  /** Rejects where the store cannot be read. */
  check(): Promise<void>
  close(): Promise<void>
}
