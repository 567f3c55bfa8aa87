import type { Role } from '../doc/wire.ts'

/**
 * Why a board cannot be worked on any more: the server's refusal, in words for a person. `gone`: this browser will not get
 * to the board again, or not with this link.
 */
type ConnectionEnd = Readonly<{ code: string; message: string; gone: boolean }>

export type ConnectionState = Readonly<{
  phase: 'connecting' | 'online' | 'offline' | 'ended'
  /** Whether the document has been loaded once; before that it is empty and must not be shown as such. */
  loaded: boolean
  role: Role | null
  /** The link that opened it, once the server has said so. */
  link: string | null
  /** Of the document; null until the server, or what this device keeps, has told it. */
  epoch: string | null
  /** What the server knows this session by, null where it does not say. */
  user: string | null
  /** Local changes that the server has not stored yet. */
  pending: number
  /** Whether this device keeps them. */
  kept: boolean
  end: ConnectionEnd | null
}>

export const BEFORE_CONNECTING: ConnectionState = {
  phase: 'connecting',
  loaded: false,
  role: null,
  link: null,
  epoch: null,
  user: null,
  pending: 0,
  kept: false,
  end: null,
}
