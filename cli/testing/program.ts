import { spawnSync } from 'node:child_process'
import { cpSync, mkdirSync, mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

const ROOT = fileURLToPath(new URL('../../', import.meta.url))

export type Answer = Readonly<{ status: number | null; out: string; err: string }>

/** Runs a program to its end, in the checkout unless told otherwise. */
export function run(
  program: string,
  args: readonly string[],
  options: { cwd?: string; input?: string } = {},
): Answer {
  const { status, stdout, stderr, error } = spawnSync(program, args, {
    cwd: options.cwd ?? ROOT,
    input: options.input ?? '',
    encoding: 'utf8',
    maxBuffer: 64 * 1024 * 1024,
  })
  if (error !== undefined) throw error
  return { status, out: stdout, err: stderr }
}

function must({ status, out, err }: Answer): string {
  if (status !== 0) throw new Error(`exit status ${status}\n${out}\n${err}`)
  return out
}

export type Package = Readonly<{
  /** The extracted package, as an installation would have it. */
  folder: string
  ringfence: (args: readonly string[], input?: string) => Answer
  remove: () => void
}>

/** Builds the command line tool as `npm run build` does, packs it and unpacks it: what a user of the package gets. */
export function packRingfence(): Package {
  const temporary = mkdtempSync(join(tmpdir(), 'ringfence-cli-'))
  const project = join(temporary, 'project')
  mkdirSync(project)
  for (const name of ['package.json', 'LICENSE', 'NOTICE', 'public']) {
    cpSync(join(ROOT, name), join(project, name), { recursive: true })
  }
  const vite = join(ROOT, 'node_modules/vite/bin/vite.js')
  const build = ['build', '--config', 'vite.node.config.ts', '--mode', 'cli', '--logLevel', 'warn']
  must(run(process.execPath, [vite, ...build, '--outDir', join(project, 'dist/node')]))
  must(run('npm', ['pack', '--ignore-scripts', '--pack-destination', temporary], { cwd: project }))
  const archive = readdirSync(temporary).find((name) => name.endsWith('.tgz')) ?? ''
  must(run('tar', ['-xzf', archive], { cwd: temporary }))
  const folder = join(temporary, 'package')
  return {
    folder,
    ringfence: (args, input = '') =>
      run(process.execPath, [join(folder, 'dist/node/ringfence.js'), ...args], { input }),
    remove: () => rmSync(temporary, { recursive: true }),
  }
}
