import AxeBuilder from '@axe-core/playwright'
import { expect, test } from './support/test.ts'
import { managedCore } from './support/models.ts'

test('an owner makes a link, and revoking it closes the other’s session with a clear page', async ({
  page,
  otherPage,
  server,
  open,
}) => {
  const board = await server.createBoard(managedCore())
  const mine = await open(page, board, 'owner')
  await page.getByRole('button', { name: 'Share' }).click()
  const dialog = page.getByRole('dialog', { name: 'Share this board' })
  await expect(dialog.getByRole('region', { name: 'Owner links' })).toContainText('in use here')
  await dialog.getByLabel('Role').selectOption('Editor')
  await dialog.getByLabel('For whom').fill('Workshop')
  await dialog.getByLabel('How long').selectOption('Expires in a week')
  await dialog.getByRole('button', { name: 'Make a link' }).click()
  const editors = dialog.getByRole('region', { name: 'Editor links' })
  await expect(editors).toContainText('Workshop')
  await expect(editors).toContainText(/expires/)
  expect((await new AxeBuilder({ page }).analyze()).violations).toEqual([])

  const key = await page.evaluate((id) => {
    const boards = JSON.parse(localStorage.getItem('ringfence.boards') ?? '[]') as {
      id: string
      links: Record<string, string>
    }[]
    return Object.values(boards.find((each) => each.id === id)?.links ?? {}).at(-1) ?? ''
  }, board.id)
  await otherPage.goto(`${server.url}/b/${board.id}#k=${key}`)
  await expect(otherPage.getByTestId('save-state')).toHaveText('Saved')

  await editors.getByRole('button', { name: 'Revoke: Workshop' }).click()
  await editors.getByRole('button', { name: 'Revoke', exact: true }).click()
  await expect(otherPage.getByRole('heading', { name: 'This link no longer opens the board' })).toBeVisible()
  await expect(otherPage.getByText('AMF')).toHaveCount(0)
  await otherPage.reload()
  await expect(otherPage.getByRole('heading', { name: 'This link no longer opens the board' })).toBeVisible()
  await expect(editors).not.toContainText('Workshop')
  await dialog.getByRole('switch', { name: 'Show 1 ended link' }).check()
  await expect(editors).toContainText(/revoked/)
  await page.getByRole('button', { name: 'Close' }).click()
  await expect(mine.saveState).toHaveText('Saved')
})

test('a board is duplicated, deleted for everybody, and restored by its owner', async ({
  page,
  otherPage,
  server,
  open,
}) => {
  const board = await server.createBoard(managedCore())
  await open(page, board, 'owner')
  await open(otherPage, board, 'viewer')
  await page.getByRole('button', { name: /board menu/i }).click()
  await page.getByRole('menuitem', { name: 'Delete the board' }).click()
  await page.getByRole('button', { name: 'Delete the board' }).click()
  await expect(otherPage.getByRole('heading', { name: 'This board is deleted' })).toBeVisible()
  await expect(otherPage.getByRole('alert')).toContainText(/restore it until \d+ \w+ \d{4}\./)
  await expect(otherPage.getByRole('button', { name: 'Restore the board' })).toHaveCount(0)
  await page.getByRole('button', { name: 'Restore the board' }).click()
  await expect(page.getByTestId('save-state')).toHaveText('Saved')
  await otherPage.getByRole('button', { name: 'Look again' }).click()
  await expect(otherPage.getByTestId('save-state')).toHaveText('Read-only')

  await page.getByRole('button', { name: /board menu/i }).click()
  await page.getByRole('menuitem', { name: 'Duplicate the board' }).click()
  await page.waitForURL((url) => !url.pathname.includes(board.id))
  await expect(page.getByRole('textbox', { name: 'Title of the board' })).toHaveValue(/\(copy\)$/)

  await page.goto(server.url)
  await page.getByRole('button', { name: /^More about .*\(copy\)$/ }).click()
  await page.getByRole('menuitem', { name: 'Delete' }).click()
  await page
    .getByRole('dialog', { name: /^Delete “.*\(copy\)”\?$/ })
    .getByRole('button', { name: 'Delete the board' })
    .click()
  await expect(page.getByText('deleted', { exact: true })).toBeVisible()
  await page.getByRole('button', { name: /^More about .*\(copy\)$/ }).click()
  await page.getByRole('menuitem', { name: 'Restore' }).click()
  await expect(page.getByRole('link', { name: /\(copy\)$/ })).toBeVisible()
})
