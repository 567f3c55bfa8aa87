import type { Page } from '@playwright/test'
import { BoardView } from './support/board-view.ts'
import { expect, test } from './support/test.ts'

/** Drags an entry of the palette to a place on the canvas, in pixels from its top left corner. */
async function dragIn(page: Page, search: string, at: { x: number; y: number }): Promise<void> {
  await page.getByRole('searchbox', { name: 'Search the palette' }).fill(search)
  await page.getByRole('treeitem').first().dragTo(page.locator('.react-flow__pane'), { targetPosition: at })
}

/** Types into a picker of the inspector and takes the first thing offered. */
async function pick(page: Page, picker: string, text: string): Promise<void> {
  const field = page.getByRole('complementary', { name: 'Inspector' }).getByRole('combobox', { name: picker })
  await field.fill(text)
  await page
    .getByRole('option', { name: new RegExp(text) })
    .first()
    .click()
}

test('a workshop draws a network, records a risk, sees the route, and cuts it', async ({
  page,
  otherPage,
  server,
}) => {
  await page.goto(server.url)
  await page.getByLabel('New board').fill('Our first workshop')
  await page.getByRole('button', { name: 'Create board' }).click()
  const mine = new BoardView(page)
  await mine.ready()

  await page.getByRole('button', { name: 'Share' }).click()
  await page.context().grantPermissions(['clipboard-read', 'clipboard-write'])
  await page.getByRole('button', { name: 'Copy: Editor link' }).click()
  const link = await page.evaluate(async () => await navigator.clipboard.readText())
  await mine.press('Escape')
  await otherPage.goto(link)
  const theirs = new BoardView(otherPage)
  await theirs.ready()
  const both = [mine, theirs]

  await dragIn(page, 'element manager', { x: 180, y: 160 })
  await expect(mine.nodeNamed('EMS')).toBeVisible()
  await dragIn(page, 'Access and mobility', { x: 560, y: 160 })
  await expect(theirs.nodeNamed('AMF')).toBeVisible()

  // Two clicks with the connect tool; the interfaces that fit come first.
  await page.locator('.react-flow__pane').click({ position: { x: 400, y: 330 } })
  await mine.press('c')
  await mine.nodeNamed('EMS').click()
  await mine.nodeNamed('AMF').click()
  await page.getByRole('option', { name: /Element management/ }).click()
  for (const view of both) await expect(view.page.locator('.react-flow__edge')).toHaveCount(1)
  await mine.press('v')

  // A vendor made in place, and a risk of its product out of the catalogue.
  await mine.nodeNamed('EMS').click()
  await page.getByRole('combobox', { name: 'Criticality' }).selectOption('high')
  await pick(page, 'Vendor', 'Northwind Systems')
  await expect(theirs.nodeNamed('EMS')).toContainText('Northwind Systems')
  await page.getByRole('button', { name: 'Record a risk' }).click()
  await pick(page, 'Risk', 'Builds cannot be reproduced')
  for (const view of both) {
    await expect(view.nodeNamed('AMF')).toHaveAttribute('data-exposure', 'taken')
    await expect(view.nodeNamed('EMS')).toHaveAttribute('data-exposure', 'taken')
    await expect(view.page.locator('.react-flow__edge[data-exposure="taken"]')).toHaveCount(1)
  }

  // One exposure alone, in words.
  await page.getByRole('tab', { name: /^Exposures/ }).click()
  await page.getByRole('row', { name: /Builds cannot be reproduced.*AMF/ }).click()
  const why = page.getByRole('region', { name: 'Why it is exposed' })
  await expect(why).toContainText('Northwind Systems')
  await expect(why).toContainText('Element management')

  // Planned from there, it cuts nothing; implemented, the route goes out for everybody.
  await why.getByText(/entries of the library would remove the risk/).click()
  await why.getByRole('button', { name: 'Plan Repeatable builds with binary equivalence' }).click()
  await page.getByRole('tab', { name: /^Mitigations/ }).click()
  const status = page
    .getByRole('row', { name: /Repeatable builds/ })
    .getByRole('combobox', { name: /status/i })
  await expect(status).toHaveValue('planned')
  for (const view of both) await expect(view.nodeNamed('AMF')).toHaveAttribute('data-exposure', 'taken')
  await status.selectOption('implemented')
  for (const view of both) await expect(view.exposed).toHaveCount(0)
  await expect(mine.saveState).toHaveText('Saved')
})
