import { readFile } from 'node:fs/promises'
import type { Page } from '@playwright/test'
import { managedCore } from './support/models.ts'
import { expect, test } from './support/test.ts'

/** Takes a page off the net once it has all parts of the app: what is open breaks, and nothing new opens. */
async function goOffline(page: Page): Promise<void> {
  const missing = async () =>
    await page.evaluate(async () => {
      const parts = (await (await fetch('/later.json')).json()) as string[]
      const urls = parts.map((part) => new URL(`/${part}`, location.href).href)
      return urls.filter((url) => performance.getEntriesByName(url).length === 0)
    })
  await expect.poll(missing, { timeout: 60_000 }).toEqual([])
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
    const transaction: unknown = Reflect.get(IDBDatabase.prototype, 'transaction')
    IDBDatabase.prototype.transaction = function (...args) {
      const begun = Reflect.apply(transaction as IDBDatabase['transaction'], this, args)
      if ((window as { full?: boolean }).full === true) queueMicrotask(() => begun.abort())
      return begun
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

test('a field that two changed without knowing of each other is told with both values, and the other one can be taken', async ({
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
  await theirs.rename('amf', 'AMF York')
  await expect(theirs.saveState).toHaveText('Saved')
  await goOnline(page)
  await expect(mine.saveState).toHaveText('Saved')

  const told = page.getByRole('alert').filter({ hasText: 'Changed by you offline' })
  await expect(told).toContainText('you made it “AMF Leeds”, somebody else “AMF York”')
  await expect(told).not.toContainText('gNB')
  const isMine = (await mine.node('amf').textContent())?.includes('AMF Leeds') === true
  const other = isMine ? 'AMF York' : 'AMF Leeds'
  await told.getByRole('button', { name: `Take “${other}”` }).click()
  for (const view of [mine, theirs]) await expect(view.node('amf')).toContainText(other)
  await expect(told).toBeHidden()
  await mine.press('Control+z')
  await expect(told).toBeVisible()
  await told.getByRole('button', { name: 'Leave as it is' }).click()
  await expect(told).toBeHidden()
})

test('whoever may only look keeps nothing on the device', async ({ page, server, open }) => {
  const board = await server.createBoard(managedCore())
  await open(page, board, 'viewer')
  expect(await storesOf(page, board.id)).toEqual([])
  // Only the key behind the # differs, for which no browser loads a page anew.
  await page.goto('about:blank')
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

/** Has the server name an epoch of the document, which the answer changes, as after a restore from elsewhere. */
async function nameEpoch(page: Page, first: string): Promise<(epoch: string) => void> {
  let epoch = first
  await page.route('**/tickets', async (route) => {
    // What is answered here would come through without a line, too.
    if (!(await page.evaluate(() => navigator.onLine))) return await route.abort()
    const response = await route.fetch()
    return await route.fulfill({ response, json: { ...((await response.json()) as object), epoch } })
  })
  return (next) => {
    epoch = next
  }
}

test('what was done offline is sent also where the parts of the app that tell of a merge cannot be had', async ({
  page,
  server,
  open,
}) => {
  await page.route(/\/assets\/(?:rival-edits|merge-notice)-/, (route) => route.abort())
  const mine = await open(page, await server.createBoard(managedCore()))
  // Not all of the app is at hand here, which is the point: what is missing comes later.
  await page.context().setOffline(true)
  await mine.rename('amf', 'AMF Leeds')
  await expect(mine.saveState).toHaveText('Offline – 1 change kept on this device')
  await goOnline(page)
  await expect(mine.saveState).toHaveText('Saved')
  await expect(mine.node('amf')).toHaveClass(/selected/)
  await expect(page.getByRole('complementary', { name: 'Inspector' }).getByLabel('Name')).toHaveValue(
    'AMF Leeds',
  )
})

test('changes of an earlier epoch are offered as a file, not merged, and stay until they are thrown away', async ({
  page,
  server,
  open,
}) => {
  const board = await server.createBoard(managedCore())
  const setEpoch = await nameEpoch(page, 'first')
  const mine = await open(page, board)
  await goOffline(page)
  await mine.rename('amf', 'AMF Leeds')
  await expect(mine.saveState).toHaveText('Offline – 1 change kept on this device')
  setEpoch('second')
  await goOnline(page)
  await expect(page.getByText('restored from elsewhere')).toBeVisible()
  await expect(mine.saveState).toHaveText('Disconnected')

  await page.getByRole('button', { name: 'Reload', exact: true }).click()
  await mine.ready()
  await expect(mine.node('amf')).toContainText('AMF 1')
  const offer = page.getByRole('alert').filter({ hasText: '1 change never reached the server' })
  const downloading = page.waitForEvent('download')
  await offer.getByRole('button', { name: 'Download as a file' }).click()
  const file = await (await downloading).path()
  expect(await readFile(file, 'utf8')).toContain('AMF Leeds')
  await offer.getByRole('button', { name: 'Throw away' }).click()
  await expect(offer).toHaveCount(0)
  await expect.poll(async () => await storesOf(page, board.id)).toEqual([`ringfence-${board.id}-second`])

  setEpoch('third')
  await page.reload()
  await mine.ready()
  await expect.poll(async () => await storesOf(page, board.id)).toEqual([`ringfence-${board.id}-third`])
})

test('changes to a board that is gone are offered as a file', async ({ page, server, open }) => {
  const board = await server.createBoard(managedCore())
  const mine = await open(page, board)
  await goOffline(page)
  await mine.rename('amf', 'AMF Leeds')
  await page.route('**/tickets', async (route) => {
    const error = { code: 'no-such-board', message: 'There is no such board.' }
    await route.fulfill({ status: 404, json: { error } })
  })
  await goOnline(page)
  const ended = page.getByRole('alert').filter({ hasText: 'Disconnected' })
  await expect(ended).toContainText('1 change has not reached the server, and is kept on this device.')
  await expect(ended.getByRole('button', { name: 'Download the board with it' })).toBeVisible()
  await ended.getByRole('button', { name: 'Reload', exact: true }).click()
  await expect(page.getByRole('heading', { name: 'This board cannot be opened' })).toBeVisible()
  await expect(page.getByText('1 change never reached the server')).toBeVisible()
  await page.getByRole('button', { name: 'Throw away' }).click()
  await expect.poll(async () => await storesOf(page, board.id)).toEqual([])
})

test('forgetting a board takes its store from the device, and what was never sent into a file', async ({
  page,
  server,
  open,
}) => {
  const board = await server.createBoard(managedCore())
  const mine = await open(page, board)
  await goOffline(page)
  await mine.rename('amf', 'AMF Leeds')
  await expect(mine.saveState).toHaveText('Offline – 1 change kept on this device')
  await page.close()
  const start = await page.context().newPage()
  await goOnline(start)
  await start.goto(server.url)
  const forget = async () => {
    await start.getByRole('button', { name: 'More about Managed core' }).click()
    await start.getByRole('menuitem', { name: 'Forget on this device' }).click()
  }
  await forget()
  const question = start.getByRole('dialog', { name: 'Forget “Managed core” on this device?' })
  await expect(question).toContainText('1 change made here never reached the server')
  await question.getByRole('button', { name: 'Cancel' }).last().click()
  await expect(question).toBeHidden()
  await expect(start.getByRole('button', { name: 'More about Managed core' })).toBeFocused()
  await forget()
  const downloading = start.waitForEvent('download')
  await question.getByRole('button', { name: 'Forget the board' }).click()
  expect(await readFile(await (await downloading).path(), 'utf8')).toContain('AMF Leeds')
  await expect(start.getByText('Recent boards on this device')).toHaveCount(0)
  await expect.poll(async () => await storesOf(start, board.id)).toEqual([])
})
