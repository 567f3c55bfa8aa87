import type { Grant } from '../access/tickets.ts'
import { type PresenceEntry, presenceFrame } from './frames.ts'
import { Presence } from './presence.ts'

type Limits = Readonly<{ presenceBytes: number; connectionsPerRoom: number; presenceMs: number }>

/**
 * Passes presence from each member of a room to the others: at once, or together with what more comes within
 * `presenceMs`, since everybody's cursor to everybody is the most that a board has to say.
 */
export class PresenceRelay<Member extends { send(frame: Uint8Array): void }> {
  readonly #members = new Set<Member>()
  readonly #presence: Presence<Member>
  readonly #interval: number
  /** Whose news the others have not heard. */
  readonly #waiting = new Set<Member>()
  #told = -Infinity
  #telling: NodeJS.Timeout | null = null

  constructor(limits: Limits) {
    this.#presence = new Presence(limits)
    this.#interval = limits.presenceMs
  }

  join(member: Member): void {
    const present = this.#presence.all()
    this.#members.add(member)
    if (present.length > 0) member.send(presenceFrame(present))
  }

  leave(member: Member): void {
    this.#members.delete(member)
    this.#waiting.delete(member)
    const farewell = this.#presence.leave(member)
    if (farewell === null) return
    const frame = presenceFrame([farewell])
    for (const other of this.#members) other.send(frame)
  }

  /** Whether somebody who may write everything has spoken for a client, here or gone. */
  isWriters(client: number): boolean {
    return this.#presence.isWriters(client)
  }

  /** Takes what a member shows of itself. Throws where it is damaged. */
  receive(member: Member, grant: Grant, entries: Uint8Array): void {
    if (!this.#presence.receive(member, grant, entries)) return
    this.#waiting.add(member)
    const wait = this.#told + this.#interval - performance.now()
    if (this.#telling === null) this.#telling = setTimeout(() => this.#tell(), Math.max(0, wait))
  }

  #tell(): void {
    this.#told = performance.now()
    this.#telling = null
    const news = new Map<Member, PresenceEntry>()
    for (const member of this.#waiting) {
      const entry = this.#presence.entryOf(member)
      if (entry !== null) news.set(member, entry)
    }
    this.#waiting.clear()
    if (news.size === 0) return
    const frame = presenceFrame([...news.values()])
    for (const member of this.#members) {
      if (!news.has(member)) member.send(frame)
      else if (news.size > 1) member.send(presenceFrame(withoutOwn(news, member)))
    }
  }
}

const withoutOwn = <Member>(news: ReadonlyMap<Member, PresenceEntry>, member: Member): PresenceEntry[] =>
  [...news].flatMap(([who, entry]) => (who === member ? [] : [entry]))
