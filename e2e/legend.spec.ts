import AxeBuilder from '@axe-core/playwright'
import { managedCore, mitigation, risk } from './support/models.ts'
import { expect, test } from './support/test.ts'

const BOARD = managedCore({
  risks: [
    risk('r1', { component: 'ems' }, { propagation: 'foothold' }),
    risk('r2', { component: 'gnb' }, { propagation: 'foothold' }),
  ],
  mitigations: [mitigation('m1', { effect: 'removes-risk', treats: ['r2'], status: 'verified' })],
})

test('the legend tells the marks that are drawn, follows the mode, and stays as it was left', async ({
  page,
  server,
  open,
}) => {
  const view = await open(page, await server.createBoard(BOARD))
  await expect(view.node('amf')).toHaveAttribute('data-exposure', 'taken')
  const legend = page.getByRole('region', { name: 'Legend' })
  await expect(legend).toHaveCount(0)
  await page.getByRole('toolbar', { name: 'Canvas tools' }).getByRole('button', { name: 'Legend' }).click()
  await expect(legend).toContainText('Source of an attack')
  await expect(legend).toContainText('Route to what is taken')
  await expect(legend).not.toContainText('Reached')
  await expect(legend).not.toContainText('Choke point')

  await page.getByRole('radio', { name: 'Coverage' }).check()
  const coverage = legend.getByRole('region', { name: 'Coverage' })
  await expect(coverage.getByRole('listitem')).toHaveText([
    /Removed, verified$/,
    /Uncovered$/,
    /Risks covered there$/,
  ])
  await expect(legend).not.toContainText('Source of an attack')

  await page.reload()
  await expect(coverage).toBeVisible()
  await legend.getByRole('button', { name: 'Close the legend' }).click()
  await expect(legend).toHaveCount(0)
  // By its key, and by its name.
  await page.locator('.react-flow').focus()
  await page.keyboard.press('l')
  await expect(legend).toBeVisible()
  await page.keyboard.press('Control+k')
  await page.getByPlaceholder('Search commands and records').fill('Legend')
  await page.keyboard.press('Enter')
  await expect(legend).toHaveCount(0)
})

for (const { colorScheme, size } of [
  { colorScheme: 'light', size: { width: 1440, height: 900 } },
  { colorScheme: 'dark', size: { width: 1024, height: 700 } },
] as const)
  test(`at ${size.width}×${size.height} it lies over no tool and no map, and axe finds nothing, ${colorScheme}`, async ({
    page,
    server,
    open,
  }) => {
    test.setTimeout(180_000)
    await page.setViewportSize(size)
    await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' })
    const view = await open(page, await server.createBoard(BOARD))
    await expect(view.node('amf')).toHaveAttribute('data-exposure', 'taken')
    await page.getByRole('button', { name: /^Stay Guest/ }).click()
    const tools = page.getByRole('toolbar', { name: 'Canvas tools' })
    await tools.getByRole('button', { name: 'Legend' }).click()
    const legend = page.getByRole('region', { name: 'Legend' })
    await expect(legend).toContainText('Source of an attack')
    for (const tool of await tools.getByRole('button').all()) await tool.click({ trial: true })
    const [box, canvas] = [await legend.boundingBox(), await page.locator('.react-flow').boundingBox()]
    const mapStarts = (canvas?.x ?? 0) + (canvas?.width ?? 0) - 180
    if ((canvas?.width ?? 0) >= 560) expect((box?.x ?? 0) + (box?.width ?? 0)).toBeLessThan(mapStarts)
    expect(box?.y).toBeGreaterThan(canvas?.y ?? Infinity)
    for (const mode of ['Coverage', 'Exposure']) {
      await page.getByRole('radio', { name: mode }).check()
      const { violations } = await new AxeBuilder({ page }).analyze()
      expect(
        violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' | ')}`),
      ).toEqual([])
    }
  })
