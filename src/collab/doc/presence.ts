import type { Role } from './wire.ts'
import { ROLES } from './wire.ts'

/** What one person's browser tells the others. Positions are canvas units; the server overwrites name and role. */
export type Presence = Readonly<{
  name: string
  colour: string
  role: Role
  cursor: readonly [number, number] | null
  selection: readonly string[]
}>

const MOST_SELECTED = 100

/** Reads a peer's awareness state: it may hold anything, so everything is checked here and nowhere else. */
export function readPresence(state: unknown): Presence | null {
  if (typeof state !== 'object' || state === null) return null
  const { name, colour, role, cursor, selection } = state as Record<string, unknown>
  if (typeof name !== 'string') return null
  return {
    name: name.slice(0, 60),
    colour: typeof colour === 'string' && /^#[0-9a-f]{6}$/i.test(colour) ? colour : '#5c6770',
    role: ROLES.find((known) => known === role) ?? 'viewer',
    cursor: isPoint(cursor) ? [cursor[0], cursor[1]] : null,
    selection: Array.isArray(selection)
      ? selection
          .filter((id): id is string => typeof id === 'string' && id.length <= 64)
          .slice(0, MOST_SELECTED)
      : [],
  }
}

const isPoint = (value: unknown): value is [number, number] =>
  Array.isArray(value) &&
  value.length === 2 &&
  value.every((part) => typeof part === 'number' && Number.isFinite(part))
