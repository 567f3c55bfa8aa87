import type { Socket } from 'node:net'
import type { FastifyError, FastifyReply, FastifyRequest } from 'fastify'
import type { Problem } from '../../src/core/model/problem.ts'

/**
 * A refusal that the caller may read: `code` for programs, `message` for people, `at` the place in what was sent,
 * `until` the time up to which the refused thing can be had back.
 */
export class HttpError extends Error {
  readonly status: number
  readonly code: string
  readonly at: string | undefined
  readonly problems: readonly Problem[] | undefined
  readonly until: string | undefined

  constructor(
    status: number,
    code: string,
    message: string,
    details: { at?: string; problems?: readonly Problem[]; until?: string } = {},
  ) {
    super(message)
    this.name = 'HttpError'
    this.status = status
    this.code = code
    this.at = details.at
    this.problems = details.problems
    this.until = details.until
  }
}

/** A refusal of what was sent, in the words of its first problem. */
export function refusedBy(problems: readonly Problem[]): HttpError {
  const [first] = problems
  if (first === undefined) return new HttpError(400, 'bad-request', 'The request was refused.')
  const status = first.code === 'too-large' ? 413 : 400
  return new HttpError(status, first.code, first.message, { at: first.at, problems })
}

const FASTIFY_CODES: Readonly<Record<string, readonly [status: number, code: string, message: string]>> = {
  FST_ERR_CTP_BODY_TOO_LARGE: [413, 'too-large', 'The body is larger than this server takes.'],
  FST_ERR_CTP_INVALID_MEDIA_TYPE: [415, 'not-json', 'Send the body as application/json.'],
  FST_ERR_CTP_INVALID_CONTENT_LENGTH: [400, 'bad-request', 'The body is not as long as its content-length.'],
}

/** The one answer to every error: `{ error: { code, message, at?, problems?, until? } }`. Ours stay out of it. */
export function answerError(
  error: FastifyError | HttpError,
  request: FastifyRequest,
  reply: FastifyReply,
): void {
  const refusal = error instanceof HttpError ? error : fromFastify(error)
  if (refusal.status >= 500) request.log.error({ err: error }, 'request failed')
  const { status, code, message, at, problems, until } = refusal
  void reply.code(status).send({
    error: {
      code,
      message,
      ...(at === undefined ? {} : { at }),
      ...(problems === undefined ? {} : { problems }),
      ...(until === undefined ? {} : { until }),
    },
  })
}

function fromFastify(error: FastifyError): HttpError {
  const known = FASTIFY_CODES[error.code]
  if (known !== undefined) return new HttpError(...known)
  const status = error.statusCode ?? 500
  if (status === 429)
    return new HttpError(429, 'too-many', 'Too many requests. Wait a minute, then try again.')
  if (status >= 400 && status < 500) return new HttpError(status, 'bad-request', error.message)
  return new HttpError(500, 'internal', 'The server failed. What was stored is safe; try again.')
}

/** What an answer needs that comes before all hooks, and so before helmet. */
const BARE_HEADERS = {
  'content-security-policy': "default-src 'none';frame-ancestors 'none'",
  'cross-origin-resource-policy': 'same-origin',
  'referrer-policy': 'no-referrer',
  'x-content-type-options': 'nosniff',
}

/** Answers a path that cannot even be read. */
export function answerBadPath(error: FastifyError, request: FastifyRequest, reply: FastifyReply): void {
  answerError(error, request, reply.headers(BARE_HEADERS))
}

/** Answers what is not even HTTP, or does not come to its end. */
export function answerBadHttp(error: Error & { code?: string }, socket: Socket): void {
  if (error.code === 'ECONNRESET' || !socket.writable) return
  const [status, code, message] =
    error.code === 'ERR_HTTP_REQUEST_TIMEOUT'
      ? ['408 Request Timeout', 'too-slow', 'The request took too long to arrive.']
      : ['400 Bad Request', 'bad-request', 'This is not an HTTP request.']
  const body = JSON.stringify({ error: { code, message } })
  const headers = {
    'content-type': 'application/json',
    'content-length': body.length,
    connection: 'close',
    ...BARE_HEADERS,
  }
  const lines = Object.entries(headers).map(([name, value]) => `${name}: ${value}\r\n`)
  socket.end(`HTTP/1.1 ${status}\r\n${lines.join('')}\r\n${body}`)
}
