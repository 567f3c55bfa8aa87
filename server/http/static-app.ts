import fastifyStatic from '@fastify/static'
import type { FastifyInstance } from 'fastify'
import { HttpError } from './http-error.ts'

const PAGES = ['/', '/b/:id']
const YEAR_SECONDS = 365 * 24 * 3600

/**
 * Serves the built app: its hashed assets for ever, everything else asked for anew each time. `/` and `/b/:id` are the
 * app's own pages, so they get its one document. Without a built app they say so.
 */
export async function serveApp(app: FastifyInstance, appDir: string | null): Promise<void> {
  if (appDir === null) {
    for (const url of PAGES) {
      app.get(url, () => {
        throw new HttpError(
          404,
          'not-built',
          'This server has no app to show. Build it with `npm run build`.',
        )
      })
    }
    return
  }
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
  for (const url of PAGES) app.get(url, (_request, reply) => reply.sendFile('index.html'))
}
