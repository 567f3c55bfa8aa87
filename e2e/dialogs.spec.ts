import { managedCore } from './support/models.ts'
import { expect, test } from './support/test.ts'

test('what is pressed while a dialog still fades is not lost, wherever the focus was before', async ({
  page,
  server,
  open,
}) => {
  const view = await open(page, await server.createBoard(managedCore()))
  const help = page.getByRole('dialog', { name: 'Keys and words' })
  const palette = page.getByRole('dialog', { name: 'Search commands and records' })

  expect(await page.evaluate(() => document.activeElement === document.body)).toBe(true)
  await view.press('?')
  await expect(help).toBeVisible()
  await view.press('Escape')
  await view.press('Control+k')
  await expect(palette).toBeVisible()
  await expect(help).toBeHidden()
  await view.press('Escape')
  await view.press('?')
  await expect(help).toBeVisible()
  await view.press('Escape')
  await expect(help).toBeHidden()

  await view.node('gnb').click()
  await view.press('Control+k')
  await expect(palette).toBeVisible()
  await view.press('Escape')
  await view.press('Delete')
  // The Escape was the palette's: what is selected beneath it stayed so.
  await expect(view.node('gnb')).toHaveCount(0)

  await page.getByRole('button', { name: 'Share' }).click()
  const share = page.getByRole('dialog', { name: 'Share this board' })
  await expect(share).toBeVisible()
  await view.press('Escape')
  await view.press('Control+z')
  await expect(view.node('gnb')).toBeVisible()
  await expect(share).toBeHidden()
  await expect(page.getByRole('button', { name: 'Share' })).toBeFocused()
})

test('a dialog that has not taken the focus yet has the keys, and takes no focus once it is closed', async ({
  page,
  server,
  open,
}) => {
  // Mantine's trap takes the focus by a timer, which on a busy machine comes after what is pressed next.
  await page.addInitScript(() => {
    const soon = window.setTimeout.bind(window)
    const later = (handler: TimerHandler, delay = 0, ...rest: unknown[]) =>
      soon(handler, delay === 0 ? 100 : delay, ...rest)
    window.setTimeout = later as typeof window.setTimeout
  })
  const view = await open(page, await server.createBoard(managedCore()))
  const timersHaveRun = () => page.evaluate(() => new Promise<void>((resolve) => void setTimeout(resolve)))
  const opens: [keys: string, name: string][] = [
    ['Control+k', 'Search commands and records'],
    ['?', 'Keys and words'],
  ]
  for (const [keys, name] of opens) {
    await view.node('gnb').click()
    await view.press(keys)
    await expect(page.getByRole('dialog', { name })).toBeVisible()
    await view.press('Delete')
    await view.press('Escape')
    await timersHaveRun()
    await expect(view.node('gnb')).toBeVisible()
    await view.press('Delete')
    await expect(view.node('gnb')).toHaveCount(0)
    await view.press('Control+z')
    await expect(view.node('gnb')).toBeVisible()
  }
})

test('a command chosen in the palette has the keys that follow it', async ({ page, server, open }) => {
  const view = await open(page, await server.createBoard(managedCore()))
  await view.node('amf').click()
  await view.press('Control+k')
  const field = page.getByPlaceholder('Search commands and records')
  await field.fill('Select all')
  await expect(page.getByText('Select all', { exact: true })).toBeVisible()
  await view.press('Enter')
  await view.press('Delete')
  await expect(page.locator('.react-flow__node')).toHaveCount(0)
})
