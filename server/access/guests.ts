import { CLOSE } from '../../src/collab/doc/wire.ts'

/** Somebody connected by a link. */
export type Guest = Readonly<{
  board: string
  link: string
  close: (code: number, reason: string) => void
}>

export const LINK_ENDED = 'Your link to this board was revoked or has expired. Ask its owner for a new one.'

/** The day alone, as the app writes days: the hour would be one of the server's time zone. */
const DAY = new Intl.DateTimeFormat('en-GB', { dateStyle: 'medium', timeZone: 'UTC' })

export const boardDeleted = (removal: string): string =>
  `This board is deleted. Its owner can restore it until ${DAY.format(new Date(removal))}.`

/** Who is connected by which link, so that the end of a link or of a board is the end of its connections. */
export class Guests {
  readonly #guests = new Set<Guest>()

  /** Returns what to call when the guest has left. */
  admit(guest: Guest): () => void {
    this.#guests.add(guest)
    return () => this.#guests.delete(guest)
  }

  endLink(board: string, link: string): void {
    for (const guest of this.#guests) {
      if (guest.board === board && guest.link === link) guest.close(CLOSE.linkEnded, LINK_ENDED)
    }
  }

  endBoard(board: string, removal: string): void {
    for (const guest of this.#guests) {
      if (guest.board === board) guest.close(CLOSE.boardDeleted, boardDeleted(removal))
    }
  }
}
