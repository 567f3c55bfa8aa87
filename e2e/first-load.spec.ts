import { managedCore } from './support/models.ts'
import { expect, test } from './support/test.ts'

const MOST_BYTES = 350_000

/** What a script weighs on the wire for a browser that knows gzip alone; the smallest are served as they are. */
async function gzipBytes(url: string): Promise<number> {
  const response = await fetch(url, { headers: { 'accept-encoding': 'gzip' } })
  await response.arrayBuffer()
  return Number(response.headers.get('content-length'))
}

test('the first load of a board takes at most 350 kB of JavaScript, gzip, the worker included', async ({
  page,
  server,
  open,
}) => {
  const board = await server.createBoard(managedCore())
  const scripts = new Set<string>()
  // Not what the app fetches later on, unhurried and without running it, for work without a line.
  let isStockingUp = false
  page.on('request', (request) => {
    if (request.url().endsWith('/later.json')) isStockingUp = true
  })
  page.on('response', (response) => {
    if (isStockingUp) return
    if (/javascript/.test(response.headers()['content-type'] ?? '')) scripts.add(response.url())
  })
  page.on('worker', (worker) => scripts.add(worker.url()))
  const view = await open(page, board)
  await expect(view.node('amf')).toHaveAttribute('data-exposure', 'taken')
  await page.waitForLoadState('networkidle')
  const sizes = await Promise.all([...scripts].map(gzipBytes))
  const bytes = sizes.reduce((sum, size) => sum + size, 0)
  console.info(`first load of a board: ${sizes.length} scripts, ${(bytes / 1000).toFixed(1)} kB gzip`)
  expect([...scripts].some((url) => url.includes('worker'))).toBe(true)
  expect(bytes).toBeLessThanOrEqual(MOST_BYTES)
})
