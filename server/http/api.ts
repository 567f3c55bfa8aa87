import { createHash } from 'node:crypto'
import { promisify } from 'node:util'
import { gzip } from 'node:zlib'
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import * as Y from 'yjs'
import { HEADER } from '../../src/collab/doc/shape.ts'
import { modelOfDocument } from '../../src/collab/doc/snapshot.ts'
import { serialiseModel } from '../../src/core/model/serialise.ts'
import type { Guests } from '../access/guests.ts'
import { newIdentity } from '../access/identity.ts'
import type { Tickets } from '../access/tickets.ts'
import type { Limits } from '../config.ts'
import type { Rooms } from '../rooms/rooms.ts'
import type { Store } from '../storage/store.ts'
import { authorise } from './authorise.ts'
import { createBoard, MOST_TITLE, readNewBoard } from './create-board.ts'
import { serveDeletion } from './deletion-api.ts'
import type { Exchange } from '../exchange/exchange.ts'
import { serveExchange } from './exchange-api.ts'
import { Fields } from './fields.ts'
import { HttpError } from './http-error.ts'
import { OPENAPI } from './openapi.ts'
import { serveLinks } from './links-api.ts'
import type { Shares } from './shares.ts'
import type { Uploads } from './uploads.ts'

type Services = Readonly<{
  store: Store
  rooms: Rooms
  tickets: Tickets
  guests: Guests
  shares: Shares
  exchange: Exchange
  uploads: Uploads
  limits: Limits
}>
type BoardRequest = FastifyRequest<{ Params: { id: string } }>

const compress = promisify(gzip)

/** The routes under `/api`, and `/healthz`. */
export async function serveApi(app: FastifyInstance, services: Services): Promise<void> {
  const { store, rooms, tickets, shares, uploads, limits } = services
  const openRoom = async (id: string) => {
    const held = await rooms.open(id)
    if (held === null) throw new HttpError(404, 'no-such-board', 'There is no such board.')
    return held
  }
  /** Reads a board's document with everything in it stored. */
  const readDocument = async <T>(request: BoardRequest, read: (doc: Y.Doc) => T): Promise<T> => {
    const { id } = request.params
    const held = await openRoom(id)
    try {
      const answer = shares.spend(request, () => read(held.room.doc))
      const stored = await new Promise<boolean>((resolve) => held.room.whenStored(resolve))
      if (!stored) throw new Error(`Room ${id} failed while it was read.`)
      return answer
    } finally {
      held.release()
    }
  }

  /** A board's epoch never changes while it is open, so nothing has to be waited for. */
  const readEpoch = async (id: string): Promise<string> => {
    const held = await openRoom(id)
    held.release()
    const epoch = held.room.doc.getMap<unknown>(HEADER).get('epoch')
    return typeof epoch === 'string' ? epoch : ''
  }

  app.route({
    method: 'POST',
    url: '/api/boards',
    bodyLimit: limits.modelBytes,
    config: { rateLimit: { max: limits.boardsPerMinute } },
    onRequest: async (request, reply) => uploads.admit(request, reply),
    handler: async (request, reply) =>
      reply
        .code(201)
        .send(await shares.spend(request, () => createBoard(readNewBoard(request.body), store, limits))),
  })
  app.route({
    method: 'POST',
    url: '/api/boards/:id/copies',
    config: { rateLimit: { max: limits.boardsPerMinute } },
    handler: async (request: BoardRequest, reply) => {
      await authorise(store, request, request.params.id)
      const title = new Fields(request.body, ['title']).title('title', MOST_TITLE)
      const { model } = await readDocument(request, modelOfDocument)
      const copy = title === undefined ? model : { ...model, meta: { ...model.meta, title } }
      return reply.code(201).send(await shares.spend(request, () => createBoard(copy, store, limits)))
    },
  })
  app.route({
    method: 'GET',
    url: '/api/boards/:id/model',
    handler: async (request: BoardRequest, reply) => {
      await authorise(store, request, request.params.id)
      const text = await readDocument(request, (doc) => serialiseModel(modelOfDocument(doc).model))
      shares.hold(request, reply, text.length)
      return reply.type('application/vnd.ringfence+json').header('cache-control', 'no-store').send(text)
    },
  })
  app.route({
    method: 'GET',
    url: '/api/boards/:id/state',
    handler: async (request: BoardRequest, reply) => {
      await authorise(store, request, request.params.id)
      const state = await readDocument(request, Y.encodeStateAsUpdateV2)
      shares.hold(request, reply, state.length)
      return sendState(request, reply, state)
    },
  })
  app.route({
    method: 'POST',
    url: '/api/boards/:id/tickets',
    handler: async (request: BoardRequest, reply) => {
      const { id: board } = request.params
      const { id: link, role } = await authorise(store, request, board)
      const fields = new Fields(request.body, ['name', 'colour', 'person'])
      const identity = newIdentity(board, {
        name: fields.text('name'),
        colour: fields.text('colour'),
        person: fields.text('person'),
      })
      const epoch = await readEpoch(board)
      const ticket = tickets.issue({ board, link, role, identity })
      return reply
        .header('cache-control', 'no-store')
        .send({ ticket, role, expiresIn: limits.ticketSeconds, epoch, user: identity.user, link })
    },
  })
  app.route({ method: 'GET', url: '/api/openapi.json', handler: async () => OPENAPI })
  serveLinks(app, services)
  serveExchange(app, { ...services, openRoom })
  await serveDeletion(app, services)
  app.route({
    method: 'GET',
    url: '/healthz',
    handler: async () => {
      try {
        await store.check()
      } catch (error) {
        app.log.error({ err: error }, 'store cannot be read')
        throw new HttpError(503, 'unhealthy', 'The database cannot be read.')
      }
      return { status: 'ok' }
    },
  })

  const refuseMethod = (url: string, allowed: string, methods: string[]) =>
    app.route({
      method: methods,
      url,
      // Before the body is read, since it does not matter what is in it.
      onRequest: async (_request, reply) => {
        reply.header('allow', allowed)
        throw new HttpError(405, 'wrong-method', `Use ${allowed}.`)
      },
      handler: async () => null,
    })
  refuseMethod('/api/boards', 'POST', ['GET', 'PUT', 'PATCH', 'DELETE'])
  refuseMethod('/api/openapi.json', 'GET', ['POST', 'PUT', 'PATCH', 'DELETE'])
  refuseMethod('/api/boards/:id', 'DELETE', ['GET', 'POST', 'PUT', 'PATCH'])
  refuseMethod('/api/boards/:id/links', 'GET, POST', ['PUT', 'PATCH', 'DELETE'])
  refuseMethod('/api/boards/:id/links/:link', 'DELETE', ['GET', 'POST', 'PUT', 'PATCH'])
  refuseMethod('/api/boards/:id/export', 'GET', ['POST', 'PUT', 'PATCH', 'DELETE'])
  for (const verb of ['copies', 'import', 'restore', 'tickets']) {
    refuseMethod(`/api/boards/:id/${verb}`, 'POST', ['GET', 'PUT', 'PATCH', 'DELETE'])
  }
  refuseMethod('/api/boards/:id/model', 'GET', ['POST', 'PUT', 'PATCH', 'DELETE'])
  refuseMethod('/api/boards/:id/state', 'GET', ['POST', 'PUT', 'PATCH', 'DELETE'])
}

async function sendState(
  request: FastifyRequest,
  reply: FastifyReply,
  state: Uint8Array,
): Promise<FastifyReply> {
  const etag = `W/"${createHash('sha256').update(state).digest('base64url')}"`
  reply.headers({ etag, 'cache-control': 'private, no-cache', vary: 'accept-encoding' })
  if (request.headers['if-none-match']?.includes(etag)) return reply.code(304).send()
  reply.type('application/octet-stream')
  if (!/\bgzip\b/.test(request.headers['accept-encoding'] ?? '')) return reply.send(Buffer.from(state))
  return reply.header('content-encoding', 'gzip').send(await compress(state))
}
