import type { AddressInfo } from 'node:net'
import Fastify, { type FastifyInstance, LogController } from 'fastify'
import { Guests } from './access/guests.ts'
import { Tickets } from './access/tickets.ts'
import type { Config } from './config.ts'
import { Exchange } from './exchange/exchange.ts'
import { serveApi } from './http/api.ts'
import { parseBodies } from './http/body.ts'
import { answerBadHttp, answerBadPath, answerError, HttpError } from './http/http-error.ts'
import { serveMetrics } from './http/metrics.ts'
import { secure } from './http/security.ts'
import { Shares } from './http/shares.ts'
import { serveApp } from './http/static-app.ts'
import { SMALL_BODY_BYTES, Uploads } from './http/uploads.ts'
import { createMetrics } from './metrics.ts'
import { Rooms } from './rooms/rooms.ts'
import { SyncServer } from './rooms/sync-server.ts'
import { openSqliteStore } from './storage/sqlite-store.ts'
import type { Store } from './storage/store.ts'

/** `url` has the port that was really bound; `close` ends every connection after all they wrote is stored. */
export type RunningServer = Readonly<{ url: string; routes: readonly Route[]; close: () => Promise<void> }>

type Route = Readonly<{ method: string; url: string }>

/** Starts the server. `store` is for tests that watch or break it; the server closes it in the end either way. */
export async function startServer(
  config: Config,
  store: Store = openSqliteStore(config.dataDir),
): Promise<RunningServer> {
  const { limits, allowedOrigins } = config
  const app = createHttp(config)
  const routes: Route[] = []
  app.addHook('onRoute', ({ method, url }) => {
    for (const each of [method].flat()) routes.push({ method: each, url })
  })
  const metrics = createMetrics()
  const rooms = new Rooms({ store, limits, log: app.log, metrics })
  const tickets = new Tickets(limits.ticketSeconds)
  const guests = new Guests()
  await secure(app, limits)
  const shares = new Shares(limits)
  parseBodies(app, shares)
  const exchange = new Exchange(limits)
  const uploads = new Uploads(limits)
  await serveApi(app, { store, rooms, tickets, guests, shares, exchange, uploads, limits })
  serveMetrics(app, metrics, config.metricsToken)
  await serveApp(app, config.appDir)

  const { log } = app
  const services = { store, rooms, tickets, guests, limits, allowedOrigins, log, metrics }
  const sync = new SyncServer(app.server, services)
  // While the goodbyes go out what people still send is stored; only then does the port close.
  app.addHook('preClose', () => sync.close())
  app.addHook('onClose', async () => {
    await exchange.close()
    await rooms.close()
    await store.close()
  })
  try {
    await app.listen({ host: config.host, port: config.port })
  } catch (error) {
    await app.close()
    throw (error as { code?: unknown }).code === 'EADDRINUSE' ? portTaken(config.port) : error
  }
  return {
    url: addressOf(config.host, app.server.address() as AddressInfo),
    routes,
    close: () => app.close(),
  }
}

function createHttp(config: Config): FastifyInstance {
  const app = Fastify({
    logger: {
      level: config.logLevel,
      // Queries carry tickets, headers carry keys.
      serializers: { req: ({ method, url, ip }) => ({ method, url: withoutQuery(url), ip }) },
    },
    logController: new LogController({ disableRequestLogging: true }),
    requestTimeout: config.limits.requestMs,
    // Of what is no file and no model.
    bodyLimit: SMALL_BODY_BYTES,
    // A board id of any length is one that does not exist.
    routerOptions: { maxParamLength: 64 * 1024 },
    http: {
      headersTimeout: Math.min(config.limits.headersMs, config.limits.requestMs),
      // How often Node looks for requests that take too long.
      connectionsCheckingInterval: Math.min(5_000, config.limits.headersMs, config.limits.requestMs),
    },
    forceCloseConnections: true,
    frameworkErrors: answerBadPath,
    clientErrorHandler: answerBadHttp,
  })
  app.setErrorHandler(answerError)
  app.setNotFoundHandler((request) => {
    throw new HttpError(404, 'not-found', `There is nothing at ${withoutQuery(request.url)}.`)
  })
  app.addHook('onResponse', async (request, reply) => {
    if (!request.url.startsWith('/api/')) return
    request.log.info(
      { req: request, status: reply.statusCode, ms: Math.round(reply.elapsedTime) },
      'answered',
    )
  })
  return app
}

const withoutQuery = (url: string): string => url.split('?', 1)[0] ?? ''

const portTaken = (port: number) =>
  new Error(`Something else listens on port ${port} already. Choose another with PORT.`)

/** An address that a browser on this machine can open. */
function addressOf(host: string, { port, family }: AddressInfo): string {
  if (host === '0.0.0.0' || host === '::') return `http://127.0.0.1:${port}`
  return family === 'IPv6' && host.includes(':') ? `http://[${host}]:${port}` : `http://${host}:${port}`
}
