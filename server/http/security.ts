import helmet from '@fastify/helmet'
import rateLimit from '@fastify/rate-limit'
import type { FastifyInstance } from 'fastify'
import type { Limits } from '../config.ts'
import { HttpError } from './http-error.ts'

/** Nothing that the app needs, so nothing that a script in it may ask for. */
const SWITCHED_OFF =
  'accelerometer camera display-capture geolocation gyroscope hid magnetometer microphone midi payment serial usb'

/** Headers that keep the app to its own code and server, and a ceiling on requests per address. */
export async function secure(app: FastifyInstance, limits: Limits): Promise<void> {
  await app.register(helmet, {
    contentSecurityPolicy: {
      useDefaults: false,
      directives: {
        defaultSrc: ["'none'"],
        // WebAssembly may be compiled, which the solver in the plan worker needs; text still cannot be run.
        scriptSrc: ["'self'", "'wasm-unsafe-eval'"],
        workerSrc: ["'self'"],
        // React Flow and Mantine place things with style attributes.
        styleSrc: ["'self'", "'unsafe-inline'"],
        imgSrc: ["'self'", 'data:', 'blob:'],
        fontSrc: ["'self'"],
        connectSrc: ["'self'"],
        manifestSrc: ["'self'"],
        baseUri: ["'none'"],
        formAction: ["'none'"],
        frameAncestors: ["'none'"],
      },
    },
    referrerPolicy: { policy: 'no-referrer' },
    // The server itself speaks plain HTTP; whoever puts TLS before it sets this there.
    strictTransportSecurity: false,
    xFrameOptions: { action: 'deny' },
  })
  const permissions = SWITCHED_OFF.split(' ').map((name) => `${name}=()`)
  app.addHook('onRequest', async (_request, reply) => {
    reply.header('permissions-policy', permissions.join(', '))
  })
  await app.register(rateLimit, {
    max: limits.requestsPerMinute,
    timeWindow: '1 minute',
    // By the route that answers: one and the same can be asked for in many spellings.
    allowList: (request) => request.routeOptions.url?.startsWith('/api/') !== true,
    errorResponseBuilder: () =>
      new HttpError(429, 'too-many', 'Too many requests. Wait a minute, then try again.'),
  })
}
