import { readFile } from 'node:fs/promises'
import AxeBuilder from '@axe-core/playwright'
import { managedCore } from './support/models.ts'
import { expect, test } from './support/test.ts'

test('the library says what cuts and what does not, and own entries go out as a file and come back', async ({
  page,
  server,
  open,
}) => {
  test.setTimeout(120_000)
  const board = await server.createBoard(managedCore())
  const view = await open(page, board)
  await view.openTable('Risks')
  await page.getByRole('button', { name: 'Library', exact: true }).click()
  const library = page.getByRole('dialog', { name: 'Library' })
  await expect(library.getByRole('button', { name: 'Risks', exact: true })).toHaveAttribute(
    'aria-pressed',
    'true',
  )
  await library.getByRole('checkbox', { name: 'Only what nothing here cuts' }).check()
  await expect(library.getByText('12 entries')).toBeVisible()
  await expect(library.getByRole('region', { name: 'Details' })).toContainText(
    'Nothing in the library cuts this risk.',
  )

  await library.getByRole('button', { name: 'Assurance documents' }).click()
  await library.getByRole('checkbox', { name: 'Only for functions on this board' }).check()
  const documents = library.getByRole('region', { name: 'Assurance documents' })
  await expect(documents.getByRole('rowheader')).toHaveText(['TS 33.511', 'TS 33.512'])
  await expect(documents.getByRole('row', { name: /TS 33.512/ })).toContainText('AMF (1 on this board)')
  await library.getByRole('checkbox', { name: 'Only for functions on this board' }).uncheck()
  await library.getByRole('searchbox', { name: 'Search the assurance documents' }).fill('NRF')
  await expect(documents.getByRole('row', { name: /TS 33.518/ })).toContainText('unverified')
  await library.getByRole('searchbox', { name: 'Search the assurance documents' }).fill('')
  await library.getByRole('combobox', { name: 'Scheme' }).selectOption('NESAS')
  await expect(library.getByText('9 documents')).toBeVisible()
  await expect(documents.getByRole('link').first()).toHaveAttribute('href', /^https:\/\/www\.gsma\.com/)

  await library.getByRole('button', { name: 'Mitigations', exact: true }).click()
  await library.getByRole('button', { name: 'Own mitigation' }).click()
  const form = library.getByRole('form', { name: 'New own mitigation' })
  await form.getByLabel('Title').fill('Our jump host')
  await form.getByLabel('Effect').selectOption('Contains')
  await form.getByRole('button', { name: 'Save' }).click()
  await expect(library.getByRole('option', { name: /Our jump host/ })).toContainText('own')
  const { violations } = await new AxeBuilder({ page }).analyze()
  expect(violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.target.join(' ')}`)).toEqual([])

  const [download] = await Promise.all([
    page.waitForEvent('download'),
    library.getByRole('button', { name: 'Export own entries' }).click(),
  ])
  expect(download.suggestedFilename()).toMatch(/\.ringfence-library\.json$/)
  const text = await readFile(await download.path(), 'utf8')
  expect(JSON.parse(text)).toMatchObject({ format: 'ringfence-library', version: 1 })

  const [chooser] = await Promise.all([
    page.waitForEvent('filechooser'),
    library.getByRole('button', { name: 'Import a file' }).click(),
  ])
  await chooser.setFiles({
    name: 'a.ringfence-library.json',
    mimeType: 'application/json',
    buffer: Buffer.from(text),
  })
  await expect(library.getByText('nothing new; 1 skipped')).toBeVisible()

  await library.getByRole('combobox', { name: 'Covers' }).fill('AMF')
  await library.getByRole('combobox', { name: 'Covers' }).press('Enter')
  await library.getByRole('button', { name: 'Add to the board' }).click()
  await expect(library).toBeHidden()
  await view.openTable('Mitigations')
  await expect(page.getByRole('row', { name: /Our jump host/ })).toContainText('AMF 1')
})
