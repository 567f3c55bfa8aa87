import type { Role } from '../collab/doc/wire.ts'
import { ROLES } from '../collab/doc/wire.ts'

/** A board that this browser has opened, with the keys that it was given. Kept on this device only. */
export type KnownBoard = Readonly<{
  id: string
  title: string
  keys: Readonly<Partial<Record<Role, string>>>
  /** The keys of single links, by the links' ids. */
  links: Readonly<Record<string, string>>
  /** Whether it was deleted when last heard of; its owner can restore it for a while. */
  deleted: boolean
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
  const { id, title, keys, links, deleted, openedAt, epoch } = value as Record<string, unknown>
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
      links: readLinks(links),
      deleted: deleted === true,
      openedAt: typeof openedAt === 'number' ? openedAt : 0,
      epoch: typeof epoch === 'string' ? epoch : null,
    },
  ]
}

const readLinks = (value: unknown): KnownBoard['links'] =>
  typeof value === 'object' && value !== null
    ? Object.fromEntries(Object.entries(value).filter(([, key]) => typeof key === 'string'))
    : {}

type Visit = Pick<KnownBoard, 'id' | 'title' | 'keys'> & Partial<Pick<KnownBoard, 'links' | 'epoch'>>

/** Remembers a visit, joining its keys with those already known. */
export function rememberBoard(visit: Visit, storage: Storage = localStorage): void {
  const others = knownBoards(storage)
  const known = others.find(({ id }) => id === visit.id)
  const merged: KnownBoard = {
    ...visit,
    keys: { ...known?.keys, ...visit.keys },
    links: { ...known?.links, ...visit.links },
    deleted: false,
    epoch: visit.epoch ?? known?.epoch ?? null,
    openedAt: Date.now(),
  }
  write([merged, ...others.filter(({ id }) => id !== visit.id)].slice(0, MOST_BOARDS), storage)
}

export const knownBoard = (id: string, storage: Storage = localStorage): KnownBoard | null =>
  knownBoards(storage).find((board) => board.id === id) ?? null

/** Notes that a board was deleted, or restored. */
export function noteDeletion(id: string, deleted: boolean, storage: Storage = localStorage): void {
  change(id, (board) => ({ ...board, deleted }), storage)
}

/** Keeps the key of one link. */
export function rememberLink(id: string, link: string, key: string, storage: Storage = localStorage): void {
  change(id, (board) => ({ ...board, links: { ...board.links, [link]: key } }), storage)
}

/** Forgets the key of a link that opens nothing any more, wherever it stands. */
export function forgetLink(id: string, link: string, storage: Storage = localStorage): void {
  change(
    id,
    (board) => {
      const { [link]: ended, ...links } = board.links
      const keys = Object.entries(board.keys).filter(([, key]) => key !== ended)
      return { ...board, links, keys: Object.fromEntries(keys) }
    },
    storage,
  )
}

function change(id: string, make: (board: KnownBoard) => KnownBoard, storage: Storage): void {
  write(
    knownBoards(storage).map((board) => (board.id === id ? make(board) : board)),
    storage,
  )
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
