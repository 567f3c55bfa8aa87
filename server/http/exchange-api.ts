import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import * as Y from 'yjs'
import { tally } from '../../src/core/codecs/report.ts'
import { formatById, FORMATS } from '../../src/core/codecs/formats.ts'
import { OUTPUTS, outputById } from '../../src/core/codecs/outputs.ts'
import type { Role } from '../../src/collab/doc/wire.ts'
import { mayWriteEverything } from '../access/roles.ts'
import type { Limits } from '../config.ts'
import type { Exchange } from '../exchange/exchange.ts'
import { Excess } from '../rooms/excess.ts'
import { inspectUpdate } from '../rooms/inspect-update.ts'
import type { Room } from '../rooms/room.ts'
import type { HeldRoom } from '../rooms/rooms.ts'
import type { Store } from '../storage/store.ts'
import { authorise } from './authorise.ts'
import { checkNames, exportOptions, type ExportQuery } from './export-query.ts'
import { HttpError, refusedBy } from './http-error.ts'
import { REMARKS } from './openapi.ts'
import type { Shares } from './shares.ts'
import type { Uploads } from './uploads.ts'

type Services = Readonly<{
  store: Store
  exchange: Exchange
  shares: Shares
  uploads: Uploads
  limits: Limits
  openRoom: (id: string) => Promise<HeldRoom>
}>
type Query = ExportQuery & Readonly<{ format?: string; name?: string }>
type BoardRequest = FastifyRequest<{ Params: { id: string }; Querystring: Query }>

/** The routes by which a board goes out in any format, and files of other tools come into one. */
export function serveExchange(app: FastifyInstance, services: Services): void {
  const { store, exchange, shares, uploads, limits, openRoom } = services
  app.route({
    method: 'GET',
    url: '/api/boards/:id/export',
    config: { rateLimit: { max: limits.exchangesPerMinute } },
    handler: async (request: BoardRequest, reply) => {
      await authorise(store, request, request.params.id)
      const output = outputById(request.query.format ?? '')
      if (output === undefined) {
        const known = OUTPUTS.map(({ id }) => id).join(', ')
        throw new HttpError(400, 'wrong-value', `Expected one of ${known}.`, { at: 'format' })
      }
      const options = exportOptions(request.query)
      const held = await openRoom(request.params.id)
      let state: Uint8Array
      try {
        state = shares.spend(request, () => Y.encodeStateAsUpdateV2(held.room.doc))
      } finally {
        held.release()
      }
      const job = { kind: 'export', state, output: output.id, options } as const
      const outcome = await exchange.run(job, request.ip, leavingOf(reply))
      if (outcome.kind === 'refused') throw refusedBy(outcome.problems)
      if (outcome.kind !== 'exported') throw new Error('The thread did something else.')
      const { name, type, content } = outcome.file
      const remarks = outcome.remarks.join('\n')
      shares.hold(request, reply, content.length)
      return reply
        .type(type)
        .headers({
          'cache-control': 'no-store',
          'content-disposition': `attachment; filename*=UTF-8''${encodeURIComponent(name)}`,
          ...(remarks === '' ? {} : { [REMARKS]: encodeURIComponent(remarks) }),
        })
        .send(Buffer.from(content))
    },
  })

  // A scope of its own: elsewhere a body is JSON, here it is a file of any kind.
  const authoriseImport = async (request: BoardRequest): Promise<Role> => {
    const { role } = await authorise(store, request, request.params.id)
    if (mayWriteEverything(role)) return role
    throw new HttpError(403, 'forbidden', 'Only an owner or an editor of this board may do that.')
  }
  app.register(async (scope) => {
    scope.removeAllContentTypeParsers()
    scope.addContentTypeParser(
      '*',
      { parseAs: 'buffer' },
      async (_request: FastifyRequest, body: Buffer) => body,
    )
    scope.route({
      method: 'POST',
      url: '/api/boards/:id/import',
      bodyLimit: limits.modelBytes,
      config: { rateLimit: { max: limits.exchangesPerMinute } },
      // Before the body is read, which nobody has to take who may not send it.
      onRequest: async (request: BoardRequest, reply) => {
        await authoriseImport(request)
        uploads.admit(request, reply)
      },
      handler: async (request: BoardRequest, reply) => {
        const { id } = request.params
        checkNames(request.query, ['format', 'name'])
        const { format = null, name = 'file' } = request.query
        if (format !== null && formatById(format)?.reads !== true) {
          const known = FORMATS.filter(({ reads }) => reads).map((each) => each.id)
          throw new HttpError(400, 'wrong-value', `Expected one of ${known.join(', ')}.`, { at: 'format' })
        }
        const bytes = request.body instanceof Buffer ? request.body : new Uint8Array()
        const held = await openRoom(id)
        try {
          const { room } = held
          const state = shares.spend(request, () => Y.encodeStateAsUpdateV2(room.doc))
          const job = { kind: 'import', state, name, bytes, format, mostText: limits.roomBytes } as const
          const outcome = await exchange.run(job, request.ip, leavingOf(reply))
          if (outcome.kind === 'refused') throw refusedBy(outcome.problems)
          if (outcome.kind !== 'brought') throw new Error('The thread did something else.')
          const { update, report, left } = outcome.brought
          // The link may have ended while the file was read.
          const role = await authoriseImport(request)
          shares.spend(request, () => bring(room, update, role, limits))
          const stored = await new Promise<boolean>((resolve) => room.whenStored(resolve))
          if (!stored) throw new Error(`Room ${id} failed while a file was brought in.`)
          const notes = report.filter(({ fate }) => fate !== 'carried')
          return {
            format: outcome.brought.format,
            records: tally(report),
            notes: notes.slice(0, MOST_NOTES),
            left,
          }
        } finally {
          held.release()
        }
      },
    })
  })
}

/** Aborts when the connection ends before the answer has gone. */
function leavingOf(reply: FastifyReply): AbortSignal {
  const leaving = new AbortController()
  if (reply.raw.closed) leaving.abort()
  reply.raw.once('close', () => leaving.abort())
  return leaving.signal
}

/** An answer is for reading; the command line lists all. */
const MOST_NOTES = 500

/** Writes what a thread made as if somebody on the board had, within the same limits. */
function bring(room: Room, update: Uint8Array, role: Role, limits: Limits): void {
  try {
    const inspected = inspectUpdate(update, limits)
    if (room.outgrownBy(update, inspected, role))
      throw new Excess('The board would outgrow its largest size.')
    room.rehearse(inspected, role)
  } catch (error) {
    if (error instanceof Excess) throw new HttpError(413, 'too-large', error.message)
    throw error
  }
  const nobody = { send: () => undefined, close: () => undefined }
  if (!room.write(update, nobody)) throw new HttpError(409, 'conflict', 'The board has changed. Try again.')
}
