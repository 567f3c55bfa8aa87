import type { Role } from '../../src/collab/doc/wire.ts'
import { createSecret, hashSecret } from './secrets.ts'

type Grant = Readonly<{ board: string; role: Role; expires: number }>

/**
 * Tickets trade a key, which goes into a header, for something that may stand in a socket's address: good for one
 * socket, for a short time, and only in this process.
 */
export class Tickets {
  readonly #grants = new Map<string, Grant>()
  readonly #milliseconds: number
  readonly #now: () => number

  constructor(seconds: number, now: () => number = Date.now) {
    this.#milliseconds = seconds * 1000
    this.#now = now
  }

  issue(board: string, role: Role): string {
    const now = this.#now()
    // All live equally long, so the expired ones stand first.
    for (const [hash, { expires }] of this.#grants) {
      if (expires > now) break
      this.#grants.delete(hash)
    }
    const ticket = createSecret()
    this.#grants.set(hashOf(ticket), { board, role, expires: now + this.#milliseconds })
    return ticket
  }

  /** The role that the ticket gives at `board`, null where it gives none. Either way it is used up. */
  redeem(ticket: string, board: string): Role | null {
    const hash = hashOf(ticket)
    const grant = this.#grants.get(hash)
    this.#grants.delete(hash)
    return grant !== undefined && grant.board === board && grant.expires > this.#now() ? grant.role : null
  }
}

const hashOf = (ticket: string): string => hashSecret(ticket).toString('base64')
