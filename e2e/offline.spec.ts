import type { Page } from '@playwright/test'
import { managedCore } from './support/models.ts'
import { expect, test } from './support/test.ts'

/** Takes a page off the net once it has all parts of the app: what is open breaks, and nothing new opens. */
async function goOffline(page: Page): Promise<void> {
  await page.waitForFunction(async () => {
    const parts = (await (await fetch('/later.json')).json()) as string[]
    return parts.every(
      (part) => performance.getEntriesByName(new URL(`/${part}`, location.href).href).length > 0,
    )
  })
  await page.context().setOffline(true)
}

const goOnline = async (page: Page) => await page.context().setOffline(false)

// Two browsers each, some with two tabs.
test.describe.configure({ timeout: 120_000 })

/** The names of this origin's databases that belong to a board. */
const storesOf = async (page: Page, board: string) =>
  await page.evaluate(
    async (prefix) =>
      (await indexedDB.databases()).map(({ name }) => name ?? '').filter((name) => name.startsWith(prefix)),
    `ringfence-${board}`,
  )

test('two who were offline for a while both see both, and undo takes back only one’s own', async ({
  page,
  otherPage,
  server,
  open,
}) => {
  const board = await server.createBoard(managedCore())
  const mine = await open(page, board)
  const theirs = await open(otherPage, board)
  await goOffline(page)
  await expect(mine.saveState).toHaveText('Offline')
  await goOffline(otherPage)
  await mine.rename('amf', 'AMF Leeds')
  await expect(mine.saveState).toHaveText('Offline – 1 change kept on this device')
  await mine.rename('amf', 'AMF York')
  await expect(mine.saveState).toHaveText('Offline – 2 changes kept on this device')
  await theirs.rename('gnb', 'gNB harbour')
  await theirs.node('ems').click()
  await theirs.press('Delete')
  await expect(theirs.node('ems')).toHaveCount(0)

  await goOnline(page)
  await expect(mine.saveState).toHaveText('Saved')
  await goOnline(otherPage)
  await expect(theirs.saveState).toHaveText('Saved')
  for (const view of [mine, theirs]) {
    await expect(view.node('amf')).toContainText('AMF York')
    await expect(view.node('gnb')).toContainText('gNB harbour')
    await expect(view.node('ems')).toHaveCount(0)
  }
  await mine.press('Control+z')
  await expect(theirs.node('amf')).toContainText('AMF Leeds')
  await expect(theirs.node('gnb')).toContainText('gNB harbour')
})

test('what was done offline in a tab that was closed is there, counted, and sent when the board is opened again', async ({
  page,
  otherPage,
  server,
  open,
}) => {
  const board = await server.createBoard(managedCore())
  const mine = await open(page, board)
  const theirs = await open(otherPage, board)
  await goOffline(page)
  await mine.rename('amf', 'AMF Leeds')
  await mine.rename('gnb', 'gNB harbour')
  await expect(mine.saveState).toHaveText('Offline – 2 changes kept on this device')
  await page.close({ runBeforeUnload: true })

  const again = await page.context().newPage()
  await goOnline(again)
  // The app comes, its server does not answer yet.
  await again.route('**/tickets', (route) => route.abort())
  await again.goto(board.link())
  await expect(again.getByTestId('save-state')).toHaveText('Offline – 2 changes kept on this device')
  await expect(again.locator('.react-flow__node[data-id="amf"]')).toContainText('AMF Leeds')
  await again.unroute('**/tickets')
  await again.getByRole('button', { name: 'Try now' }).click()
  await expect(again.getByTestId('save-state')).toHaveText('Saved')
  await expect(theirs.node('amf')).toContainText('AMF Leeds')
  await expect(theirs.node('gnb')).toContainText('gNB harbour')

  await again.reload()
  await expect(again.getByTestId('save-state')).toHaveText('Saved')
  await expect(again.locator('.react-flow__node[data-id="gnb"]')).toContainText('gNB harbour')
})

test('what one tab did offline and left behind, another tab of the same board brings', async ({
  page,
  otherPage,
  server,
  open,
}) => {
  const board = await server.createBoard(managedCore())
  const mine = await open(page, board)
  const second = await page.context().newPage()
  const beside = await open(second, board)
  const theirs = await open(otherPage, board)
  await goOffline(page)
  await mine.rename('amf', 'AMF Leeds')
  await beside.rename('gnb', 'gNB harbour')
  await expect(mine.saveState).toHaveText('Offline – 1 change kept on this device')
  await page.close()
  await goOnline(second)
  await expect(beside.saveState).toHaveText('Saved')
  await expect(theirs.node('amf')).toContainText('AMF Leeds')
  await expect(theirs.node('gnb')).toContainText('gNB harbour')
})

test('a tab is left without a question where the device keeps everything, and with one where it keeps nothing', async ({
  page,
  otherPage,
  server,
  open,
}) => {
  const board = await server.createBoard(managedCore())
  await otherPage.addInitScript(() => {
    Object.defineProperty(window, 'indexedDB', {
      value: {
        open: () => {
          throw new DOMException('not here', 'SecurityError')
        },
      },
    })
  })
  const kept = await open(page, board)
  const unkept = await open(otherPage, board)
  await expect(otherPage.getByRole('region', { name: 'Notices' })).toContainText(
    'lets no page keep anything on this device',
  )
  for (const view of [kept, unkept]) {
    await goOffline(view.page)
    await view.rename('amf', 'AMF Leeds')
  }
  await expect(unkept.saveState).toHaveText('Offline – 1 change only in this tab')
  await expect(kept.saveState).toHaveText('Offline – 1 change kept on this device')
  const asked = async (each: Page) => {
    let question = false
    each.on('dialog', (dialog) => {
      question = true
      void dialog.accept()
    })
    const closed = each.waitForEvent('close')
    await each.close({ runBeforeUnload: true })
    await closed
    return question
  }
  expect(await asked(otherPage)).toBe(true)
  expect(await asked(page)).toBe(false)
})

test('a device that is full says so, and the changes are in the tab only', async ({ page, server, open }) => {
  const board = await server.createBoard(managedCore())
  await page.addInitScript(() => {
    const add = IDBObjectStore.prototype.add
    IDBObjectStore.prototype.add = function (value: unknown, key?: IDBValidKey) {
      const request = add.call(this, value, key)
      if ((window as { full?: boolean }).full === true) this.transaction.abort()
      return request
    }
  })
  const mine = await open(page, board)
  await goOffline(page)
  await page.evaluate(() => Object.assign(window, { full: true }))
  await mine.rename('amf', 'AMF Leeds')
  await expect(page.getByRole('region', { name: 'Notices' })).toContainText('does not work any more')
  await expect(mine.saveState).toHaveText('Offline – 1 change only in this tab')
  await goOnline(page)
  await expect(mine.saveState).toHaveText('Saved')
})

test('storage that does not answer holds the board up for three seconds only', async ({
  page,
  server,
  open,
}) => {
  const board = await server.createBoard(managedCore())
  await page.addInitScript(() => {
    IDBFactory.prototype.open = () => new EventTarget() as IDBOpenDBRequest
  })
  const mine = await open(page, board)
  await expect(page.getByRole('region', { name: 'Notices' })).toContainText('does not answer')
  await mine.rename('amf', 'AMF Leeds')
  await expect(mine.saveState).toHaveText('Saved')
})

test('a merge tells what it set aside, and leads there', async ({ page, otherPage, server, open }) => {
  const board = await server.createBoard(managedCore())
  const mine = await open(page, board)
  const theirs = await open(otherPage, board)
  await goOffline(page)
  await mine.node('amf').click()
  await mine.press('Delete')
  await expect(mine.node('amf')).toHaveCount(0)
  await theirs.node('amf').click()
  await theirs.press('Control+ArrowRight')
  await expect(theirs.saveState).toHaveText('Saved')
  await goOnline(page)
  const notices = page.getByRole('region', { name: 'Notices' })
  await expect(notices).toContainText('was set aside')
  await notices.getByRole('button', { name: 'Show what is set aside' }).click()
  await expect(page.getByRole('tab', { name: /^Set aside/ })).toHaveAttribute('aria-selected', 'true')
})

test('whoever may only look keeps nothing on the device', async ({ page, server, open }) => {
  const board = await server.createBoard(managedCore())
  await open(page, board, 'viewer')
  expect(await storesOf(page, board.id)).toEqual([])
  await open(page, board, 'editor')
  expect(await storesOf(page, board.id)).toHaveLength(1)
})

test('undo brings the selection back', async ({ page, server, open }) => {
  const board = await server.createBoard(managedCore())
  const mine = await open(page, board)
  await mine.node('gnb').click()
  await mine.press('Delete')
  await expect(mine.node('gnb')).toHaveCount(0)
  await mine.press('Control+z')
  await expect(mine.node('gnb')).toHaveClass(/selected/)
})
