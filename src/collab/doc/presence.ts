import type { View } from '../../core/layout/viewing.ts'
import type { Point } from '../../core/model/records.ts'
import type { Role } from './wire.ts'
import { MOST_NAMED } from './fitting-ids.ts'
import { ROLES } from './wire.ts'

/** What somebody looks at: where the canvas lies on a screen of `w` by `h` pixels. */
export type SharedView = View & Readonly<{ w: number; h: number }>

/**
 * What one person's browser tells the others. Positions are canvas units; user, name, colour and role are the server's word.
 */
export type Presence = Readonly<{
  /** One person has the same in every tab; null where the server does not say. */
  user: string | null
  name: string
  colour: string
  role: Role
  cursor: Point | null
  selection: readonly string[]
  /** What is being moved, with all that stands in it, how far by now, and where the first of them stood before. */
  drag: Readonly<{ ids: readonly string[]; from: Point; by: Point }> | null
  /** Null while following somebody: whoever follows both looks where that one looks. */
  view: SharedView | null
  /** Client id of the one who is followed. */
  follows: number | null
  laser: Point | null
  /** Asks the others to come, for as long as it stands; each asking has an id of its own. */
  summon: Readonly<{ id: string; view: SharedView }> | null
}>

const LONGEST_ID = 64
const LONGEST_NAME = 60
/** In canvas units or pixels: no board is as wide. */
const FAR = 1e7
const WIDEST_SCREEN = 1e5

/** Reads a peer's awareness state: it may hold anything, so everything is checked here and nowhere else. */
export function readPresence(state: unknown): Presence | null {
  if (!isRecord(state)) return null
  const { user, name, colour, role, cursor, selection, drag, view, follows, laser, summon } = state
  if (typeof name !== 'string') return null
  return {
    user: isId(user) ? user : null,
    name: readName(name),
    colour: typeof colour === 'string' && /^#[0-9a-f]{6}$/i.test(colour) ? colour : '#5c6770',
    role: ROLES.find((known) => known === role) ?? 'viewer',
    cursor: readPoint(cursor),
    selection: readIds(selection),
    drag: readDrag(drag),
    view: readView(view),
    follows: Number.isSafeInteger(follows) && (follows as number) >= 0 ? (follows as number) : null,
    laser: readPoint(laser),
    summon: role === 'viewer' ? null : readSummon(summon),
  }
}

/** Control characters, what turns the direction of writing, line ends, halves of characters. */
const UNSEEN = /[\p{Cc}\p{Cs}\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069\ufeff]/gu

/** A name that cannot disguise itself or break out of its line. */
export function readName(name: string): string {
  const seen = name
    .slice(0, 10 * LONGEST_NAME)
    .replace(UNSEEN, ' ')
    .replace(/\s+/g, ' ')
    .trim()
  const short = [...seen].slice(0, LONGEST_NAME).join('').trim()
  return short === '' ? 'Somebody' : short
}

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

const isId = (value: unknown): value is string =>
  typeof value === 'string' && value !== '' && value.length <= LONGEST_ID

const isWithin = (value: unknown, least: number, most: number): value is number =>
  typeof value === 'number' && value >= least && value <= most

const readIds = (value: unknown): string[] =>
  Array.isArray(value) ? [...new Set(value.slice(0, 10 * MOST_NAMED).filter(isId))].slice(0, MOST_NAMED) : []

function readPoint(value: unknown): Point | null {
  if (!Array.isArray(value) || value.length !== 2) return null
  const [x, y] = value as unknown[]
  return isWithin(x, -FAR, FAR) && isWithin(y, -FAR, FAR) ? [x, y] : null
}

function readDrag(value: unknown): Presence['drag'] {
  if (!isRecord(value)) return null
  const [ids, from, by] = [readIds(value.ids), readPoint(value.from), readPoint(value.by)]
  return ids.length === 0 || from === null || by === null ? null : { ids, from, by }
}

function readView(value: unknown): SharedView | null {
  if (!isRecord(value)) return null
  const { x, y, zoom, w, h } = value
  const isView = isWithin(x, -FAR, FAR) && isWithin(y, -FAR, FAR) && isWithin(zoom, 0.01, 100)
  return isView && isWithin(w, 1, WIDEST_SCREEN) && isWithin(h, 1, WIDEST_SCREEN)
    ? { x, y, zoom, w, h }
    : null
}

function readSummon(value: unknown): Presence['summon'] {
  if (!isRecord(value)) return null
  const view = readView(value.view)
  return view === null || !isId(value.id) ? null : { id: value.id, view }
}
