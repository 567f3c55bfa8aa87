import type { Model } from '../../core/model/records.ts'
import { type Link, type Role, ROLES } from '../doc/wire.ts'

type BoardKeys = Readonly<Record<Role, string>>
export type CreatedBoard = Readonly<{ id: string; keys: BoardKeys }>
/** `epoch` names the document's life, `user` this session, `link` the link that the key belongs to. */
export type Ticket = Readonly<{
  ticket: string
  role: Role
  expiresIn: number
  epoch: string
  user: string
  link: string
}>

/** Who this person wants to be to the others. `person` is a secret of this device: by it the server knows its tabs together. */
export type Identity = Readonly<{ name: string; colour: string; person: string }>

/** A refusal of the server, or `unreachable` where none answered. `at` names the place in what was sent. */
export class ApiError extends Error {
  readonly code: string
  readonly status: number
  readonly at: string | null
  /** How long the server asks to be left alone. */
  readonly retryAfterMs: number

  constructor(code: string, message: string, status: number, at: string | null, retryAfterMs = 0) {
    super(message)
    this.name = 'ApiError'
    this.code = code
    this.status = status
    this.at = at
    this.retryAfterMs = retryAfterMs
  }
}

/** Creates a board, empty with a title, from a whole model or from a native file; returns its id and one key per role. */
export async function createBoard(content: { title: string } | Model | Blob): Promise<CreatedBoard> {
  const body = content instanceof Blob ? content : JSON.stringify(content)
  return await request<CreatedBoard>('/api/boards', { method: 'POST', body })
}

/** A server that takes longer for a ticket is taken for away. */
const TICKET_MS = 15_000

/** Trades a board's key for a ticket that opens one socket within `expiresIn` seconds, as this person. */
export async function fetchTicket(
  id: string,
  key: string,
  { name, colour, person }: Identity,
): Promise<Ticket> {
  const ticket = await asHolder<Ticket>(
    key,
    'POST',
    `${boardPath(id)}/tickets`,
    { name, colour, person },
    TICKET_MS,
  )
  if (!ROLES.includes(ticket.role))
    throw new ApiError('bad-answer', 'The server named a role that does not exist.', 200, null)
  return ticket
}

/** All links to a board, ended ones too, oldest first. For owners, as are the next two. */
export async function listLinks(id: string, key: string): Promise<readonly Link[]> {
  return (await asHolder<{ links: readonly Link[] }>(key, 'GET', `${boardPath(id)}/links`)).links
}

/** Makes a link. Its key is in this answer and can never be had again. */
export async function createLink(
  id: string,
  key: string,
  link: Readonly<{ role: Role; expires?: string | null; name?: string }>,
): Promise<Readonly<{ link: Link; key: string }>> {
  return await asHolder(key, 'POST', `${boardPath(id)}/links`, link)
}

/** Ends a link, and with it every connection by it. Refused as `last-owner` where nobody could give links after that. */
export async function revokeLink(id: string, key: string, link: string): Promise<void> {
  await asHolder(key, 'DELETE', `${boardPath(id)}/links/${encodeURIComponent(link)}`)
}

/** Makes a new board with what this one holds, under another title if one is given. Any key to the board will do. */
export async function copyBoard(id: string, key: string, title?: string): Promise<CreatedBoard> {
  return await asHolder(key, 'POST', `${boardPath(id)}/copies`, title === undefined ? {} : { title })
}

/** Deletes a board, and returns until when (ISO) an owner can restore it. For owners, as is the next one. */
export async function deleteBoard(id: string, key: string): Promise<string> {
  return (await asHolder<{ until: string }>(key, 'DELETE', boardPath(id))).until
}

export async function restoreBoard(id: string, key: string): Promise<void> {
  await asHolder(key, 'POST', `${boardPath(id)}/restore`)
}

const boardPath = (id: string): string => `/api/boards/${encodeURIComponent(id)}`

const asHolder = <T>(key: string, method: string, path: string, body?: object, most?: number): Promise<T> =>
  request<T>(path, {
    method,
    headers: { authorization: `Bearer ${key}` },
    ...(most === undefined ? {} : { signal: AbortSignal.timeout(most) }),
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  })

/** A first load that takes longer is left to the socket. */
const STATE_MS = 30_000

/** The board's whole document (Yjs, V2), compressed on its way; null where it does not come, for whatever reason. */
export async function fetchState(id: string, key: string, most = STATE_MS): Promise<Uint8Array | null> {
  try {
    const response = await fetch(`${boardPath(id)}/state`, {
      headers: { authorization: `Bearer ${key}` },
      signal: AbortSignal.timeout(most),
    })
    return response.ok ? new Uint8Array(await response.arrayBuffer()) : null
  } catch {
    return null
  }
}

async function request<T>(path: string, init: RequestInit): Promise<T> {
  const headers = new Headers(init.headers)
  if (init.body !== undefined) headers.set('content-type', 'application/json')
  let response: Response
  try {
    response = await fetch(path, { ...init, headers })
  } catch {
    throw new ApiError('unreachable', 'The server does not answer. Check the network and try again.', 0, null)
  }
  if (response.status === 204) return undefined as T
  const body: unknown = await response.json().catch(() => null)
  if (response.ok && body !== null) return body as T
  const error = (body as { error?: { code?: string; message?: string; at?: string } } | null)?.error
  const message = error?.message ?? `The server answered ${response.status} without saying why.`
  throw new ApiError(
    error?.code ?? 'bad-answer',
    message,
    response.status,
    error?.at ?? null,
    retryAfter(response),
  )
}

/** Seconds, as our server says it; a date is taken for nothing. */
const retryAfter = ({ headers }: Response): number => Number(headers.get('retry-after') ?? 0) * 1000 || 0
