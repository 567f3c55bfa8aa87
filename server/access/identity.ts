import { createId } from './secrets.ts'

/** Who a session is to the others. `user` is given by the server, so nobody can take another's. */
export type Identity = Readonly<{ user: string; name: string; colour: string }>

const MOST_NAME = 60
const DEFAULT_NAME = 'Guest'
const DEFAULT_COLOUR = '#5c6770'

/** Characters that could break a line or turn the reading direction of the text around a name. */
const UNFIT = /[\p{Cc}\p{Cs}\p{Zl}\p{Zp}\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/gu

/** The identity of a new session, from what a person asks for. What does not fit is taken out, not refused. */
export function newIdentity(name = '', colour = ''): Identity {
  const fit = [...name.replace(UNFIT, ' ').trim()].slice(0, MOST_NAME).join('').trim()
  return {
    user: createId(),
    name: fit === '' ? DEFAULT_NAME : fit,
    colour: /^#[0-9a-f]{6}$/i.test(colour) ? colour : DEFAULT_COLOUR,
  }
}
