import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { fileURLToPath } from 'node:url'
import { clientOf, type TestServer } from './start-test-server.ts'

export type ServerProcess = Pick<TestServer, 'url' | 'createBoard' | 'ticket' | 'model'> & {
  /** Everything that it has written, to both outputs. */
  readonly output: string
  /** Sends a signal and resolves, once the process is gone, to its exit status; null after SIGKILL. */
  end(signal: NodeJS.Signals): Promise<number | null>
  /** Resolves once the process is gone, by whatever ends it. */
  readonly gone: Promise<unknown>
}

const ROOT = fileURLToPath(new URL('../../', import.meta.url))
const children = new Set<ChildProcess>()

/** Starts the server as people do, in a process of its own, on a free port; `preload` is a file to load before it. */
export async function startProcess(
  env: Readonly<Record<string, string>>,
  preload?: string,
): Promise<ServerProcess> {
  const { child, output, exit } = runServer(env, preload)
  const url = await new Promise<string>((resolve, reject) => {
    child.stdout.on('data', () => {
      const found = /Ringfence is at (http:\S+)\n/.exec(output())?.[1]
      if (found !== undefined) resolve(found)
    })
    void exit.then((status) => reject(new Error(`The server ended with ${status}: ${output()}`)), reject)
  })
  return {
    url,
    ...clientOf(url),
    get output() {
      return output()
    },
    end: (signal) => {
      child.kill(signal)
      return exit
    },
    gone: exit,
  }
}

/** Starts the server where it should refuse to, and resolves to how it ended. */
export async function runToEnd(
  env: Readonly<Record<string, string>>,
): Promise<{ status: number | null; output: string }> {
  const { output, exit } = runServer(env)
  return { status: await exit, output: output() }
}

export function killProcesses(): void {
  for (const child of children) child.kill('SIGKILL')
}

function runServer(env: Readonly<Record<string, string>>, preload?: string) {
  const before = preload === undefined ? [] : ['--import', preload]
  const child = spawn(process.execPath, ['--import', 'tsx', ...before, 'server/main.ts'], {
    cwd: ROOT,
    env: { ...process.env, PORT: '0', HOST: '127.0.0.1', LIMIT_BOARDS_PER_MINUTE: '100000', ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  children.add(child)
  let text = ''
  const collect = (chunk: Buffer) => {
    text += chunk.toString()
  }
  child.stdout.on('data', collect)
  child.stderr.on('data', collect)
  const exit = once(child, 'close').then(([status]) => {
    children.delete(child)
    return status as number | null
  })
  return { child, output: () => text, exit }
}
