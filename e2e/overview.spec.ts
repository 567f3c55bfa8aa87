import type { Page } from '@playwright/test'
import { largeModel } from './support/models.ts'
import type { BoardView } from './support/board-view.ts'
import { type Board, expect, test } from './support/test.ts'

async function inOverview(page: Page, open: (page: Page, board: Board) => Promise<BoardView>, board: Board) {
  const view = await open(page, board)
  const canvas = page.getByRole('region', { name: 'Canvas' })
  await expect(canvas).toHaveAttribute('data-overview', 'true')
  return { view, canvas }
}

test('a large board seen whole is painted, named for those who do not see it, and near where something is looked for', async ({
  page,
  server,
  open,
}) => {
  const { view, canvas } = await inOverview(page, open, await server.createBoard(largeModel(1000)))
  const taken = canvas.locator('.react-flow__node[data-exposure="taken"]').first()
  await expect(taken).toHaveAttribute('aria-label', /^Function \d+, .*taken$/)
  await expect(taken).toBeEmpty()

  await view.press('Control+k')
  await page.getByRole('dialog').getByRole('textbox').fill('Function 777')
  await page.keyboard.press('Enter')
  await expect(canvas).not.toHaveAttribute('data-overview', 'true')
  const found = canvas.locator('.react-flow__node', { hasText: 'Function 777' })
  await expect(found).toBeInViewport()
  await expect(found).toHaveClass(/selected/)
  await expect(canvas.locator('.react-flow__edge').first()).toBeAttached()
})

test('a name is typed where it can be read, also from the overview of a large board', async ({
  page,
  server,
  open,
}) => {
  const { view, canvas } = await inOverview(page, open, await server.createBoard(largeModel(1000)))
  await page.getByRole('tab', { name: 'Outline' }).click()
  await page
    .getByRole('treeitem', { name: /Site 0/ })
    .first()
    .click()
  await canvas.locator('.react-flow').focus()
  await view.press('F2')
  const name = canvas.getByRole('textbox')
  await expect(name).toBeInViewport()
  await expect(name).toBeFocused()
  await name.fill('Northern site')
  await name.press('Enter')
  await expect(page.getByRole('treeitem', { name: /Northern site/ })).toBeVisible()
})
