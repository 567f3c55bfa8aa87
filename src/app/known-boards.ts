import type { Role } from '../collab/doc/wire.ts'
import { ROLES } from '../collab/doc/wire.ts'

/** A board that this browser has opened, with the keys that it was given. Kept on this device only. */
export type KnownBoard = Readonly<{
  id: string
  title: string
  keys: Readonly<Partial<Record<Role, string>>>
  /** Milliseconds since 1970 of the last visit. */
  openedAt: number
  /** Of the board's document when it was last open here, for opening what is kept of it while the server is away. */
  epoch: string | null
}>

const STORAGE_KEY = 'ringfence.boards'
const MOST_BOARDS = 50

/** Newest first. What cannot be read is left out: another version, or a person, may have written it. */
export function knownBoards(storage: Storage = localStorage): KnownBoard[] {
  try {
    const stored: unknown = JSON.parse(storage.getItem(STORAGE_KEY) ?? '[]')
    const boards = Array.isArray(stored) ? stored.flatMap(readBoard) : []
    return boards.sort((a, b) => b.openedAt - a.openedAt)
  } catch {
    return []
  }
}

function readBoard(value: unknown): KnownBoard[] {
  if (typeof value !== 'object' || value === null) return []
  const { id, title, keys, openedAt, epoch } = value as Record<string, unknown>
  if (typeof id !== 'string' || typeof keys !== 'object' || keys === null) return []
  const known = ROLES.flatMap((role) => {
    const key = (keys as Record<string, unknown>)[role]
    return typeof key === 'string' ? [[role, key]] : []
  })
  return [
    {
      id,
      title: typeof title === 'string' ? title : '',
      keys: Object.fromEntries(known) as KnownBoard['keys'],
      openedAt: typeof openedAt === 'number' ? openedAt : 0,
      epoch: typeof epoch === 'string' ? epoch : null,
    },
  ]
}

/** Remembers a visit, joining its keys with those already known. */
export function rememberBoard(
  board: Omit<KnownBoard, 'openedAt' | 'epoch'> & Partial<Pick<KnownBoard, 'epoch'>>,
  storage: Storage = localStorage,
): void {
  const others = knownBoards(storage)
  const known = others.find(({ id }) => id === board.id)
  const merged = {
    epoch: known?.epoch ?? null,
    ...board,
    keys: { ...known?.keys, ...board.keys },
    openedAt: Date.now(),
  }
  write([merged, ...others.filter(({ id }) => id !== board.id)].slice(0, MOST_BOARDS), storage)
}

export function forgetBoard(id: string, storage: Storage = localStorage): void {
  write(
    knownBoards(storage).filter((board) => board.id !== id),
    storage,
  )
}

/** The key with the most rights that this browser has for a board. */
export const bestKey = (board: KnownBoard): string | null =>
  ROLES.map((role) => board.keys[role]).find((key) => key !== undefined) ?? null

/** The role that a key of a board gives, as far as this browser knows. */
export const roleOfKey = (board: KnownBoard, key: string): Role | null =>
  ROLES.find((role) => board.keys[role] === key) ?? null

function write(boards: readonly KnownBoard[], storage: Storage): void {
  try {
    storage.setItem(STORAGE_KEY, JSON.stringify(boards))
  } catch {
    // Storage may be full or forbidden: the board itself does not depend on it, only the list of recent ones.
  }
}
