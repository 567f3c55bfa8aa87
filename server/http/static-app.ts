import fastifyStatic from '@fastify/static'
import type { FastifyInstance } from 'fastify'

const YEAR_SECONDS = 365 * 24 * 3600

/**
 * Serves the built app: its hashed assets for ever, everything else asked for anew each time. `/` and `/b/:id` are the
 * app's own pages, so they get its one document.
 */
export async function serveApp(app: FastifyInstance, appDir: string): Promise<void> {
  await app.register(fastifyStatic, {
    root: appDir,
    preCompressed: true,
    index: false,
    cacheControl: false,
    setHeaders: (response, path) => {
      const hashed = /[/\\]assets[/\\]/.test(path)
      response.setHeader(
        'cache-control',
        hashed ? `public, max-age=${YEAR_SECONDS}, immutable` : 'public, no-cache',
      )
    },
  })
  for (const url of ['/', '/b/:id']) app.get(url, (_request, reply) => reply.sendFile('index.html'))
}
