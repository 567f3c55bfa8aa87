import type { Model } from '../../core/model/records.ts'
import { type Role, ROLES } from '../doc/wire.ts'

type BoardKeys = Readonly<Record<Role, string>>
export type CreatedBoard = Readonly<{ id: string; keys: BoardKeys }>
/** `user`: what the server knows this session by; null where it does not say. */
export type Ticket = Readonly<{ ticket: string; role: Role; expiresIn: number; user?: string | null }>
/** What a person wants to be called, and to be known by among the others. */
export type Identity = Readonly<{ name: string; colour: string }>

/** A refusal of the server, or `unreachable` where none answered. `at` names the place in what was sent. */
export class ApiError extends Error {
  readonly code: string
  readonly status: number
  readonly at: string | null

  constructor(code: string, message: string, status: number, at: string | null) {
    super(message)
    this.name = 'ApiError'
    this.code = code
    this.status = status
    this.at = at
  }
}

/** Creates a board, empty with a title or from a whole model, and returns its id and one key per role. */
export async function createBoard(content: { title: string } | Model): Promise<CreatedBoard> {
  return await request<CreatedBoard>('/api/boards', { method: 'POST', body: JSON.stringify(content) })
}

/** Trades a board's key for a ticket that opens one socket, for somebody of that name, within `expiresIn` seconds. */
export async function fetchTicket(id: string, key: string, identity: Identity): Promise<Ticket> {
  const ticket = await request<Ticket>(`/api/boards/${encodeURIComponent(id)}/tickets`, {
    method: 'POST',
    headers: { authorization: `Bearer ${key}` },
    body: JSON.stringify({ name: identity.name, colour: identity.colour }),
  })
  if (!ROLES.includes(ticket.role))
    throw new ApiError('bad-answer', 'The server named a role that does not exist.', 200, null)
  return ticket
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
  const body: unknown = await response.json().catch(() => null)
  if (response.ok && body !== null) return body as T
  const error = (body as { error?: { code?: string; message?: string; at?: string } } | null)?.error
  const message = error?.message ?? `The server answered ${response.status} without saying why.`
  throw new ApiError(error?.code ?? 'bad-answer', message, response.status, error?.at ?? null)
}
