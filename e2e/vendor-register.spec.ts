import AxeBuilder from '@axe-core/playwright'
import type { Page } from '@playwright/test'
import { managedCore } from './support/models.ts'
import { expect, test } from './support/test.ts'

const inspector = (page: Page) => page.getByRole('complementary', { name: 'Inspector' })

test('a vendor’s register keeps facts and judgements apart, and says what breaks without it', async ({
  page,
  server,
  open,
}) => {
  const board = await server.createBoard(managedCore())
  const view = await open(page, board)
  await view.node('ems').click()
  await inspector(page).getByRole('button', { name: 'Show the vendor' }).click()

  await inspector(page).getByRole('button', { name: 'Record a fact' }).click()
  await inspector(page).getByLabel('Title').fill('Oversight board 2018')
  await inspector(page)
    .getByLabel('Wording, as written')
    .fill('only limited assurance, https://example.org/a')
  await inspector(page).getByRole('button', { name: 'Record', exact: true }).click()
  const facts = inspector(page).getByRole('list', { name: 'Facts about this vendor' })
  await expect(facts).toContainText('“only limited assurance')
  await expect(facts.getByRole('link')).toHaveAttribute('rel', /noopener/)

  await inspector(page).getByRole('button', { name: 'Record a judgement' }).click()
  const form = inspector(page).getByRole('group', { name: 'Record a judgement' })
  await form.getByLabel('Title').fill('Too much at once')
  await form.getByRole('button', { name: 'Record', exact: true }).click()
  await expect(form.getByRole('alert')).toContainText('needs a title, its author')
  await form.getByLabel('Author').fill('A. Bell')
  await form.getByLabel('Date').fill('2020-01-01')
  await form.getByLabel('Lapses after').fill('2020-12-31')
  await form.getByRole('button', { name: 'Record', exact: true }).click()
  const judgements = inspector(page).getByRole('list', { name: 'Judgements of this vendor' })
  await expect(judgements).toContainText('Lapsed')

  await judgements.getByRole('button', { name: 'Edit Too much at once' }).click()
  await judgements.getByLabel('Lapses after').fill('2019-12-31')
  await expect(judgements).toContainText(
    'It would lapse on 2019-12-31, before its date, 2020-01-01: not changed.',
  )
  await expect(judgements.getByLabel('Lapses after')).toHaveValue('2020-12-31')
  await judgements.getByLabel('Lapses after').fill('2021-12-31')
  await expect(judgements).not.toContainText('not changed')
  await expect(judgements).toContainText('Ended 2021-12-31')

  await page.getByRole('tab', { name: 'Concentration' }).click()
  const gone = page.getByRole('region', { name: 'If a vendor must go' })
  await gone.getByLabel('Vendor').selectOption('Northwind Systems')
  await expect(gone).toContainText('Taken 1 → 0')
  const { violations } = await new AxeBuilder({ page }).analyze()
  expect(violations.map(({ id }) => id)).toEqual([])
  await page.screenshot({ path: test.info().outputPath('register.png') })
})
