import type { FastifyInstance, FastifyRequest } from 'fastify'
import type { Guests } from '../access/guests.ts'
import type { Limits } from '../config.ts'
import type { Store } from '../storage/store.ts'
import { authoriseOwner, authoriseRestore } from './authorise.ts'

type Services = Readonly<{ store: Store; guests: Guests; limits: Limits }>
type BoardRequest = FastifyRequest<{ Params: { id: string } }>

const DAY_MS = 24 * 3_600_000
const SWEEP_MS = 3_600_000

/** The routes by which owners delete a board and restore it, and the removal of those that nobody restored. */
export async function serveDeletion(
  app: FastifyInstance,
  { store, guests, limits }: Services,
): Promise<void> {
  app.route({
    method: 'DELETE',
    url: '/api/boards/:id',
    handler: async (request: BoardRequest) => {
      const { id } = request.params
      await authoriseOwner(store, request, id)
      const until = new Date(Date.now() + limits.deletedBoardDays * DAY_MS).toISOString()
      await store.setRemoval(id, until)
      guests.endBoard(id, until)
      return { until }
    },
  })
  app.route({
    method: 'POST',
    url: '/api/boards/:id/restore',
    handler: async (request: BoardRequest, reply) => {
      await authoriseRestore(store, request, request.params.id)
      await store.setRemoval(request.params.id, null)
      return reply.code(204).send()
    },
  })

  const sweep = async () => {
    try {
      const removed = await store.removeDue(new Date().toISOString())
      if (removed.length > 0) app.log.info({ boards: removed }, 'deleted boards removed for good')
    } catch (error) {
      app.log.error({ err: error }, 'deleted boards could not be removed')
    }
  }
  await sweep()
  const timer = setInterval(() => void sweep(), SWEEP_MS)
  timer.unref()
  app.addHook('onClose', async () => clearInterval(timer))
}
