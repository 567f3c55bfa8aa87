import type { FastifyBaseLogger } from 'fastify'

export type Log = Pick<FastifyBaseLogger, 'error' | 'warn' | 'info' | 'debug'>

const QUIET_MS = 10_000

/** Lets one line of a kind through every ten seconds, with the number of those held back, so that nobody can fill the log. */
export function rareLog(log: Log): (kind: string, fields: object) => void {
  const kinds = new Map<string, { at: number; heldBack: number }>()
  return (kind, fields) => {
    const now = Date.now()
    const last = kinds.get(kind)
    if (last !== undefined && now - last.at < QUIET_MS) {
      last.heldBack++
      return
    }
    log.warn({ ...fields, heldBack: last?.heldBack ?? 0 }, kind)
    kinds.set(kind, { at: now, heldBack: 0 })
  }
}
