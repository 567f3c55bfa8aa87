import { largeModel } from './support/models.ts'
import { expect, test } from './support/test.ts'

/** 15,000 arcs: more than get their routes with the first answer. */
const COMPONENTS = 2_500

test('on a large board every tier of the analysis comes, one after the other', async ({
  page,
  server,
  open,
}) => {
  test.setTimeout(120_000)
  await open(page, await server.createBoard(largeModel(COMPONENTS)))
  await expect(page.getByRole('button', { name: 'List the exposures' })).toContainText(/[1-9]\d* taken/)
  await page.getByRole('tab', { name: /^Choke points/ }).click()
  const panel = page.getByRole('tabpanel', { name: /^Choke points/ })
  await expect(panel.getByRole('heading', { name: /^Components/ })).toContainText(/\d/)
  await expect(panel.getByText('Counting…')).toBeHidden()
  await expect(page.getByText('The analysis failed')).toBeHidden()
})
