import type { Page } from '@playwright/test'
import { largeModel, managedCore } from './support/models.ts'
import { expect, test } from './support/test.ts'

// Large boards and several tabs on one machine.
test.describe.configure({ timeout: 120_000 })

/** Opens a board from what this device keeps of it: the app comes, its server does not answer. */
async function openAlone(page: Page, link: string): Promise<void> {
  await page.route('**/tickets', (route) => route.abort())
  await page.goto('about:blank')
  await page.goto(link)
}

test('a board that was edited in two tabs opens again from this device', async ({ page, server, open }) => {
  const board = await server.createBoard(managedCore())
  const mine = await open(page, board)
  const second = await page.context().newPage()
  const beside = await open(second, board)
  await mine.rename('amf', 'AMF Leeds')
  await expect(beside.node('amf')).toContainText('AMF Leeds')
  await beside.rename('gnb', 'gNB harbour')
  await expect(mine.node('gnb')).toContainText('gNB harbour')
  await expect(mine.saveState).toHaveText('Saved')
  await second.close()

  await openAlone(page, board.link())
  await expect(mine.saveState).toHaveText('Offline')
  await expect(mine.node('amf')).toContainText('AMF Leeds')
  await expect(mine.node('gnb')).toContainText('gNB harbour')
  await page.unroute('**/tickets')
  await expect(mine.saveState).toHaveText('Saved', { timeout: 30_000 })
})

test('a large board is kept on the device whole, and opens from it', async ({ page, server, open }) => {
  const board = await server.createBoard(largeModel(2_000))
  const view = await open(page, board)
  const whole = page.getByLabel(/^Diagram of 2000 components and 6000 links/)
  await expect(whole).toHaveCount(1)
  await expect.poll(async () => await rowsOf(page)).toBeGreaterThan(10)

  await openAlone(page, board.link())
  await expect(view.saveState).toHaveText('Offline', { timeout: 30_000 })
  await expect(whole).toHaveCount(1)
  await page.unroute('**/tickets')
  await expect(view.saveState).toHaveText('Saved', { timeout: 30_000 })
  await expect(whole).toHaveCount(1)
})

/** How many parts this origin keeps of the one board that it has. */
const rowsOf = async (page: Page): Promise<number> =>
  await page.evaluate(async () => {
    const [found] = await indexedDB.databases()
    const answerOf = async <T>(request: IDBRequest<T>) =>
      await new Promise<T>((resolve, reject) => {
        request.addEventListener('success', () => resolve(request.result))
        request.addEventListener('error', () => reject(request.error ?? new Error('no answer')))
      })
    const opened = await answerOf(indexedDB.open(found?.name ?? ''))
    const count = await answerOf(opened.transaction('updates').objectStore('updates').count())
    opened.close()
    return count
  })
