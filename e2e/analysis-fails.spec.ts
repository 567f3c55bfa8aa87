import { managedCore } from './support/models.ts'
import { expect, test } from './support/test.ts'

test('an analysis that cannot run says so, leaves the board usable, and is tried again', async ({
  page,
  server,
  open,
}) => {
  const script = '**/analysis.worker*.js'
  await page.route(script, async (route) => await route.abort())
  const view = await open(page, await server.createBoard(managedCore()))
  const failed = page.getByRole('alert').filter({ hasText: 'The analysis failed' })
  await expect(failed).toBeVisible()
  await expect(view.node('amf')).not.toHaveAttribute('data-exposure', 'taken')

  await view.rename('amf', 'AMF renamed')
  await expect(view.saveState).toHaveText('Saved')

  await page.unroute(script)
  await failed.getByRole('button', { name: 'Try again' }).click()
  await expect(view.node('amf')).toHaveAttribute('data-exposure', 'taken')
  await expect(failed).toBeHidden()
})
