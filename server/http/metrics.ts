import { timingSafeEqual } from 'node:crypto'
import type { FastifyInstance } from 'fastify'
import { hashSecret } from '../access/secrets.ts'
import type { Metrics } from '../metrics.ts'
import { HttpError } from './http-error.ts'

/** Serves `/metrics` to who has the token. Where none is set there is no such page. */
export function serveMetrics(app: FastifyInstance, metrics: Metrics, token: string | null): void {
  if (token === null) return
  metrics.watchProcess()
  const wanted = hashSecret(token)
  app.get('/metrics', async (request, reply) => {
    const given = /^Bearer +(\S+)$/i.exec(request.headers.authorization ?? '')?.[1]
    if (given === undefined || !timingSafeEqual(hashSecret(given), wanted)) {
      throw new HttpError(401, 'no-token', 'Send METRICS_TOKEN as a Bearer token.')
    }
    const { text, type } = await metrics.read()
    return reply.type(type).header('cache-control', 'no-store').send(text)
  })
}
