import { managedCore } from './support/models.ts'
import { expect, test } from './support/test.ts'

test('a button of icons only says its label while the pointer rests on it, until Escape or the pointer ends it', async ({
  page,
  server,
  open,
}) => {
  await open(page, await server.createBoard(managedCore()))
  const button = page.getByRole('button', { name: 'Tables', exact: true })
  const tip = page.getByRole('tooltip')
  await button.hover()
  await expect(tip).toContainText('Tables')
  await page.mouse.move(700, 400)
  await expect(tip).toHaveCount(0)

  await button.hover()
  await expect(tip).toBeVisible()
  await page.keyboard.press('Escape')
  await expect(tip).toHaveCount(0)

  await page.getByRole('button', { name: /^You are / }).hover()
  await expect(tip).toContainText('(you)')
  await page.getByRole('button', { name: /^You are / }).click()
  await expect(page.getByRole('dialog', { name: 'Your name and colour' })).toBeVisible()
  await expect(tip).toHaveCount(0)
})
