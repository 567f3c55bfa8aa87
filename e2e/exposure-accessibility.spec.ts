import { expectNoFindings } from './support/axe.ts'
import { managedCore } from './support/models.ts'
import { expect, test } from './support/test.ts'

for (const colorScheme of ['light', 'dark'] as const) {
  test(`axe finds nothing where exposures are asked about, ${colorScheme}`, async ({
    page,
    server,
    open,
  }) => {
    test.setTimeout(180_000)
    await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' })
    const view = await open(page, await server.createBoard(managedCore()), 'owner')
    await page.getByRole('button', { name: 'Planes and access' }).click()
    await page.getByRole('combobox', { name: 'Access lets in' }).selectOption('assume')
    await page.getByRole('combobox', { name: 'Scenario' }).selectOption('inherent')
    await expect(view.node('amf')).toHaveAttribute('data-exposure', 'taken')
    await expectNoFindings(page, 'policy and a scenario that stands out')

    await page.getByRole('button', { name: 'Filter', exact: true }).click()
    const menu = page.getByRole('dialog', { name: 'Filter exposures' })
    await menu.getByRole('button', { name: 'Rating' }).click()
    await menu.getByRole('checkbox').first().check()
    await expectNoFindings(page, 'filter menu')
    await view.press('Escape')
    await page.getByRole('combobox', { name: 'Group' }).selectOption('vendor')
    await page.getByRole('row', { name: /AMF 1/ }).click()
    await page.getByRole('button', { name: 'More paths' }).click()
    await expect(page.getByRole('region', { name: 'More paths' })).toContainText('There is no other path.')
    await view.press(']')
    await expectNoFindings(page, 'groups, chips, a hop and more paths')

    await view.node('ems').click()
    await view.press('Shift+B')
    await expect(page.getByRole('region', { name: 'Blast radius' })).toContainText(
      'If an attacker held EMS north',
    )
    await expectNoFindings(page, 'blast radius')
  })
}
