import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { createServer, type AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as delay } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'

/** A server in a process of its own. */
export type SyncServer = Readonly<{
  name: string
  /** Makes a room and gives, for each who comes, the address of a socket into it. */
  makeRoom: () => Promise<() => Promise<string>>
  /** Resident memory now, in bytes. */
  memory: () => number
  stop: () => Promise<void>
}>

const ROOT = fileURLToPath(new URL('../../', import.meta.url))
const BUILT = 'dist/node/server.js'
const STOCK = fileURLToPath(new URL('src/server.js', import.meta.resolve('@y/websocket-server/package.json')))

/** Ringfence as it is built, storing every write durably in a folder that is gone afterwards. */
export async function startRingfence(): Promise<SyncServer> {
  const folder = mkdtempSync(join(tmpdir(), 'ringfence-bench-'))
  const { child, port } = await start(BUILT, { DATA_DIR: folder })
  const url = `http://127.0.0.1:${port}`
  const post = async (path: string, key?: string): Promise<Record<string, unknown>> => {
    const response = await fetch(url + path, {
      method: 'POST',
      headers: { 'content-type': 'application/json', ...(key && { authorization: `Bearer ${key}` }) },
      body: JSON.stringify(key === undefined ? { title: 'Bench' } : {}),
    })
    if (!response.ok) throw new Error(`${path}: ${response.status} ${await response.text()}`)
    return (await response.json()) as Record<string, unknown>
  }
  return {
    name: 'Ringfence, durable',
    makeRoom: async () => {
      const { id, keys } = (await post('/api/boards')) as { id: string; keys: { editor: string } }
      return async () => {
        const { ticket } = await post(`/api/boards/${id}/tickets`, keys.editor)
        return `ws://127.0.0.1:${port}/sync/${id}?ack=1&ticket=${String(ticket)}`
      }
    },
    memory: () => residentBytes(child),
    stop: async () => {
      await end(child)
      rmSync(folder, { recursive: true })
    },
  }
}

/** The stock server, which keeps everything in memory alone. */
export async function startStock(): Promise<SyncServer> {
  const { child, port } = await start(STOCK, {})
  let rooms = 0
  return {
    name: '@y/websocket-server, in memory',
    makeRoom: async () => {
      const room = `room-${rooms++}`
      return async () => `ws://127.0.0.1:${port}/${room}`
    },
    memory: () => residentBytes(child),
    stop: () => end(child),
  }
}

async function start(program: string, env: Readonly<Record<string, string>>) {
  const port = await freePort()
  const child = spawn(process.execPath, [program], {
    cwd: ROOT,
    env: { ...process.env, HOST: '127.0.0.1', PORT: String(port), ...env },
    stdio: ['ignore', 'ignore', 'inherit'],
  })
  const ended = once(child, 'exit').then(() => {
    throw new Error(`${program} ended before it answered; has it been built?`)
  })
  await Promise.race([answers(port), ended])
  ended.catch(() => undefined)
  return { child, port }
}

async function freePort(): Promise<number> {
  const probe = createServer().listen(0, '127.0.0.1')
  await once(probe, 'listening')
  const { port } = probe.address() as AddressInfo
  probe.close()
  await once(probe, 'close')
  return port
}

async function answers(port: number): Promise<void> {
  for (;;) {
    const answer = await fetch(`http://127.0.0.1:${port}/healthz`).catch(() => null)
    if (answer !== null) return
    await delay(50)
  }
}

async function end(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null) return
  child.kill('SIGTERM')
  await once(child, 'exit')
}

/** From /proc, in kB there; NaN where the system has none. */
function residentBytes({ pid }: ChildProcess): number {
  try {
    const found = /^VmRSS:\s+(\d+) kB$/m.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1]
    return Number(found) * 1024
  } catch {
    return Number.NaN
  }
}
