import type { Role } from '../../src/collab/doc/wire.ts'
import type { Identity } from './identity.ts'
import { createSecret, hashSecret } from './secrets.ts'

/** What a ticket stands for: a person who came by a link to a board. */
export type Grant = Readonly<{ board: string; link: string; role: Role; identity: Identity }>

/**
 * Tickets trade a key, which goes into a header, for something that may stand in a socket's address: good for one
 * socket, for a short time, and only in this process. Whoever redeems one has to look whether its link still lives.
 */
export class Tickets {
  readonly #grants = new Map<string, Readonly<{ grant: Grant; expires: number }>>()
  readonly #milliseconds: number
  readonly #now: () => number

  constructor(seconds: number, now: () => number = Date.now) {
    this.#milliseconds = seconds * 1000
    this.#now = now
  }

  issue(grant: Grant): string {
    const now = this.#now()
    // All live equally long, so the expired ones stand first.
    for (const [hash, { expires }] of this.#grants) {
      if (expires > now) break
      this.#grants.delete(hash)
    }
    const ticket = createSecret()
    this.#grants.set(hashOf(ticket), { grant, expires: now + this.#milliseconds })
    return ticket
  }

  /** What the ticket gives at `board`, null where it gives nothing. Either way it is used up. */
  redeem(ticket: string, board: string): Grant | null {
    const hash = hashOf(ticket)
    const found = this.#grants.get(hash)
    this.#grants.delete(hash)
    return found !== undefined && found.grant.board === board && found.expires > this.#now()
      ? found.grant
      : null
  }
}

const hashOf = (ticket: string): string => hashSecret(ticket).toString('base64')
