import AxeBuilder from '@axe-core/playwright'
import { managedCore, mitigation } from './support/models.ts'
import { expect, test } from './support/test.ts'

/** One that would end the exposure of the AMF, and one that holds another back. */
const BOARD = managedCore({
  mitigations: [
    mitigation('m1', {
      title: 'Repeatable builds',
      effect: 'removes-risk',
      treats: ['r1'],
      status: 'planned',
    }),
    mitigation('m2', { title: 'Yearly audit', effect: 'governs', status: 'implemented' }),
  ],
})

test('a trial shows what would change to nobody else, and what is kept is one undo step', async ({
  page,
  otherPage,
  server,
  open,
}) => {
  const board = await server.createBoard(BOARD)
  const mine = await open(page, board)
  const theirs = await open(otherPage, board)
  await expect(mine.node('amf')).toHaveAttribute('data-exposure', 'taken')

  await page.getByRole('tab', { name: /^What-if/ }).click()
  const rows = page.getByRole('list', { name: 'Mitigations to try' })
  await expect(rows.getByRole('listitem').first()).toContainText('Repeatable builds')
  await expect(rows.getByRole('listitem').first()).toContainText('clears 1 taken')
  await expect(rows).toContainText('changes no figure: cuts nothing')

  const builds = page.getByRole('switch', { name: 'In force: Repeatable builds' })
  await expect(builds).not.toBeChecked()
  await builds.press('Space')
  await expect(builds).toBeChecked()
  const band = page.getByRole('region', { name: 'Trial' })
  await expect(band).toContainText('Trying 1 change: 1 → 0 taken, 0 reached · nothing is saved')
  await expect(page.getByRole('contentinfo')).toContainText('1 → 0 taken')
  await expect(mine.exposed).toHaveCount(0)
  await expect(mine.node('amf')).toHaveAttribute('data-change', 'gone')
  await expect(mine.edge('manages')).toHaveAttribute('data-change', 'gone')
  await expect(mine.edge('n2')).not.toHaveAttribute('data-change')
  await expect(rows).toContainText('Without it 1 exposure would appear or worsen')

  // What has gone out is named, and shown.
  const out = page.getByRole('list', { name: 'Went out' }).getByRole('button')
  await expect(out).toHaveText(/AMF 1.*taken/)
  await out.click()
  await expect(page.getByLabel('Canvas', { exact: true })).toHaveAttribute('data-paint', 'one')
  await mine.press('Escape')

  // Escape leaves a trial alone; only Discard ends it.
  await mine.press('Escape')
  await mine.press('Escape')
  await expect(band).toBeVisible()
  await band.getByRole('button', { name: 'Discard' }).click()
  await expect(band).toHaveCount(0)
  await expect(mine.node('amf')).toHaveAttribute('data-exposure', 'taken')

  await builds.click()
  await expect(band).toContainText('1 → 0 taken')
  await expect(theirs.node('amf')).toHaveAttribute('data-exposure', 'taken')
  await expect(mine.saveState).toHaveText('Saved')
  await band.getByRole('button', { name: 'Keep' }).click()
  const question = page.getByRole('dialog', { name: 'Keep this change?' })
  await expect(question).toContainText('Repeatable builds: planned → implemented')
  await question.getByRole('button', { name: 'Keep' }).click()
  await expect(band).toHaveCount(0)
  for (const view of [mine, theirs]) await expect(view.exposed).toHaveCount(0)
  await page.locator('.react-flow__pane').click({ position: { x: 5, y: 300 } })
  await mine.press('Control+z')
  for (const view of [mine, theirs]) await expect(view.node('amf')).toHaveAttribute('data-exposure', 'taken')
})

test('a plan is suggested, says how sure it is, and is tried in one go', async ({ page, server, open }) => {
  const board = await server.createBoard(BOARD)
  const view = await open(page, board)
  await expect(view.node('amf')).toHaveAttribute('data-exposure', 'taken')
  await page.getByRole('tab', { name: /^What-if/ }).click()
  await page.getByRole('button', { name: 'Suggest a plan' }).click()
  const plan = page.getByRole('region', { name: 'Suggested plan' })
  await expect(plan).toContainText('proven minimal')
  await expect(plan).toContainText('1 mitigation, effort 1. No taken exposure would remain.')
  await expect(plan.getByRole('list')).toContainText('Repeatable builds')
  await plan.getByRole('button', { name: 'Try this plan' }).click()
  await expect(page.getByRole('region', { name: 'Trial' })).toContainText('1 → 0 taken')
  await expect(page.getByRole('switch', { name: 'In force: Repeatable builds' })).toBeChecked()
})

test('what no mitigation ends is named by the plan', async ({ page, server, open }) => {
  const board = await server.createBoard(
    managedCore({ mitigations: [mitigation('m2', { title: 'Yearly audit' })] }),
  )
  await open(page, board)
  await page.getByRole('tab', { name: /^What-if/ }).click()
  await page.getByRole('button', { name: 'Suggest a plan' }).click()
  const plan = page.getByRole('region', { name: 'Suggested plan' })
  await expect(plan).toContainText(
    '1 taken exposure would remain: no mitigation that is proposed or planned here ends it.',
  )
  await plan.getByRole('button', { name: /AMF 1/ }).click()
  await expect(page.getByLabel('Canvas', { exact: true })).toHaveAttribute('data-paint', 'one')
})

test('a viewer may try, but is not offered to keep', async ({ page, server, open }) => {
  const board = await server.createBoard(BOARD)
  const view = await open(page, board, 'viewer')
  await page.getByRole('tab', { name: /^What-if/ }).click()
  await page.getByRole('switch', { name: 'In force: Repeatable builds' }).click()
  await expect(page.getByRole('region', { name: 'Trial' })).toContainText('1 → 0 taken')
  await expect(view.exposed).toHaveCount(0)
  await expect(page.getByRole('button', { name: /^Keep/ })).toHaveCount(0)
  await expect(page.getByRole('button', { name: 'Discard' })).toHaveCount(2)
})

test('in the assured scenario it says why what is switched on cannot be kept', async ({
  page,
  server,
  open,
}) => {
  const board = await server.createBoard({
    ...BOARD,
    meta: { ...BOARD.meta, policy: { ...BOARD.meta.policy, scenario: 'assured' } },
  })
  await open(page, board)
  await page.getByRole('tab', { name: /^What-if/ }).click()
  await page.getByRole('switch', { name: 'In force: Repeatable builds' }).click()
  const band = page.getByRole('region', { name: 'Trial' })
  await band.getByRole('button', { name: 'Keep' }).click()
  await expect(page.getByText(/only verified mitigations count/)).toBeVisible()
  await expect(page.getByRole('dialog')).toHaveCount(0)
  await expect(band).toBeVisible()
})

test('what bears load is marked in the table of mitigations', async ({ page, server, open }) => {
  const [builds, ...others] = BOARD.mitigations
  const implemented = builds === undefined ? [] : [{ ...builds, status: 'implemented' as const }]
  const board = await server.createBoard({ ...BOARD, mitigations: [...implemented, ...others] })
  const view = await open(page, board)
  await view.openTable('Mitigations')
  const row = page.getByRole('row', { name: /Repeatable builds/ })
  await expect(row).toContainText('Without it 1 exposure would appear or worsen')
  await expect(page.getByRole('row', { name: /Yearly audit/ })).not.toContainText('Without it')
})

for (const colorScheme of ['light', 'dark'] as const) {
  test(`axe finds nothing while something is tried, ${colorScheme}`, async ({ page, server, open }) => {
    await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' })
    const board = await server.createBoard(BOARD)
    const view = await open(page, board)
    await page.getByRole('tab', { name: /^What-if/ }).click()
    await page.getByRole('switch', { name: 'In force: Repeatable builds' }).click()
    await expect(view.node('amf')).toHaveAttribute('data-change', 'gone')
    await expect(page.getByRole('list', { name: 'Went out' })).toBeVisible()
    const { violations } = await new AxeBuilder({ page }).analyze()
    expect(
      violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ target }) => target.join(' ')).join()}`),
    ).toEqual([])
  })
}
