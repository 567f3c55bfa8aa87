import { afterEach, describe, expect, it } from 'vitest'
import { openBoardDoc } from '../src/collab/doc/board-doc.ts'
import { normalisedOf } from '../src/core/analysis/testing/model-of.ts'
import { parseModel } from '../src/core/model/parse.ts'
import { emptyModel } from '../src/core/model/records.ts'
import { serialiseModel } from '../src/core/model/serialise.ts'
import { closeStockClients, connectStock } from './testing/connect-stock.ts'
import { startTestServer, stopTestServers, type TestBoard } from './testing/start-test-server.ts'

afterEach(async () => {
  closeStockClients()
  await stopTestServers()
})

const bearer = (key: string) => ({ authorization: `Bearer ${key}` })

const model = {
  ...normalisedOf({
    segments: [{ id: 's1', name: 'Core', size: [600, 400] }],
    components: [
      { id: 'c1', name: 'AMF 1', function: 'amf', segment: 's1', pos: [40, 60] },
      { id: 'c2', name: 'gNB 1', function: 'gnb', pos: [-400, 60] },
    ],
    links: [{ id: 'l1', from: 'c2', to: 'c1', interface: 'n2' }],
    threats: [{ id: 't1', number: 1, on: { component: 'c1' }, title: 'Spoofing' }],
  }).model,
  meta: { ...emptyModel().meta, title: 'Small core' },
}

async function start(limits = {}) {
  const server = await startTestServer({ limits })
  const at = (board: TestBoard, path: string) => `${server.url}/api/boards/${board.id}/${path}`
  return {
    ...server,
    exportAs: async (board: TestBoard, query: string, key = board.keys.viewer) =>
      await fetch(at(board, `export?${query}`), { headers: bearer(key) }),
    importInto: async (board: TestBoard, body: string | Uint8Array, query = '', key = board.keys.editor) =>
      await fetch(at(board, `import?${query}`), {
        method: 'POST',
        headers: bearer(key),
        body: body as BodyInit,
      }),
  }
}

const errorOf = async (response: Response) =>
  [response.status, ((await response.json()) as { error: { code: string; at?: string } }).error] as const

describe('GET /api/boards/:id/export', () => {
  it('hands the board out to whoever may read it', async () => {
    const { createBoard, exportAs } = await start()
    const board = await createBoard(model)
    const response = await exportAs(board, 'format=ringfence')
    expect(response.status).toBe(200)
    expect(response.headers.get('content-type')).toBe('application/vnd.ringfence+json')
    expect(response.headers.get('content-disposition')).toBe(
      "attachment; filename*=UTF-8''Small-core.ringfence.json",
    )
    expect(await response.text()).toBe(serialiseModel(model))
  })

  it('names the formats and the form of a day where it does not know what is asked for', async () => {
    const { createBoard, exportAs } = await start()
    const board = await createBoard(model)
    expect(await errorOf(await exportAs(board, ''))).toMatchObject([
      400,
      { code: 'wrong-value', at: 'format' },
    ])
    expect(await errorOf(await exportAs(board, 'format=ringfence&date=2026-02-30'))).toMatchObject([
      400,
      { code: 'wrong-value', at: 'date' },
    ])
    expect((await exportAs(board, 'format=ringfence', 'x'.repeat(32))).status).toBe(403)
  })

  it('refuses what it does not know of the query, rather than do something else', async () => {
    const { createBoard, exportAs } = await start()
    const board = await createBoard(model)
    for (const [query, at] of [
      ['format=svg&marks=coverage', 'marks'],
      ['format=svg&scenario=nope', 'scenario'],
      ['format=report-md&sections=summary&sections=method', 'sections'],
      ['format=png&scale=0.0001', 'scale'],
    ] as const)
      expect(await errorOf(await exportAs(board, query))).toMatchObject([400, { at }])
    const current = await (await exportAs(board, 'format=svg&scenario=current')).text()
    const target = await (await exportAs(board, 'format=svg&scenario=target')).text()
    expect(target).toContain('Target')
    expect(current).not.toEqual(target)
  })

  it('tells beside the file which signs its letters lack', async () => {
    const { createBoard, exportAs } = await start()
    const told = async (title: string, format: string) => {
      const board = await createBoard({ ...model, meta: { ...model.meta, title } })
      const response = await exportAs(board, `format=${format}`)
      return [response.status, response.headers.get('ringfence-remarks')] as const
    }
    const [status, remarks] = await told('5G 核心网', 'png')
    expect(status).toBe(200)
    expect(decodeURIComponent(remarks ?? '')).toContain('(核 心 网): they show as boxes')
    expect(await told('5G 核心网', 'svg')).toEqual([200, null])
  })

  it('refuses a picture that is too large, and says what would fit', async () => {
    const { createBoard, exportAs } = await start()
    const board = await createBoard(model)
    const [status, error] = await errorOf(await exportAs(board, 'format=png&scale=900'))
    expect([status, error.code]).toEqual([413, 'too-large'])
    expect((error as { message?: string }).message).toContain('or less fits')
  })

  it('ends what takes longer than it may, and goes on serving', async () => {
    const { createBoard, exportAs, url } = await start({ exchangeMs: 1 })
    const board = await createBoard(model)
    expect(await errorOf(await exportAs(board, 'format=ringfence'))).toMatchObject([
      422,
      { code: 'too-costly' },
    ])
    expect((await fetch(`${url}/healthz`)).status).toBe(200)
  })

  it('does no more at a time than it may', async () => {
    const { createBoard, exportAs } = await start({ exchangeThreads: 1 })
    const board = await createBoard(model)
    const answers = await Promise.all(
      [1, 2, 3].map(async () => (await exportAs(board, 'format=ringfence')).status),
    )
    expect(answers.toSorted((a, b) => a - b)).toEqual([200, 503, 503])
  })
})

describe('POST /api/boards/:id/import', () => {
  it('brings a file into the board, beside what is there, and says what became of each record', async () => {
    const { createBoard, importInto, model: read } = await start()
    const board = await createBoard(model)
    const response = await importInto(board, serialiseModel(model), 'name=core.ringfence.json')
    expect(response.status).toBe(200)
    const answer = await response.json()
    expect(answer).toMatchObject({ format: 'ringfence', notes: [], left: [] })
    expect(answer.records).toContainEqual({ what: 'components', carried: 2, changed: 0, dropped: 0 })
    const after = parseModel(JSON.stringify(await read(board)))
    expect(after.ok && after.value.components.map(({ name }) => name).sort()).toEqual([
      'AMF 1',
      'AMF 1',
      'gNB 1',
      'gNB 1',
    ])
    expect(new Set(after.ok ? after.value.threats.map(({ number }) => number) : [])).toEqual(new Set([1, 2]))
    expect(after.ok && after.value.meta.lastThreat).toBe(2)
  })

  it('brings again what was deleted on the board', async () => {
    const server = await start()
    const board = await server.createBoard(model)
    const { doc } = await connectStock(server, board)
    openBoardDoc(doc).edit('Delete', (editor) => editor.remove('components', 'c1'))
    await expect.poll(async () => (await server.model(board)).components.length).toBe(1)
    await server.importInto(board, serialiseModel(model))
    const names = (await server.model(board)).components.map(({ name }) => name)
    expect(names.sort()).toEqual(['AMF 1', 'gNB 1', 'gNB 1'])
  })

  it('is for those who may write everything', async () => {
    const { createBoard, importInto, model: read } = await start()
    const board = await createBoard(model)
    for (const role of ['commenter', 'viewer'] as const) {
      const response = await importInto(board, serialiseModel(model), '', board.keys[role])
      expect(await errorOf(response)).toMatchObject([403, { code: 'forbidden' }])
    }
    expect((await read(board)).components.length).toBe(2)
  })

  it('refuses a file with its places, and changes nothing', async () => {
    const { createBoard, importInto, model: read } = await start()
    const board = await createBoard(model)
    const before = await read(board)
    for (const [body, code] of [
      ['hello', 'unknown-format'],
      ['{"format":"ringfence","version":1,"links":[{"id":"l1","from":5}]}', 'wrong-type'],
      ['<!DOCTYPE x [<!ENTITY a "b">]><x>&a;</x>', 'forbidden'],
      ['', 'unknown-format'],
    ] as const) {
      expect(await errorOf(await importInto(board, body))).toMatchObject([400, { code }])
    }
    expect(await errorOf(await importInto(board, '{}', 'format=png'))).toMatchObject([400, { at: 'format' }])
    expect(await read(board)).toEqual(before)
  })

  it('keeps to the limits of a board', async () => {
    const { createBoard, importInto, model: read } = await start({ roomRecords: 8 })
    const board = await createBoard(model)
    const response = await importInto(board, serialiseModel(model))
    expect(await errorOf(response)).toMatchObject([413, { code: 'too-large' }])
    expect((await read(board)).components.length).toBe(2)
  })

  it('refuses what would become more text than a board may hold, before anything is made of it', async () => {
    const { createBoard, importInto, model: read } = await start({ roomBytes: 20_000 })
    const board = await createBoard(model)
    const before = await read(board)
    const description = 'x'.repeat(20_001)
    const response = await importInto(
      board,
      serialiseModel({ ...model, meta: { ...model.meta, description } }),
    )
    const [status, error] = await errorOf(response)
    expect([status, error.code]).toEqual([413, 'too-large'])
    expect((error as { message?: string }).message).toContain('on this server')
    expect(await read(board)).toEqual(before)
  })

  it('is seen by who is connected', async () => {
    const server = await start()
    const board = await server.createBoard(model)
    const other = await connectStock(server, board, 'viewer')
    await server.importInto(board, serialiseModel(model))
    await expect.poll(() => other.doc.getMap('components').size).toBe(4)
  })
})
