import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { chromium } from '@playwright/test'

/** Set this to a Chromium or Chrome of your own, or leave it to `ensureChromium`. */
const VARIABLE = 'RINGFENCE_CHROMIUM'

const SYSTEM = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome']

const INSTALL = {
  playwright: [['npx', 'playwright', 'install', 'chromium']],
  apt: [
    ['apt-get', 'update'],
    ['apt-get', 'install', '-y', '--no-install-recommends', 'chromium', 'fonts-liberation'],
  ],
} as const

export type Installer = keyof typeof INSTALL

export type Decision = { readonly use: string } | { readonly install: Installer } | { readonly fail: string }

/** What to do next, given the browsers that start (best first), the installers tried and those at hand. */
export function decide(
  runnable: readonly string[],
  tried: readonly Installer[],
  available: readonly Installer[],
): Decision {
  const [use] = runnable
  if (use !== undefined) return { use }
  const install = available.find((installer) => !tried.includes(installer))
  if (install !== undefined) return { install }
  return {
    fail: [
      `The browser tests need a Chromium, and none was found (Playwright's own, ${SYSTEM.join(', ')}).`,
      tried.length > 0 ? `Installing one failed (${tried.join(', then ')}; the reasons stand above).` : '',
      'Do one of these, then run the tests again:',
      '  npx playwright install --with-deps chromium',
      '  sudo apt-get install chromium          (or your system’s package of that name)',
      `  ${VARIABLE}=/path/to/chrome npm test`,
    ]
      .filter((line) => line !== '')
      .join('\n'),
  }
}

/** Finds a Chromium that starts, installs one if need be, and remembers it for `launchOptions`. */
export function ensureChromium(): string {
  const own = process.env[VARIABLE]
  if (own !== undefined) {
    if (starts(own)) return own
    throw new Error(`${VARIABLE} is ${own}, but \`${own} --version\` fails.`)
  }
  const isRoot = process.getuid?.() === 0
  const available: Installer[] =
    isRoot && existsSync('/usr/bin/apt-get') ? ['playwright', 'apt'] : ['playwright']
  const tried: Installer[] = []
  for (;;) {
    const decision = decide(candidates().filter(starts), tried, available)
    if ('fail' in decision) throw new Error(decision.fail)
    if ('use' in decision) return (process.env[VARIABLE] = decision.use)
    tried.push(decision.install)
    INSTALL[decision.install].every(([command, ...args]) => run(command, args))
  }
}

/** How every browser of this project is started: found above, and kept off the network but for the page's own. */
export function launchOptions(): { executablePath?: string; chromiumSandbox: boolean; args: string[] } {
  const executablePath = process.env[VARIABLE]
  return {
    ...(executablePath === undefined ? {} : { executablePath }),
    // Chromium refuses to run as root inside its sandbox.
    chromiumSandbox: process.getuid?.() !== 0,
    args: [
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
      '--no-first-run',
      '--disable-quic',
    ],
  }
}

function candidates(): string[] {
  return [chromium.executablePath(), ...SYSTEM].filter((path) => existsSync(path))
}

/** A browser on disk may still lack the system libraries that it needs. */
function starts(path: string): boolean {
  return spawnSync(path, ['--version'], { stdio: 'ignore', timeout: 30_000 }).status === 0
}

function run(command: string, args: readonly string[]): boolean {
  console.log(`No Chromium yet: ${[command, ...args].join(' ')}`)
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' }
  return spawnSync(command, args, { stdio: 'inherit', env }).status === 0
}
