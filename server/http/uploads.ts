import type { FastifyReply, FastifyRequest } from 'fastify'
import type { Limits } from '../config.ts'
import { HttpError } from './http-error.ts'

/** What is not larger is no burden, and is not kept waiting by those that are. */
export const SMALL_BODY_BYTES = 64 * 1024

/** Memory for large bodies, each of which is held from its first byte until it is answered. */
export class Uploads {
  readonly #limits: Limits
  readonly #addresses = new Map<string, number>()
  #bytes = 0

  constructor(limits: Limits) {
    this.#limits = limits
  }

  /**
   * Counts a body before any of it is read, by what it is said to be long, or may be. Throws 503 where the server holds too much
   * already, 429 where this address does: one half is left to others, so that nobody alone can keep everybody waiting.
   */
  admit({ ip, headers }: FastifyRequest, reply: FastifyReply): void {
    const { uploadBytes, modelBytes } = this.#limits
    const bytes = Math.min(bytesOf(headers, modelBytes), modelBytes)
    if (bytes <= SMALL_BODY_BYTES) return
    const own = this.#addresses.get(ip) ?? 0
    if (this.#bytes > 0 && this.#bytes + bytes > uploadBytes) throw refusal(reply, 503, 'busy', 'Other files')
    if (own > 0 && own + bytes > uploadBytes / 2) throw refusal(reply, 429, 'too-many', 'Files of yours')
    this.#bytes += bytes
    this.#addresses.set(ip, own + bytes)
    reply.raw.once('close', () => this.#release(ip, bytes))
  }

  #release(ip: string, bytes: number): void {
    this.#bytes -= bytes
    const left = (this.#addresses.get(ip) ?? 0) - bytes
    if (left > 0) this.#addresses.set(ip, left)
    else this.#addresses.delete(ip)
  }
}

const RETRY_SECONDS = 5

function bytesOf(headers: FastifyRequest['headers'], most: number): number {
  if (headers['transfer-encoding'] !== undefined) return most
  return Number(headers['content-length'] ?? 0)
}

function refusal(reply: FastifyReply, status: number, code: string, whose: string): HttpError {
  void reply.header('retry-after', RETRY_SECONDS)
  return new HttpError(status, code, `${whose} are being sent already. Try again in a moment.`)
}
