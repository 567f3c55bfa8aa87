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

  // It stays: tried, renamed around, and marked once it is of another board.
  await expect(plan).toContainText('being tried')
  await view.rename('amf', 'AMF renamed')
  await expect(page.getByRole('contentinfo')).toContainText('1 → 0 taken')
  await expect(plan).toContainText('proven minimal')
  await expect(plan).not.toContainText('last change')
  await view.node('gnb').click()
  await page.getByRole('combobox', { name: 'Criticality' }).selectOption('low')
  await expect(plan).toContainText('For the board as it was before the last change: 1 mitigation, effort 1.')
  await expect(plan).toContainText('was proven minimal')
  await page.getByRole('region', { name: 'Trial' }).getByRole('button', { name: 'Discard' }).click()
  await plan.getByRole('button', { name: 'Seek again' }).click()
  await expect(plan.getByRole('button', { name: 'Try this plan' })).toBeVisible()
  await expect(plan.getByRole('status')).toHaveText('1 mitigation, effort 1. No taken exposure would remain.')
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

test('the question of what to keep follows the edits of others', async ({
  page,
  otherPage,
  server,
  open,
}) => {
  const board = await server.createBoard(BOARD)
  await open(page, board)
  const theirs = await open(otherPage, board)
  await page.getByRole('tab', { name: /^What-if/ }).click()
  await page.getByRole('switch', { name: 'In force: Repeatable builds' }).click()
  await page.getByRole('switch', { name: 'In force: Yearly audit' }).click()
  await page.getByRole('region', { name: 'Trial' }).getByRole('button', { name: 'Keep' }).click()
  const question = page.getByRole('dialog')
  await expect(question).toContainText('Repeatable builds: planned → implemented')
  await expect(question).not.toContainText('meanwhile')
  await theirs.setMitigationStatus('Repeatable builds', 'Proposed')
  await expect(question).toContainText('Repeatable builds: proposed → implemented')
  await expect(question.getByRole('status')).toHaveText(
    'The board has changed meanwhile. This is what would be kept now.',
  )
  await theirs.setMitigationStatus('Yearly audit', 'Retired')
  await expect(page.getByRole('dialog', { name: 'Keep this change?' })).not.toContainText('Yearly audit')
  await theirs.setMitigationStatus('Repeatable builds', 'Verified')
  await expect(question).toHaveCount(0)
  await expect(page.getByRole('region', { name: 'Trial' })).toHaveCount(0)
})

test('a long question keeps its answers in reach', async ({ page, server, open }) => {
  await page.setViewportSize({ width: 1024, height: 700 })
  const many = Array.from({ length: 40 }, (_, index) =>
    mitigation(`m${index}`, { title: `Measure ${index}`, status: 'implemented' }),
  )
  const view = await open(page, await server.createBoard(managedCore({ mitigations: many })))
  await page.getByRole('tab', { name: /^What-if/ }).click()
  for (const each of many)
    await page.getByRole('switch', { name: `In force: ${each.title}`, exact: true }).click()
  await page.getByRole('region', { name: 'Trial' }).getByRole('button', { name: 'Keep' }).click()
  const question = page.getByRole('dialog', { name: 'Keep these 40 changes?' })
  const keep = question.getByRole('button', { name: 'Keep' })
  await expect(keep).toBeFocused()
  await expect(keep).toBeInViewport({ ratio: 1 })
  await question.getByText('Measure 39:').scrollIntoViewIfNeeded()
  await expect(keep).toBeInViewport({ ratio: 1 })
  await question.getByText('Measure 0:').scrollIntoViewIfNeeded()
  await expect(question.getByText('Measure 0:')).toBeInViewport({ ratio: 1 })
  await keep.click()
  await expect(view.saveState).toHaveText('Saved')
  await expect(page.getByRole('region', { name: 'Trial' })).toHaveCount(0)
})

test('what speaks of the trial says so: coverage, counts, a blast radius, an exposure that it ends', async ({
  page,
  server,
  open,
}) => {
  const view = await open(page, await server.createBoard(BOARD))
  await page.getByRole('row', { name: /AMF 1/ }).click()
  await page.getByRole('tab', { name: /^What-if/ }).click()
  const footer = page.getByRole('contentinfo')
  await expect(footer).toContainText('0 of 1 risk instance covered')
  await page.getByRole('switch', { name: 'In force: Repeatable builds' }).click()
  await expect(footer).toContainText('0 → 1 of 1 risk instance covered')
  const tab = page.getByRole('tab', { name: /^Exposures/ })
  await expect(tab).toContainText('1 → 0')
  await tab.click()
  await expect(page.getByText('What is tried ends this exposure')).toBeVisible()
  await expect(page.getByText('On the board as it stands it is still there.')).toBeVisible()
  await page.getByRole('button', { name: 'Show all exposures' }).click()
  await expect(page.getByText('With what is tried, no critical function is taken or reached')).toBeVisible()

  await view.node('ems').click()
  await view.press('Shift+B')
  const blast = page.getByRole('region', { name: 'Blast radius' })
  await expect(blast).toContainText('With what is tried, if an attacker held EMS north')
  await expect(blast).toContainText('With what is tried, no attacker gets in there.')
  await expect(blast.getByRole('columnheader', { name: 'In the trial' })).toBeVisible()
  await page.getByRole('region', { name: 'Trial' }).getByRole('button', { name: 'Discard' }).click()
  await expect(blast).toContainText('As the model stands, an attacker does get in there.')
  await expect(blast).not.toContainText('tried')
  await expect(footer).toContainText('0 of 1 risk instance covered')
  await expect(tab).not.toContainText('→')
})

test('an exposure that an edit has ended is gone, trial or not', async ({ page, server, open }) => {
  const view = await open(page, await server.createBoard(BOARD))
  await page.getByRole('row', { name: /AMF 1/ }).click()
  await view.openTable('Mitigations')
  await view.setMitigationStatus('Repeatable builds', 'Implemented')
  await view.openTable('Exposures')
  await expect(page.getByText('This exposure is gone')).toBeVisible()
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
