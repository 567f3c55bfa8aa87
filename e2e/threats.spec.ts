import AxeBuilder from '@axe-core/playwright'
import type { Page } from '@playwright/test'
import { component, link, managedCore } from './support/models.ts'
import { expect, test } from './support/test.ts'

const proposals = (page: Page) => page.getByRole('dialog', { name: 'Threats to AMF 1' })
const table = (page: Page) => page.getByRole('table', { name: 'Threats' })
const section = (page: Page) => page.getByRole('group', { name: 'Threats' })

const violations = async (page: Page, within: string) =>
  (await new AxeBuilder({ page }).include(within).analyze()).violations.map(({ id, nodes }) => [
    id,
    nodes.map(({ html }) => html),
  ])

async function ask(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Suggest threats…' }).click()
  await expect(proposals(page)).toBeVisible()
}

test('a team asks for threats, adds one, dismisses one, and neither is proposed again', async ({
  page,
  otherPage,
  server,
  open,
}) => {
  // Axe reads the whole list of proposals, which takes a busy machine a while.
  test.slow()
  const board = await server.createBoard(managedCore())
  const view = await open(page, board)
  await view.node('amf').click()
  await expect(section(page)).toContainText('None recorded.')

  await ask(page)
  const stride = proposals(page).getByRole('list', { name: 'Proposals from STRIDE' }).getByRole('listitem')
  await expect(stride).toHaveCount(6)
  await expect(proposals(page).getByRole('link', { name: /^FGT/ }).first()).toHaveAttribute(
    'href',
    /^https:\/\/fight\.mitre\.org\/techniques\/FGT/,
  )
  await expect(proposals(page)).toContainText('are trademarks of The MITRE Corporation')
  await expect(proposals(page)).toContainText('reproduced and distributed with the permission of The MITRE')
  expect(await violations(page, '[role="dialog"]')).toEqual([])

  await proposals(page)
    .getByRole('button', { name: /^Add Spoofing/ })
    .click()
  await expect(stride).toHaveCount(5)
  await expect(proposals(page).getByRole('button', { name: /^Add Tampering/ })).toBeFocused()
  await proposals(page)
    .getByRole('button', { name: /^Dismiss Repudiation/ })
    .click()
  await page.keyboard.type('Every session is signed and logged.')
  await page.keyboard.press('Enter')
  await expect(stride).toHaveCount(4)
  await page.keyboard.press('Escape')

  await expect(section(page)).toContainText('T1 Spoofing')
  await expect(section(page)).toContainText('T2 Repudiation')
  await expect(section(page)).toContainText('Every session is signed and logged.')
  await expect(page.getByText('1 open threat', { exact: true })).toBeVisible()

  await ask(page)
  await expect(stride).toHaveCount(4)
  await expect(proposals(page)).toContainText('2 recorded already, 1 of them dismissed')
  await page.keyboard.press('Escape')

  // Undo takes back the dismissal and not its number.
  await view.node('amf').click()
  await page.keyboard.press('Control+z')
  await expect(section(page)).not.toContainText('Repudiation')
  await ask(page)
  await expect(stride).toHaveCount(5)
  await proposals(page)
    .getByRole('button', { name: /^Dismiss Denial/ })
    .click()
  await page.keyboard.press('Enter')
  await page.keyboard.press('Escape')
  await expect(section(page)).toContainText('T3 Denial')

  await page.getByRole('tab', { name: /^Threats/ }).click()
  await expect(table(page).getByRole('rowheader')).toHaveText([/Spoofing/])
  await page.getByRole('button', { name: 'Decision on T1: Open' }).click()
  await page.getByLabel('Decision', { exact: true }).selectOption('mitigate')
  await page.getByLabel('Rationale').fill('Mutual TLS on every interface.')
  expect(await violations(page, '[aria-label="Tables"]')).toEqual([])
  await page.getByRole('button', { name: 'Save decision' }).click()
  await expect(page.getByRole('button', { name: 'Decision on T1: Mitigate' })).toBeFocused()
  await expect(table(page)).toContainText('Mutual TLS on every interface.')
  await page.getByRole('button', { name: /^Dismissed/ }).click()
  await expect(table(page)).toContainText('T3')
  await expect(table(page)).toContainText('No reason given')

  const theirs = await open(otherPage, board, 'viewer')
  await theirs.node('amf').click()
  await expect(section(otherPage)).toContainText('T1 Spoofing')
  await expect(otherPage.getByRole('button', { name: 'Suggest threats…' })).toHaveCount(0)
  await otherPage.getByRole('tab', { name: /^Threats/ }).click()
  await expect(table(otherPage)).toContainText('Mitigate')
  await expect(otherPage.getByRole('button', { name: /^Decision on/ })).toHaveCount(0)
})

test('a threat in the table leads to the link that it is on', async ({ page, server, open }) => {
  const board = await server.createBoard({
    ...managedCore(),
    components: [
      component('sepp', { name: 'SEPP 1', function: 'sepp', pos: [60, 60] }),
      component('plmn', { name: 'Partner', function: 'partner-plmn', pos: [360, 60] }),
    ],
    links: [link('n32', 'sepp', 'plmn', { interface: 'n32-c' })],
    risks: [],
    mitigations: [],
    threats: [
      {
        id: 't1',
        number: 4,
        technique: 'stride:S',
        stride: null,
        description: '',
        title: 'Spoofing: something else passes for one of its ends',
        on: { link: 'n32' },
        decision: 'open',
        rationale: '',
        by: 'Ada',
        at: '2026-11-20T09:00:00.000Z',
      },
    ],
  })
  await open(page, board)
  await page.getByRole('tab', { name: /^Threats/ }).click()
  await table(page)
    .getByRole('button', { name: /^T4 Spoofing/ })
    .click()
  await expect(page.getByRole('heading', { name: /^Link/ })).toBeVisible()
  await expect(page.getByText('1 open threat', { exact: true })).toBeVisible()
})

test('a threat of the team’s own is written down, decided on, edited and deleted by keys, and its number stays taken', async ({
  page,
  otherPage,
  server,
  open,
}) => {
  const board = await server.createBoard(managedCore())
  const view = await open(page, board)
  await page.getByRole('tab', { name: /^Threats/ }).click()
  const drawer = page.getByRole('region', { name: 'Tables' })
  const addButton = drawer.getByRole('button', { name: 'Add a threat…' })
  await addButton.click()
  const form = drawer.getByRole('form', { name: 'Add a threat' })
  await expect(form.getByLabel('Title')).toBeFocused()
  await page.keyboard.press('Escape')
  await expect(form).toHaveCount(0)
  await expect(addButton).toBeFocused()

  await page.keyboard.press('Enter')
  await page.keyboard.type('Signalling storm')
  await form.getByLabel('Kind').selectOption('Denial of service')
  await expect(form.getByRole('button', { name: 'Add', exact: true })).toBeDisabled()
  await form.getByRole('combobox', { name: 'On', exact: true }).fill('n2 gnb')
  await page.keyboard.press('Enter')
  await form.getByLabel('What is meant').fill('All devices come back at once after an outage.')
  expect(await violations(page, '[aria-label="Tables"]')).toEqual([])
  await page.keyboard.press('Control+Enter')
  await expect(addButton).toBeFocused()
  await expect(table(page).getByRole('rowheader')).toHaveText(
    /Signalling stormOwn · Denial of service: All devices come back at once/,
  )
  await expect(table(page)).toContainText('N2: gNB 7 ⇄ AMF 1')

  // From the inspector, on what is selected.
  await view.node('amf').click()
  await section(page).getByRole('button', { name: 'Add a threat…' }).click()
  await expect(form.getByRole('combobox', { name: 'On', exact: true })).toHaveValue('AMF 1')
  await form.getByLabel('Title').fill('Rogue maintenance')
  await page.keyboard.press('Enter')
  await expect(section(page)).toContainText('T2 Rogue maintenance')

  await page.getByRole('button', { name: 'Decision on T1: Open' }).click()
  await page.getByLabel('Decision', { exact: true }).selectOption('mitigate')
  await page.getByRole('button', { name: 'Save decision' }).click()
  await page.getByRole('button', { name: 'Edit T1' }).click()
  await drawer.getByRole('form', { name: 'Edit T1' }).getByLabel('Title').fill('Storm of attaches')
  await page.keyboard.press('Enter')
  await expect(page.getByRole('button', { name: 'Edit T1' })).toBeFocused()
  await expect(table(page).getByRole('row', { name: /T1/ })).toContainText('Mitigate')
  expect(await violations(page, '[aria-label="Tables"]')).toEqual([])

  await page.getByRole('button', { name: 'Delete T2' }).click()
  await expect(table(page).getByRole('rowheader')).toHaveText(/Storm of attaches/)
  await section(page).getByRole('button', { name: 'Add a threat…' }).click()
  await form.getByLabel('Title').fill('Another one')
  await page.keyboard.press('Enter')
  await expect(section(page)).toContainText('T3 Another one')

  await open(otherPage, board, 'viewer')
  await otherPage.getByRole('tab', { name: /^Threats/ }).click()
  await expect(table(otherPage)).toContainText('All devices come back at once after an outage.')
  await expect(otherPage.getByRole('button', { name: /^(Add a threat|Edit T|Delete T)/ })).toHaveCount(0)
})
