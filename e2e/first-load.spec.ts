import { managedCore } from './support/models.ts'
import { expect, test } from './support/test.ts'

const MOST_BYTES = 350 * 1024

test('the first load of a board takes at most 350 kB of JavaScript, compressed', async ({
  page,
  server,
  open,
}) => {
  const board = await server.createBoard(managedCore())
  const client = await page.context().newCDPSession(page)
  await client.send('Network.enable')
  const scripts = new Map<string, string>()
  let bytes = 0
  client.on('Network.responseReceived', ({ requestId, response }) => {
    if (/javascript/.test(response.mimeType)) scripts.set(requestId, response.url)
  })
  client.on('Network.loadingFinished', ({ requestId, encodedDataLength }) => {
    if (scripts.has(requestId)) bytes += encodedDataLength
  })
  await open(page, board)
  await expect(page.locator('[data-id="amf"]')).toBeVisible()
  console.info(`first load of a board: ${scripts.size} scripts, ${(bytes / 1024).toFixed(1)} kB compressed`)
  expect(scripts.size).toBeGreaterThan(0)
  expect(bytes).toBeLessThanOrEqual(MOST_BYTES)
})
