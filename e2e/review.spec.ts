import { component, managedCore, risk } from './support/models.ts'
import { expect, test } from './support/test.ts'

test('a sign-off stays when things are moved, and tells what changed when a link does', async ({
  page,
  server,
  open,
}) => {
  const board = await server.createBoard(managedCore())
  const view = await open(page, board)
  await view.callMe('Ada')
  await page.getByRole('tab', { name: /^Reviews/ }).click()
  await page.getByRole('button', { name: 'Sign off the board…' }).click()
  const form = page.getByRole('form', { name: 'Sign off the board' })
  await form.getByLabel('What you agree to').fill('Fit for the pilot')
  await form.getByRole('button', { name: 'Sign off' }).click()
  const signOff = page.getByRole('list', { name: 'Sign-offs, newest first' }).getByRole('button').first()
  await expect(signOff).toHaveText(/The board.*unchanged.*Ada, just now.*Fit for the pilot/)

  const before = await view.placeOf('gnb')
  await view.node('gnb').click()
  await view.press('Shift+ArrowRight')
  await expect.poll(() => view.placeOf('gnb')).not.toBe(before)
  await expect(signOff).toHaveText(/unchanged/)

  await page.getByRole('region', { name: 'Lapses next' }).waitFor()
  await view.edge('n2').click({ force: true })
  await page.getByRole('combobox', { name: 'Direction' }).selectOption({ index: 1 })
  await expect(signOff).toHaveText(/changed: 1 difference/)
  const row = page.getByRole('list', { name: 'Differences' }).getByRole('button')
  await expect(row).toHaveText(/N2.*gNB 7 → AMF 1: direction both → forward/)

  await page.getByRole('button', { name: 'Undo' }).click()
  await expect(signOff).toHaveText(/unchanged/)
  await page.getByRole('button', { name: 'Withdraw the sign-off of the board' }).click()
  await expect(signOff).toHaveText(/withdrawn by Ada/)
})

test('an acceptance that has run out is open again, and stands on top of what lapses', async ({
  page,
  server,
  open,
}) => {
  const lapsed = {
    title: 'Old builds',
    status: 'accepted',
    acceptedUntil: '2020-02-29',
    rationale: 'x',
  } as const
  const board = await server.createBoard(
    managedCore({
      components: [...managedCore().components, component('old', { name: 'Old', supportEnd: '2099-01-01' })],
      risks: [risk('r1', { vendor: 'v1', product: 'Manager' }, lapsed)],
    }),
  )
  const view = await open(page, board, 'viewer')
  await page.getByRole('tab', { name: /^Reviews/ }).click()
  await expect(page.getByRole('button', { name: /Sign off/ })).toHaveCount(0)
  const lapses = page.getByRole('list', { name: 'What lapses, by day' }).getByRole('button')
  await expect(lapses).toHaveText([/Old builds.*open again since 2020-03-01/, /Old.*ends on 2099-01-01/])
  await lapses.first().click()
  await expect(page.getByText(/Open again since 2020-03-01/)).toBeVisible()
  await expect(view.node('amf')).toHaveAttribute('data-exposure', 'taken')
})

test('what came of a segment is kept with its sign-off, and told apart from what was signed', async ({
  page,
  server,
  open,
}) => {
  const core = {
    id: 's1',
    name: 'Core',
    kind: null,
    parent: null,
    zone: null,
    pos: [280, -60] as const,
    size: [320, 240] as const,
  }
  const board = await server.createBoard(
    managedCore({
      segments: [{ ...core, pos: [...core.pos], size: [...core.size] }],
      components: managedCore().components.map((each) =>
        each.id === 'amf' ? { ...each, segment: 's1' } : each,
      ),
    }),
  )
  const view = await open(page, board)
  await view.callMe('Ada')
  await expect(view.node('amf')).toHaveAttribute('data-exposure', 'taken')
  await page.getByRole('tab', { name: 'Outline' }).click()
  await page.getByRole('treeitem', { name: /^Core/ }).click()
  await page.getByRole('button', { name: 'Sign off…' }).click()
  const form = page.getByRole('form', { name: 'Sign off segment Core' })
  await expect(form.getByRole('button', { name: 'Sign off' })).toBeDisabled()
  await form.getByLabel('What you agree to').fill('The core as drawn')
  await form.getByRole('button', { name: 'Sign off' }).click()
  const signOff = page.getByRole('list', { name: 'Sign-offs, newest first' }).getByRole('button').first()
  await expect(signOff).toHaveText(/Segment Core.*unchanged/)
  await signOff.click()
  const outcome = page.getByRole('group', { name: 'Outcome then and now' })
  await expect(outcome).toContainText(/Then1 taken, 0 reached; 0 of 0 .*Now1 taken, 0 reached/)

  await view.openTable('Risks')
  await page
    .getByRole('grid', { name: 'Risks' })
    .getByRole('rowheader', { name: /Builds cannot/ })
    .click()
  const inspector = page.getByRole('complementary', { name: 'Inspector' })
  await inspector.getByRole('combobox', { name: 'Status' }).selectOption('closed')
  await page.getByRole('tab', { name: /^Reviews/ }).click()
  await expect(signOff).toHaveText(/Core.*unchanged.*outcome has changed/)
  await signOff.click()
  await expect(outcome).toContainText(/Then1 taken.*Now0 taken.*The outcome has changed/)
  await page.screenshot({ path: test.info().outputPath('outcome.png') })
})
