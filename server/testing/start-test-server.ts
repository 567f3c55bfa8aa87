import { mkdtempSync } from 'node:fs'
import { rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Role } from '../../src/collab/doc/wire.ts'
import type { Model } from '../../src/core/model/records.ts'
import type { BoardKeys } from '../access/links.ts'
import { type RunningServer, startServer } from '../app.ts'
import { type Config, DEFAULT_LIMITS, type Limits } from '../config.ts'
import type { Store } from '../storage/store.ts'

export type TestBoard = Readonly<{ id: string; keys: BoardKeys }>

export type TestServer = {
  readonly url: string
  readonly routes: RunningServer['routes']
  readonly dataDir: string
  readonly createBoard: (content?: { title: string } | Model) => Promise<TestBoard>
  readonly ticket: (
    board: TestBoard,
    role: Role,
    identity?: Readonly<{ name: string; colour: string }>,
  ) => Promise<string>
  readonly model: (board: TestBoard) => Promise<Model>
  readonly stop: () => Promise<void>
}

type Options = Readonly<{
  limits?: Partial<Limits>
  /** Of an earlier server, to start again on what it stored. */
  dataDir?: string
  appDir?: string
  allowedOrigins?: readonly string[]
  metricsToken?: string
  store?: (dataDir: string) => Store
}>

const dataDirs: string[] = []
const running = new Set<RunningServer>()

/** Limits on how often are lifted, since a test does in a second what people do in an hour. */
const UNHURRIED = { boardsPerMinute: 1_000_000, requestsPerMinute: 1_000_000, closeSpreadMs: 0 }

/** A real server on a free port with a database of its own; `stopTestServers` in `afterEach` ends and removes it. */
export async function startTestServer(options: Options = {}): Promise<TestServer> {
  const dataDir = options.dataDir ?? newDataDir()
  const config: Config = {
    host: '127.0.0.1',
    port: 0,
    dataDir,
    appDir: options.appDir ?? null,
    allowedOrigins: options.allowedOrigins ?? [],
    logLevel: 'silent',
    metricsToken: options.metricsToken ?? null,
    limits: { ...DEFAULT_LIMITS, ...UNHURRIED, ...options.limits },
  }
  const server = await startServer(config, options.store?.(dataDir))
  running.add(server)
  return {
    url: server.url,
    routes: server.routes,
    dataDir,
    ...clientOf(server.url),
    stop: async () => {
      running.delete(server)
      await server.close()
    },
  }
}

export async function stopTestServers(): Promise<void> {
  const servers = [...running]
  running.clear()
  await Promise.all(servers.map((server) => server.close()))
  await Promise.all(dataDirs.splice(0).map((dir) => rm(dir, { recursive: true, force: true })))
}

export function newDataDir(): string {
  const dir = mkdtempSync(join(tmpdir(), 'ringfence-test-'))
  dataDirs.push(dir)
  return dir
}

/** The HTTP API of a server at `url`, for tests that expect it to work. */
export function clientOf(url: string): Pick<TestServer, 'createBoard' | 'ticket' | 'model'> {
  const call = async (path: string, init: RequestInit) => {
    const response = await fetch(`${url}${path}`, init)
    if (!response.ok) throw new Error(`${path}: ${response.status} ${await response.text()}`)
    return response.json()
  }
  return {
    createBoard: async (content = { title: 'Test' }) =>
      (await call('/api/boards', {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify(content),
      })) as TestBoard,
    ticket: async ({ id, keys }, role, identity) => {
      const answer = await call(`/api/boards/${id}/tickets`, {
        method: 'POST',
        headers: { authorization: `Bearer ${keys[role]}`, 'content-type': 'application/json' },
        body: JSON.stringify(identity ?? {}),
      })
      return (answer as { ticket: string }).ticket
    },
    model: async ({ id, keys }) =>
      (await call(`/api/boards/${id}/model`, {
        headers: { authorization: `Bearer ${keys.viewer}` },
      })) as Model,
  }
}
