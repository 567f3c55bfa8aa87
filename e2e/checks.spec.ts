import AxeBuilder from '@axe-core/playwright'
import { component, managedCore } from './support/models.ts'
import { expect, test } from './support/test.ts'

const board = () => {
  const model = managedCore()
  const old = component('old', { name: 'Old router', supportEnd: '2027-01-01', removal: '2028-01-01' })
  return { ...model, components: [...model.components, old] }
}

test('a finding is listed, shown on the canvas, fixed, waived with a reason, and open again when lifted', async ({
  page,
  server,
  open,
}) => {
  const view = await open(page, await server.createBoard(board()))
  await page.getByRole('tab', { name: 'Checks' }).click()
  const fix = page.getByRole('button', { name: 'Plan the removal of Old router for 2027-01-01' })
  await expect(fix).toBeVisible()
  await expect(view.node('old').getByTitle('1 open finding')).toBeVisible()
  await expect(view.node('old')).toHaveAccessibleName(/Old router.*1 open finding/)
  await fix.click()
  await expect(fix).toHaveCount(0)

  const search = page.getByRole('searchbox', { name: 'Search the findings' })
  await search.fill('no logging link')
  const finding = page.getByRole('button', { name: /^AMF 1 is critical and has no logging/ })
  await finding.click()
  await expect(page.getByRole('complementary', { name: 'Inspector' })).toContainText('AMF 1')
  const waive = page.getByRole('button', { name: /^Waive: AMF 1 is critical/ })
  await waive.click()
  const form = page.getByRole('form', { name: 'Waive this finding' })
  await expect(form.getByLabel('Reason')).toBeFocused()
  await page.keyboard.press('Escape')
  await expect(form).toHaveCount(0)
  await expect(waive).toBeFocused()
  await expect(page.getByRole('complementary', { name: 'Inspector' })).toContainText('AMF 1')
  await page.keyboard.press('Enter')
  await form.getByLabel('Reason').fill('Logs go to another system')
  await form.getByLabel('Person').fill('Ann')
  await expect(form.getByText('Without a day it is waived for good.')).toBeVisible()
  await form.getByLabel('Until').fill('2999-01-01')
  await expect(form.getByText('Without a day')).toBeHidden()
  await form.getByRole('button', { name: 'Waive', exact: true }).click()
  await expect(page.getByText('1 waived')).toBeVisible()
  await page.getByRole('tabpanel', { name: 'Checks' }).getByText('Waived', { exact: true }).click()
  await expect(page.getByText('Logs go to another system – Ann, until 2999-01-01')).toBeVisible()
  await page.getByRole('button', { name: /^Lift the waiver: AMF 1/ }).click()
  await expect(page.getByText('0 waived')).toBeVisible()
})

for (const colorScheme of ['light', 'dark'] as const) {
  test(`axe finds nothing on the checks, ${colorScheme}`, async ({ page, server, open }) => {
    await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' })
    const view = await open(page, await server.createBoard(board()))
    await page.getByRole('tab', { name: 'Checks' }).click()
    await expect(view.node('old').getByTitle('1 open finding')).toBeVisible()
    await page
      .getByRole('button', { name: /^Waive: / })
      .first()
      .click()
    const { violations } = await new AxeBuilder({ page }).analyze()
    expect(
      violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ target }) => target.join(' ')).join()}`),
    ).toEqual([])
    await page.screenshot({ path: `test-results/checks-${colorScheme}.png` })
  })
}
