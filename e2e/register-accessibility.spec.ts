import type { Page } from '@playwright/test'
import type { Model } from '../src/core/model/records.ts'
import { expectNoFindings } from './support/axe.ts'
import { component, managedCore } from './support/models.ts'
import { expect, test } from './support/test.ts'

const STATEMENT = {
  vendor: 'v1',
  product: null,
  title: 'Oversight board 2018',
  wording: 'only limited assurance, https://example.org/a',
  body: 'Oversight board',
  date: '2018-07-19',
  until: null,
  scope: '',
  version: null,
  hardware: null,
  jurisdiction: null,
  author: '',
  reply: '',
  replied: null,
  evidence: [],
} as const

/** Something in every register, and something in each that asks for attention. */
function fullBoard(): Model {
  const model = managedCore()
  return {
    ...model,
    vendors: [{ id: 'v1', name: 'Northwind Systems', restricted: true }],
    components: [
      ...model.components,
      component('old', {
        name: 'Old router',
        supportEnd: '2027-01-01',
        removal: '2028-01-01',
        pos: [320, 200],
      }),
    ],
    statements: [
      { ...STATEMENT, id: 'f1', kind: 'finding', evidence: [] },
      { ...STATEMENT, id: 'f2', kind: 'judgement', author: 'A. Bell', until: '2018-12-31', evidence: [] },
    ],
    threats: [
      {
        id: 't1',
        number: 1,
        technique: null,
        stride: 'D',
        title: 'Signalling storm',
        description: 'All devices come back at once after an outage.',
        on: { link: 'n2' },
        decision: 'open',
        rationale: '',
        by: 'Ada',
        at: '2026-11-20T09:00:00.000Z',
      },
    ],
  }
}

const openTab = (page: Page, name: string) => page.getByRole('tab', { name: new RegExp(`^${name}`) }).click()

/** The pointer would keep the tooltip of the button that it clicked open, over what is audited. */
async function leaveButton(page: Page): Promise<void> {
  await page.mouse.move(0, 0)
  await expect(page.getByRole('tooltip')).toHaveCount(0)
}

const shoot = (page: Page, name: string) => page.screenshot({ path: test.info().outputPath(`${name}.png`) })

for (const colorScheme of ['light', 'dark'] as const) {
  test.describe(`axe finds nothing, ${colorScheme}:`, () => {
    test.use({ colorScheme, contextOptions: { reducedMotion: 'reduce' } })
    // An audit of a whole page takes its time on a busy machine.
    test.slow()

    test('the page of a vendor and concentration', async ({ page, server, open }) => {
      const view = await open(page, await server.createBoard(fullBoard()))
      const inspector = page.getByRole('complementary', { name: 'Inspector' })
      await view.node('ems').click()
      await inspector.getByRole('button', { name: 'Show the vendor' }).click()
      await inspector.getByRole('button', { name: 'Edit Oversight board 2018' }).last().click()
      await expect(inspector.getByLabel('Lapses after')).toBeVisible()
      await leaveButton(page)
      await openTab(page, 'Concentration')
      const gone = page.getByRole('region', { name: 'If a vendor must go' })
      await gone.getByLabel('Vendor').selectOption('Northwind Systems')
      await expect(gone).toContainText('Taken 1 → 0')
      await expectNoFindings(page, 'vendor and concentration')
      await shoot(page, 'concentration')
      await page.getByRole('switch', { name: 'As a table' }).click()
      await expectNoFindings(page, 'concentration as a table')
    })

    test('threats that are edited and added', async ({ page, server, open }) => {
      await open(page, await server.createBoard(fullBoard()))
      await openTab(page, 'Threats')
      await page.getByRole('button', { name: 'Edit T1' }).click()
      await leaveButton(page)
      await expectNoFindings(page, 'threat that is edited')
      await page.keyboard.press('Escape')
      const drawer = page.getByRole('region', { name: 'Tables' })
      await drawer.getByRole('button', { name: 'Add a threat…' }).click()
      await expectNoFindings(page, 'threat that is added')
      await shoot(page, 'threats')
    })

    test('a finding that is waived', async ({ page, server, open }) => {
      await open(page, await server.createBoard(fullBoard()))
      await openTab(page, 'Checks')
      await page
        .getByRole('button', { name: /^Waive: / })
        .first()
        .click()
      await expectNoFindings(page, 'checks')
      await shoot(page, 'checks')
    })

    test('a sign-off that is asked for, and one of which the outcome has changed', async ({
      page,
      server,
      open,
    }) => {
      const view = await open(page, await server.createBoard(fullBoard()))
      await view.callMe('Ada')
      await openTab(page, 'Reviews')
      await page.getByRole('button', { name: 'Sign off the board…' }).click()
      const form = page.getByRole('form', { name: 'Sign off the board' })
      await form.getByLabel('What you agree to').fill('As drawn')
      await expect(form.getByRole('button', { name: 'Sign off' })).toBeEnabled()
      await expectNoFindings(page, 'sign-off that is asked for')
      await form.getByRole('button', { name: 'Sign off' }).click()
      const signOffs = page.getByRole('list', { name: 'Sign-offs, newest first' })
      await expect(signOffs).toContainText('unchanged')
      await view.node('ems').click()
      await view.press('Delete')
      await expect(signOffs).toContainText('outcome has changed')
      await expectNoFindings(page, 'reviews')
      await shoot(page, 'reviews')
    })

    test('the library', async ({ page, server, open }) => {
      const view = await open(page, await server.createBoard(fullBoard()))
      await view.openTable('Mitigations')
      await page.getByRole('button', { name: 'Library', exact: true }).click()
      const library = page.getByRole('dialog', { name: 'Library' })
      await expect(library.getByRole('region', { name: 'Details' })).toBeVisible()
      await expectNoFindings(page, 'library of mitigations')
      await library.getByRole('button', { name: 'Assurance documents' }).click()
      await expect(library.getByText('36 documents')).toBeVisible()
      await expectNoFindings(page, 'assurance documents')
      await shoot(page, 'library')
    })
  })
}
