import type { Locator, Page } from '@playwright/test'
import { managedCore, mitigation } from './support/models.ts'
import { expect, test } from './support/test.ts'

const inspector = (page: Page): Locator => page.getByRole('complementary', { name: 'Inspector' })

/** Finds a value in a picker by typing, and takes the first that is offered. */
async function pick(picker: Locator, query: string): Promise<void> {
  await picker.click()
  await picker.fill(query)
  await picker.press('Enter')
}

test('a component is changed in place: names are one step, others see them, Escape takes typing back', async ({
  page,
  otherPage,
  server,
  open,
}) => {
  const board = await server.createBoard(managedCore())
  const mine = await open(page, board)
  const theirs = await open(otherPage, board)
  await mine.node('amf').click()
  const name = inspector(page).getByRole('textbox', { name: 'Name' })
  await name.fill('AMF south')
  await expect(theirs.node('amf')).toContainText('AMF 1')
  await name.press('Enter')
  await expect(theirs.node('amf')).toContainText('AMF south')
  await name.fill('half typed')
  await name.press('Escape')
  await expect(name).toHaveValue('AMF south')

  await theirs.rename('amf', 'AMF east')
  await expect(name).toHaveValue('AMF east')

  await pick(inspector(page).getByRole('combobox', { name: 'Function' }), 'session management')
  await expect(inspector(page).getByRole('combobox', { name: 'Function' })).toHaveValue('SMF')
  await pick(inspector(page).getByRole('combobox', { name: 'Vendor' }), 'Bluefjord')
  await expect(theirs.node('amf')).toContainText('Bluefjord')
  await page.getByRole('button', { name: 'Undo' }).click()
  await expect(theirs.node('amf')).not.toContainText('Bluefjord')
})

test('a risk is recorded from the catalogue where it is seen, and wants a reason once it is accepted', async ({
  page,
  server,
  open,
}) => {
  const board = await server.createBoard(managedCore({ risks: [] }))
  const view = await open(page, board)
  await view.node('ems').click()
  await inspector(page).getByRole('button', { name: 'Record a risk' }).click()
  await inspector(page)
    .getByRole('combobox', { name: 'On', exact: true })
    .selectOption({ label: 'Manager of Northwind Systems' })
  await pick(inspector(page).getByRole('combobox', { name: 'Risk' }), 'builds reproduced')
  await expect(inspector(page).getByRole('heading', { name: /^Risk/ })).toBeVisible()
  await expect(view.node('amf')).toHaveAttribute('data-exposure', 'taken')

  await inspector(page)
    .getByRole('button', { name: /Taken AMF 1/ })
    .click()
  await expect(inspector(page).getByRole('button', { name: /Taken AMF 1/ })).toHaveAttribute(
    'aria-pressed',
    'true',
  )

  await inspector(page).getByRole('combobox', { name: 'Status' }).selectOption('Accepted')
  const form = inspector(page).getByRole('group', { name: 'Accept this risk' })
  await form.getByRole('textbox', { name: 'Reason' }).fill('The board of directors, for one year')
  await form.getByRole('button', { name: 'Accept it' }).click()
  await expect(form.getByLabel('Until')).toHaveAccessibleDescription(/Say until when/)
  await form.getByRole('textbox', { name: 'Accepted by' }).fill('Ada')
  await form.getByLabel('Until').fill('2099-12-31')
  await form.getByRole('button', { name: 'Accept it' }).click()
  await expect(inspector(page).getByRole('combobox', { name: 'Status' })).toHaveValue('accepted')
  await expect(inspector(page).getByRole('textbox', { name: 'Accepted by' })).toHaveValue('Ada')
  await page.getByRole('button', { name: 'Undo' }).click()
  await expect(inspector(page).getByRole('combobox', { name: 'Status' })).toHaveValue('open')
})

test('a mitigation that blocks asks where, and cuts the route once it is implemented in its row', async ({
  page,
  server,
  open,
}) => {
  const board = await server.createBoard(managedCore({ mitigations: [] }))
  const view = await open(page, board)
  await view.openTable('Risks')
  await page.getByRole('button', { name: 'Builds cannot be reproduced', exact: true }).click()
  await inspector(page).getByRole('button', { name: 'Add a mitigation' }).click()
  await pick(inspector(page).getByRole('combobox', { name: 'Control' }), 'management plane segregated')
  await expect(inspector(page).getByRole('checkbox', { name: /EMS north ⇄ AMF 1/ })).toBeChecked()
  await inspector(page).getByRole('button', { name: 'Add', exact: true }).click()
  await expect(inspector(page)).toContainText('Does not count in the current scenario')
  await expect(view.node('amf')).toHaveAttribute('data-exposure', 'taken')

  await view.setMitigationStatus('Management plane segregated', 'Implemented')
  await expect(view.exposed).toHaveCount(0)
  await expect(inspector(page)).toContainText('Counts in the current scenario')
})

test('what a mitigation covers never empties by accident, and an empty list says that it means everything', async ({
  page,
  server,
  open,
}) => {
  const everywhere = mitigation('m2', { title: 'Monitoring everywhere', effect: 'detects', treats: ['r1'] })
  const board = await server.createBoard(
    managedCore({ mitigations: [...managedCore().mitigations, everywhere] }),
  )
  const view = await open(page, board)
  await view.openTable('Mitigations')
  await page.getByRole('button', { name: 'Jump host before the managers', exact: true }).click()
  const remove = inspector(page).getByRole('button', { name: /^No longer cover/ })
  await expect(
    inspector(page).getByRole('list', { name: 'What it covers' }).getByRole('listitem'),
  ).toHaveCount(1)
  await expect(remove).toHaveCount(0)
  await pick(inspector(page).getByRole('combobox', { name: 'Add what it covers' }), 'gNB 7')
  await expect(remove).toHaveCount(2)
  await remove.first().click()
  await expect(remove).toHaveCount(0)

  await page.getByRole('button', { name: 'Monitoring everywhere', exact: true }).click()
  await expect(inspector(page)).toContainText('Covers everything: it is given credit')
})

test('a viewer sees the same and changes nothing', async ({ page, server, open }) => {
  const board = await server.createBoard(managedCore())
  const view = await open(page, board, 'viewer')
  await view.node('ems').click()
  await expect(inspector(page).getByRole('textbox', { name: 'Name' })).toHaveAttribute('readonly', '')
  await expect(inspector(page).getByRole('textbox', { name: 'Vendor' })).toHaveValue('Northwind Systems')
  await expect(inspector(page).getByRole('button', { name: /Record a risk|Delete/ })).toHaveCount(0)
  await view.openTable('Mitigations')
  await expect(page.getByRole('row', { name: /Jump host/ })).toContainText('Planned')
  await expect(
    page.getByRole('region', { name: 'Tables' }).locator('select, input:not([type="search"])'),
  ).toHaveCount(0)
})
