import type { Model } from '../../core/model/records.ts'
import { type Role, ROLES } from '../doc/wire.ts'

type BoardKeys = Readonly<Record<Role, string>>
export type CreatedBoard = Readonly<{ id: string; keys: BoardKeys }>
export type Ticket = Readonly<{
  ticket: string
  role: Role
  expiresIn: number
  /** Of the board's document; a server that does not tell has one only. */
  epoch?: string
}>

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

/** Creates a board, empty with a title or from a whole model, and returns its id and one key per role. */
export async function createBoard(content: { title: string } | Model): Promise<CreatedBoard> {
  return await request<CreatedBoard>('/api/boards', { method: 'POST', body: JSON.stringify(content) })
}

/** A server that takes longer for a ticket is taken for away. */
const TICKET_MS = 15_000

/** Trades a board's key for a ticket that opens one socket within `expiresIn` seconds. */
export async function fetchTicket(id: string, key: string): Promise<Ticket> {
  const ticket = await request<Ticket>(`/api/boards/${encodeURIComponent(id)}/tickets`, {
    method: 'POST',
    headers: { authorization: `Bearer ${key}` },
    signal: AbortSignal.timeout(TICKET_MS),
  })
  if (!ROLES.includes(ticket.role))
    throw new ApiError('bad-answer', 'The server named a role that does not exist.', 200, null)
  return ticket
}

/** A first load that takes longer is left to the socket. */
const STATE_MS = 30_000

/** The board's whole document (Yjs, V2), compressed on its way; null where it does not come, for whatever reason. */
export async function fetchState(id: string, key: string): Promise<Uint8Array | null> {
  try {
    const response = await fetch(`/api/boards/${encodeURIComponent(id)}/state`, {
      headers: { authorization: `Bearer ${key}` },
      signal: AbortSignal.timeout(STATE_MS),
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
