import AxeBuilder from '@axe-core/playwright'
import { managedCore, mitigation, risk } from './support/models.ts'
import { expect, test } from './support/test.ts'

test('coverage is painted, stays readable in grey, and a cell of the matrix selects its component', async ({
  page,
  server,
  open,
}) => {
  test.setTimeout(180_000)
  await page.emulateMedia({ reducedMotion: 'reduce' })
  const model = managedCore({
    risks: [
      risk('r1', { component: 'ems' }, { title: 'Own builds', propagation: 'foothold' }),
      risk('r2', { component: 'ems' }, { title: 'Old library', propagation: 'foothold' }),
      risk('r3', { component: 'amf' }, { title: 'Shared keys', propagation: 'foothold' }),
      risk('r4', { component: 'gnb' }, { title: 'Open port', propagation: 'foothold', status: 'accepted' }),
    ],
    mitigations: [
      mitigation('m1', { effect: 'removes-risk', treats: ['r2'], status: 'verified' }),
      mitigation('m2', { treats: ['r3'], status: 'planned' }),
    ],
  })
  const view = await open(page, await server.createBoard(model), 'viewer')
  await page.getByRole('button', { name: /^Stay Guest/ }).click()
  await page.getByRole('radio', { name: 'Coverage' }).check()
  await expect(view.node('ems')).toHaveAttribute('data-cover', 'uncovered')
  await expect(view.node('ems')).toContainText('1 of 2 covered')
  await expect(view.node('amf')).toHaveAttribute('data-cover', 'planned')
  await expect(view.node('amf')).toContainText('0 of 1 covered')

  await page.getByRole('tab', { name: 'Coverage' }).click()
  const grid = page.getByRole('grid', { name: 'Components × risks' })
  await expect(grid.getByRole('row', { name: /EMS north/ })).toContainText('1 of 2')
  await grid.getByRole('rowheader', { name: 'EMS north' }).click()
  await expect(view.node('ems')).toHaveClass(/selected/)
  await page.keyboard.press('ArrowRight')
  await page.keyboard.press('ArrowRight')
  await page.keyboard.press('Enter')
  await expect(page.getByRole('complementary', { name: 'Inspector' })).toContainText('Own builds')
  const { violations } = await new AxeBuilder({ page }).analyze()
  expect(violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' | ')}`)).toEqual([])
  await page.addStyleTag({ content: 'html { filter: grayscale(1) }' })
  await page.screenshot({ path: process.env['COVERAGE_PICTURE'] ?? 'test-results/coverage-grey.png' })
})

test('by date, exposures and coverage change on due dates, and what is overdue is left out', async ({
  page,
  server,
  open,
}) => {
  test.setTimeout(180_000)
  await page.emulateMedia({ reducedMotion: 'reduce' })
  const on = (days: number) => new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10)
  const removal = { effect: 'removes-risk', status: 'planned' } as const
  const model = managedCore({
    risks: [
      risk('r1', { component: 'ems' }, { propagation: 'foothold' }),
      risk('r2', { component: 'ems' }, { propagation: 'foothold' }),
    ],
    mitigations: [
      mitigation('m1', { ...removal, treats: ['r1'], due: on(40) }),
      mitigation('m2', { ...removal, treats: ['r2'], due: on(-10) }),
    ],
  })
  await open(page, await server.createBoard(model), 'viewer')
  await page.getByRole('tab', { name: 'Coverage' }).click()
  await page.getByRole('switch', { name: 'By date' }).press('Space')
  const byDate = page.getByRole('region', { name: 'Exposures and coverage by date' })
  await expect(byDate.getByRole('row', { name: /today/ })).toContainText('0 of 2')
  await expect(byDate.getByRole('row', { name: on(40) })).toContainText('1 of 2')
  await expect(byDate.getByRole('row')).toHaveCount(3)
  await expect(byDate).toContainText('1 planned measure is overdue, and left out')
  const { violations } = await new AxeBuilder({ page }).analyze()
  expect(violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' | ')}`)).toEqual([])
  await page.screenshot({ path: 'test-results/coverage-by-date.png' })
  await page.getByRole('switch', { name: 'By date' }).press('Space')
  await expect(page.getByRole('grid', { name: 'Components × risks' })).toBeVisible()
})
