import { createId, hashSecret, isSecret } from './secrets.ts'

/** Who a session is to the others. `user` is given by the server, so that nobody can take another's. */
export type Identity = Readonly<{ user: string; name: string; colour: string }>

const MOST_NAME = 60
const DEFAULT_NAME = 'Guest'
const DEFAULT_COLOUR = '#5c6770'

/** Characters that could break a line or turn the reading direction of the text around a name. */
const UNFIT = /[\p{Cc}\p{Cs}\p{Zl}\p{Zp}\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/gu

type Asked = Readonly<{ name?: string | undefined; colour?: string | undefined; person?: string | undefined }>

/**
 * The identity of a new session at a board, from what a person asks for. What does not fit is taken out, not refused.
 * Whoever shows the same `person`, a secret of one device, is the same user there, in every tab and after every return.
 */
export function newIdentity(board: string, { name = '', colour = '', person = '' }: Asked): Identity {
  const fit = [...name.replace(UNFIT, ' ').trim()].slice(0, MOST_NAME).join('').trim()
  return {
    user: isSecret(person) ? userOf(board, person) : createId(),
    name: fit === '' ? DEFAULT_NAME : fit,
    colour: /^#[0-9a-f]{6}$/i.test(colour) ? colour : DEFAULT_COLOUR,
  }
}

/** By board, so that what is shown at one does not tell who is who at another. As long as `createId` makes them. */
const userOf = (board: string, person: string): string =>
  hashSecret(`${board}/${person}`).subarray(0, 16).toString('base64url')
