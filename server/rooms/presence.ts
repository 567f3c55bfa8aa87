import { mayWriteEverything } from '../access/roles.ts'
import type { Grant } from '../access/tickets.ts'
import { type PresenceEntry, readPresenceEntries } from './frames.ts'

/** Who a member is, which the server knows. */
type Session = Pick<Grant, 'role' | 'identity'>

type Present = { client: number; entry: PresenceEntry }

/** So many clients of people who may write everything are remembered; of more, the latest. */
const MOST_WRITERS = 10_000

/**
 * Who is on a board and what they show each other (y-protocols' awareness). Every member speaks for one client id: the
 * first of its own that nobody else here speaks for. What it says of others is left out, since stock clients send
 * back whatever they hear.
 *
 * Who they are is not theirs to say: name, colour, user and role come from the session.
 * The server sets the clocks, by its own time: so a state counts as newer also after a reconnection or a restart.
 */
export class Presence<Member extends object> {
  readonly #byMember = new Map<Member, Present>()
  readonly #owners = new Map<number, Member>()
  /** Those who left may come back with what they wrote as this client meanwhile. */
  readonly #writers = new Set<number>()
  readonly #mostBytes: number
  readonly #mostEntries: number
  #clock = 0

  constructor(limits: Readonly<{ presenceBytes: number; connectionsPerRoom: number }>) {
    this.#mostBytes = limits.presenceBytes
    this.#mostEntries = limits.connectionsPerRoom
  }

  /** Takes what `member` says and returns whether others should hear of it. Throws where it cannot be read. */
  receive(member: Member, session: Session, bytes: Uint8Array): boolean {
    let heard = false
    for (const { client, state } of readPresenceEntries(bytes, this.#mostEntries)) {
      if (!this.#maySpeakFor(member, client)) continue
      const checked = stamp(state, session, this.#mostBytes)
      if (checked === null || (checked === 'null' && !this.#byMember.has(member))) continue
      this.#owners.set(client, member)
      const entry = { client, clock: this.#tick(), state: checked }
      this.#byMember.set(member, { client, entry })
      if (mayWriteEverything(session.role)) this.#remember(client)
      heard = true
    }
    return heard
  }

  /** Forgets a member; the entry that tells the others, null where there is nothing to tell. */
  leave(member: Member): PresenceEntry | null {
    const present = this.#byMember.get(member)
    if (present === undefined) return null
    this.#byMember.delete(member)
    this.#owners.delete(present.client)
    return { client: present.client, clock: this.#tick(), state: 'null' }
  }

  entryOf(member: Member): PresenceEntry | null {
    return this.#byMember.get(member)?.entry ?? null
  }

  /** Whether somebody who may write everything has spoken for a client, here or gone. */
  isWriters(client: number): boolean {
    return this.#writers.has(client)
  }

  #remember(client: number): void {
    this.#writers.delete(client)
    this.#writers.add(client)
    const [oldest] = this.#writers
    if (oldest !== undefined && this.#writers.size > MOST_WRITERS) this.#writers.delete(oldest)
  }

  /** Everybody's, for one who joins. New clocks, since it may have heard the same before, and forgotten it. */
  all(): PresenceEntry[] {
    return [...this.#byMember.values()].map(({ entry }) => ({ ...entry, clock: this.#tick() }))
  }

  #maySpeakFor(member: Member, client: number): boolean {
    const own = this.#byMember.get(member)
    return own === undefined ? !this.#owners.has(client) : own.client === client
  }

  #tick(): number {
    this.#clock = Math.max(this.#clock + 1, Date.now())
    return this.#clock
  }
}

/** The state with what the server knows of who shows it; null where it is too long or not an object. */
function stamp(state: string, { role, identity }: Session, mostBytes: number): string | null {
  if (Buffer.byteLength(state) > mostBytes) return null
  const value: unknown = JSON.parse(state)
  if (value === null) return 'null'
  if (typeof value !== 'object' || Array.isArray(value)) return null
  return JSON.stringify({ ...value, ...identity, role })
}
