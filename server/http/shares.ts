import type { FastifyReply, FastifyRequest } from 'fastify'
import type { Limits } from '../config.ts'
import { TokenBucket } from '../rooms/token-bucket.ts'
import { HttpError } from './http-error.ts'

type Share = { readonly work: TokenBucket; usedAt: number; waitingBytes: number }

/**
 * What one address may ask of the server by HTTP: time of the event loop, in which nobody else is served, and memory for
 * answers that it does not read.
 */
export class Shares {
  readonly #shares = new Map<string, Share>()
  readonly #limits: Limits

  constructor(limits: Limits) {
    this.#limits = limits
  }

  /** Runs `work`, up to where it first waits, on the address's account; throws 429 where that is overdrawn. */
  spend<T>(request: FastifyRequest, work: () => T): T {
    const share = this.#of(request)
    if (share.work.take(0) > 0 || share.waitingBytes > this.#limits.waitingBytes) {
      throw new HttpError(429, 'too-many', 'Too much was asked for at once. Wait a minute, then try again.')
    }
    const start = performance.now()
    try {
      return work()
    } finally {
      share.work.take(performance.now() - start)
    }
  }

  /** Counts an answer until it is sent, or nobody waits for it. */
  hold(request: FastifyRequest, reply: FastifyReply, bytes: number): void {
    const share = this.#of(request)
    share.waitingBytes += bytes
    reply.raw.once('close', () => {
      share.waitingBytes -= bytes
    })
  }

  #of({ ip }: FastifyRequest): Share {
    const now = performance.now()
    const { requestWorkMsPerSecond: rate, requestWorkMsBurst: burst } = this.#limits
    const share = this.#shares.get(ip) ?? { work: new TokenBucket(rate, burst), usedAt: 0, waitingBytes: 0 }
    share.usedAt = now
    // Last used stands last, and what stands first and has long paid everything back can be forgotten.
    this.#shares.delete(ip)
    this.#shares.set(ip, share)
    for (const [address, other] of this.#shares) {
      if (other.usedAt > now - FORGET_MS || other.waitingBytes > 0 || other.work.take(0) > 0) break
      this.#shares.delete(address)
    }
    return share
  }
}

const FORGET_MS = 600_000
