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

test('where it fails later, nothing that was asked for keeps waiting, and all comes back with the next try', async ({
  page,
  server,
  open,
}) => {
  const view = await open(page, await server.createBoard(managedCore()))
  await expect(view.node('amf')).toHaveAttribute('data-exposure', 'taken')
  await view.node('ems').click()
  await view.press('Shift+B')
  const blast = page.getByRole('region', { name: 'Blast radius' })
  await expect(blast).toContainText('If an attacker held EMS north: 1 more component held')
  await page.getByRole('tab', { name: /^What-if/ }).click()
  await page.getByRole('switch', { name: /^In force/ }).click()
  const trial = page.getByRole('region', { name: 'Trial' })
  await expect(trial).toContainText('1 → 0 taken')

  const crash = async () => {
    for (const worker of page.workers())
      await worker.evaluate(() => {
        setTimeout(() => {
          throw new Error('Out of memory')
        })
      })
  }
  await crash()
  await expect(trial).toContainText('the analysis failed')
  const plan = page.getByRole('region', { name: 'Suggested plan' })
  await expect(plan).toContainText('The analysis failed, so no plan can be sought.')
  await expect(page.getByRole('list', { name: 'Mitigations to try' })).not.toContainText('…')
  await page.getByRole('tab', { name: /^Choke points/ }).click()
  await expect(page.getByText('The analysis failed. Nothing can be counted.')).toBeVisible()
  await page.getByRole('tab', { name: /^Blast radius/ }).click()
  await expect(blast).toContainText('The analysis failed. Uncaught Error: Out of memory')
  await blast.getByRole('button', { name: 'Try again' }).click()
  await expect(blast).toContainText('With what is tried, if an attacker held EMS north')
  await expect(trial).toContainText('1 → 0 taken')

  await crash()
  await trial.getByRole('button', { name: 'Try again' }).click()
  await expect(trial).toContainText('1 → 0 taken')
  await page.getByRole('tab', { name: /^What-if/ }).click()
  await plan.getByRole('button', { name: 'Suggest a plan' }).click()
  await expect(plan).toContainText('Nothing is taken, so there is nothing to plan.')
  await crash()
  await expect(plan).toContainText('Nothing is taken')
  await plan.getByRole('button', { name: 'Try again' }).click()
  await expect(trial).toContainText('1 → 0 taken')
})
