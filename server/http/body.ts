import type { FastifyInstance, FastifyRequest } from 'fastify'
import { parseJson } from '../../src/core/model/json.ts'
import { HttpError, refusedBy } from './http-error.ts'
import type { Shares } from './shares.ts'

/** Reads JSON bodies by the rules of the file format, so that nesting and `__proto__` keys are refused with their place. */
export function parseBodies(app: FastifyInstance, shares: Shares): void {
  app.removeAllContentTypeParsers()
  app.addContentTypeParser(
    ['application/json', 'application/vnd.ringfence+json'],
    { parseAs: 'buffer' },
    async (request: FastifyRequest, body: Buffer) => {
      if (body.length === 0) return undefined
      const parsed = shares.spend(request, () => parseJson(decode(body)))
      if (!parsed.ok) throw refusedBy(parsed.problems)
      return parsed.value
    },
  )
}

function decode(body: Buffer): string {
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(body)
  } catch {
    throw new HttpError(400, 'not-json', 'The body is not UTF-8.', { at: '(file)' })
  }
}
