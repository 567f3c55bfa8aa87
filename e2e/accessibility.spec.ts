import { expectNoFindings } from './support/axe.ts'
import { managedCore } from './support/models.ts'
import { expect, test } from './support/test.ts'

for (const colorScheme of ['light', 'dark'] as const) {
  test(`axe finds nothing on the start page, ${colorScheme}`, async ({ page, server }) => {
    await page.emulateMedia({ colorScheme })
    await page.goto(server.url)
    await expect(page.getByRole('button', { name: /First workshop/ })).toBeVisible()
    await expectNoFindings(page, 'start page')
  })

  test(`axe finds nothing on a board and its dialogs, ${colorScheme}`, async ({ page, server, open }) => {
    // A dozen audits of a whole page take their time on a busy machine.
    test.setTimeout(180_000)
    await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' })
    const board = await server.createBoard(managedCore())
    const view = await open(page, board, 'owner')
    await expect(view.node('amf')).toHaveAttribute('data-exposure', 'taken')
    await expectNoFindings(page, 'board with exposures')

    for (const tab of ['Risks', 'Mitigations', 'Vendors']) {
      await page.getByRole('tab', { name: new RegExp(`^${tab}`) }).click()
      await expectNoFindings(page, `table ${tab}`)
    }
    await page.getByRole('tab', { name: 'Outline' }).click()
    await expectNoFindings(page, 'outline')

    for (const [id, kind] of [
      ['amf', 'component'],
      ['manages', 'link'],
    ] as const) {
      await (kind === 'link' ? view.edge(id).locator('path').first() : view.node(id)).click({
        force: kind === 'link',
      })
      await expectNoFindings(page, `inspector of a ${kind}`)
    }
    await page.getByRole('tab', { name: /^Exposures/ }).click()
    await page.getByText('Builds cannot be reproduced').first().click()
    await expectNoFindings(page, 'one exposure alone')

    await page.getByRole('button', { name: 'Share' }).click()
    await expect(page.getByRole('dialog', { name: 'Share this board' })).toBeVisible()
    await expectNoFindings(page, 'share dialog')
    await view.press('Escape')
    await page.locator('.react-flow__pane').click({ position: { x: 8, y: 8 } })
    await view.press('?')
    await expect(page.getByRole('dialog', { name: 'Keys and words' })).toBeVisible()
    await expectNoFindings(page, 'help sheet')
    await view.press('Escape')
    await expect(page.getByRole('dialog', { name: 'Keys and words' })).toBeHidden()
    await view.press('Control+k')
    await expect(page.getByPlaceholder('Search commands and records')).toBeVisible()
    await expectNoFindings(page, 'command palette')
  })
}
