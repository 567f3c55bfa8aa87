import AxeBuilder from '@axe-core/playwright'
import { managedCore } from './support/models.ts'
import { expect, test } from './support/test.ts'

test('choke points are ranked, shown on the canvas, and marked there on request', async ({
  page,
  server,
  open,
}) => {
  const board = await server.createBoard(managedCore())
  const view = await open(page, board)
  await page.getByRole('tab', { name: 'Choke points' }).click()
  const components = page.getByRole('list', { name: 'Components by what they would clear' })
  await expect(components.getByRole('button')).toHaveText([/1.*EMS north.*1 taken/])
  const links = page.getByRole('list', { name: 'Links by what they would clear' })
  await links.getByRole('button', { name: /EMS north/ }).click()
  await expect(page.getByRole('complementary', { name: 'Inspector' })).toContainText('EMS north')
  const set = page.getByRole('region', { name: /Separating set/ })
  await expect(set).toContainText('Cutting this link leaves no critical function held')

  await expect(view.node('ems')).not.toHaveAttribute('data-choke')
  await page.getByRole('switch', { name: 'Mark choke points' }).click()
  await expect(view.node('ems')).toHaveAttribute('data-choke', 'numbered')
  await expect(view.edge('manages')).toHaveAttribute('data-choke', 'numbered')
  await expect(view.node('ems')).toHaveAccessibleName(/choke point 1/)
  await page.getByRole('switch', { name: 'Mark it' }).click()
  await expect(view.edge('manages')).toHaveAttribute('data-cut', 'true')
  await expect(view.edge('n2')).not.toHaveAttribute('data-cut')

  // The same from the canvas' own menu, for whoever has closed the table.
  await page.locator('.react-flow__pane').click({ button: 'right', position: { x: 8, y: 200 } })
  await page.getByRole('menuitem', { name: 'Mark choke points' }).click()
  await expect(view.node('ems')).not.toHaveAttribute('data-choke')
})

test('where nothing is exposed it says so', async ({ page, server, open }) => {
  const board = await server.createBoard(managedCore({ risks: [] }))
  await open(page, board)
  await page.getByRole('tab', { name: 'Choke points' }).click()
  await expect(page.getByText('Nothing is exposed, so nothing hinges on anything.')).toHaveCount(2)
  await expect(page.getByText('There is nothing to cut: no critical function is held.')).toBeVisible()
})

for (const colorScheme of ['light', 'dark'] as const) {
  test(`axe finds nothing on choke points, ${colorScheme}`, async ({ page, server, open }) => {
    await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' })
    const board = await server.createBoard(managedCore())
    const view = await open(page, board)
    await page.getByRole('tab', { name: 'Choke points' }).click()
    await page.getByRole('switch', { name: 'Mark choke points' }).click()
    await page.getByRole('switch', { name: 'Mark it' }).click()
    await expect(view.edge('manages')).toHaveAttribute('data-cut', 'true')
    const { violations } = await new AxeBuilder({ page }).analyze()
    expect(
      violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ target }) => target.join(' ')).join()}`),
    ).toEqual([])
  })
}
