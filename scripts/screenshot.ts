import { spawn } from 'node:child_process'
import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { chromium } from '@playwright/test'
import { ensureChromium, launchOptions } from './browser.ts'

/**
 * Makes the README's first picture, docs/board.png: the operator template as a person first sees it. Wants a build
 * (`npm run build`); run with `npx tsx scripts/screenshot.ts`.
 */
const TEMPLATE = 'public/templates/operator-5g-sa-2018.ringfence.json'
const PICTURE = 'docs/board.png'

ensureChromium()
const folder = await mkdtemp(join(tmpdir(), 'ringfence-picture-'))
const server = spawn(process.execPath, ['dist/node/server.js'], {
  env: { ...process.env, PORT: '0', HOST: '127.0.0.1', DATA_DIR: folder },
  stdio: ['ignore', 'pipe', 'inherit'],
})
const browser = await chromium.launch(launchOptions())
try {
  const url = await new Promise<string>((resolve, reject) => {
    let output = ''
    server.stdout.on('data', (chunk: Buffer) => {
      output += chunk.toString()
      const address = /https?:\/\/[\d.]+:\d+/.exec(output)?.[0]
      if (address !== undefined) resolve(address)
    })
    server.once('exit', () => reject(new Error(`The server ended: ${output}`)))
  })
  const response = await fetch(`${url}/api/boards`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: await readFile(TEMPLATE, 'utf8'),
  })
  const { id, keys } = (await response.json()) as { id: string; keys: { owner: string } }
  const page = await browser.newPage({
    viewport: { width: 1680, height: 1050 },
    colorScheme: 'light',
    reducedMotion: 'reduce',
  })
  await page.goto(`${url}/b/${id}#k=${keys.owner}`)
  await page.locator('[data-exposure="taken"]').first().waitFor()
  await page.evaluate(async () => await document.fonts.ready)
  await page.screenshot({ path: PICTURE, animations: 'disabled' })
} finally {
  await browser.close()
  server.kill('SIGTERM')
  await rm(folder, { recursive: true, force: true })
}
