import type { FastifyInstance, FastifyRequest } from 'fastify'
import { ROLES } from '../../src/collab/doc/wire.ts'
import type { Guests } from '../access/guests.ts'
import { createLink, shown } from '../access/links.ts'
import type { Limits } from '../config.ts'
import type { Store } from '../storage/store.ts'
import { authoriseOwner } from './authorise.ts'
import { Fields } from './fields.ts'
import { HttpError } from './http-error.ts'

type Services = Readonly<{ store: Store; guests: Guests; limits: Limits }>
type BoardRequest = FastifyRequest<{ Params: { id: string } }>
type LinkRequest = FastifyRequest<{ Params: { id: string; link: string } }>

const MOST_LINK_NAME = 60

/** The routes by which owners give, list and take back links. A key is in one answer only: the one to its making. */
export function serveLinks(app: FastifyInstance, { store, guests, limits }: Services): void {
  app.route({
    method: 'GET',
    url: '/api/boards/:id/links',
    handler: async (request: BoardRequest, reply) => {
      const { id } = request.params
      await authoriseOwner(store, request, id)
      const access = await store.access(id)
      return reply.header('cache-control', 'no-store').send({ links: access?.links.map(shown) ?? [] })
    },
  })
  app.route({
    method: 'POST',
    url: '/api/boards/:id/links',
    handler: async (request: BoardRequest, reply) => {
      const { id } = request.params
      await authoriseOwner(store, request, id)
      const fields = new Fields(request.body, ['role', 'expires', 'name'])
      const name = fields.text('name')?.trim() ?? ''
      if (name.length > MOST_LINK_NAME) {
        throw new HttpError(400, 'wrong-value', `Expected at most ${MOST_LINK_NAME} characters.`, {
          at: 'name',
        })
      }
      const made = createLink(fields.oneOf('role', ROLES), { name, expires: fields.future('expires') })
      if (!(await store.addLink(id, made.link, limits.linksPerBoard))) {
        throw new HttpError(
          409,
          'too-many-links',
          `A board has at most ${limits.linksPerBoard} links. Revoke one that is no longer needed.`,
        )
      }
      return reply
        .code(201)
        .header('cache-control', 'no-store')
        .send({ link: shown(made.link), key: made.key })
    },
  })
  app.route({
    method: 'DELETE',
    url: '/api/boards/:id/links/:link',
    handler: async (request: LinkRequest, reply) => {
      const { id, link } = request.params
      await authoriseOwner(store, request, id)
      const outcome = await store.revokeLink(id, link, new Date().toISOString())
      if (outcome === 'no-such-link') {
        throw new HttpError(404, 'no-such-link', 'There is no such link to this board.')
      }
      if (outcome === 'last-owner') {
        throw new HttpError(
          409,
          'last-owner',
          'This is the last link of an owner without an end. Make another one before you revoke it.',
        )
      }
      guests.endLink(id, link)
      return reply.code(204).send()
    },
  })
}
