import AxeBuilder from '@axe-core/playwright'
import { managedCore, mitigation, risk } from './support/models.ts'
import { expect, test } from './support/test.ts'

const on = (days: number) => new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10)
const REMOVAL = { effect: 'removes-risk', status: 'planned' } as const

/** Two exposures of the AMF: one ends in 40 days, the acceptance of the other after 20. */
const BOARD = managedCore({
  risks: [
    risk('r1', { component: 'ems' }, { title: 'Own builds', propagation: 'foothold' }),
    risk(
      'r2',
      { component: 'amf' },
      {
        title: 'Shared keys',
        propagation: 'foothold',
        status: 'accepted',
        acceptedUntil: on(20),
      },
    ),
  ],
  mitigations: [mitigation('m1', { ...REMOVAL, title: 'Repeatable builds', treats: ['r1'], due: on(40) })],
})

test('a slider moves the whole board to a day and back, for this person alone, and says so all the while', async ({
  page,
  otherPage,
  server,
  open,
}) => {
  test.setTimeout(180_000)
  await page.emulateMedia({ reducedMotion: 'reduce' })
  const board = await server.createBoard(BOARD)
  const mine = await open(page, board)
  const theirs = await open(otherPage, board)
  await expect(mine.edge('manages')).toHaveAttribute('data-exposure', 'taken')
  await page.getByRole('tab', { name: 'Coverage' }).click()
  await page.getByRole('switch', { name: 'By date' }).press('Space')

  const slider = page.getByRole('slider', { name: 'Move the board to' })
  const band = page.getByRole('region', { name: 'Projection' })
  const bar = page.getByRole('contentinfo')
  await expect(slider).toHaveAttribute('aria-valuetext', 'Today')
  await slider.press('ArrowRight')
  await expect(band).toContainText(`As planned on ${on(21)} – not today: 2 taken, 0 reached`)
  await expect(bar).toContainText('1 → 0 accepted')
  await slider.press('End')
  const day = `As planned on ${on(40)}`
  await expect(band).toContainText(`${day} – not today: 2 → 1 taken, 0 reached`)
  await expect(slider).toHaveAttribute('aria-valuetext', `${day}, not today`)
  await expect(page.getByTestId('announcer')).toContainText(`${day}, not today`)
  await expect(bar).toContainText('2 → 1 taken')
  await expect(page.getByTestId('exposure-announcer')).toContainText(`${day}: AMF 1 is no longer taken`)
  await expect(bar).toContainText('0 → 1 of 2 risk instances covered')
  await expect(mine.edge('manages')).not.toHaveAttribute('data-exposure')

  // What the board shows is what the table of days says of it.
  const row = page.getByRole('row').filter({ has: page.getByRole('button', { name: on(40), pressed: true }) })
  await expect(row.getByRole('cell')).toHaveText(['1', '0', '0', '1 of 2'])

  // Marks of that day say what they are.
  await page.getByRole('radio', { name: 'Coverage' }).check()
  await expect(mine.node('ems')).toHaveAttribute('data-cover', 'removed')
  await expect(mine.node('ems')).toContainText('1 of 1as planned')
  await expect(mine.node('ems')).toHaveAttribute('aria-label', /removed, 1 of 1 covered, as planned$/)
  await page.getByRole('switch', { name: 'By date' }).press('Space')
  await expect(page.getByRole('grid', { name: `Components × risks, as planned on ${on(40)}` })).toBeVisible()
  await page.getByRole('tab', { name: /^Exposures/ }).click()
  await expect(page.getByRole('grid').getByRole('row', { name: /Shared keys/ })).toBeVisible()
  await expect(page.getByRole('grid').getByRole('row', { name: /Own builds/ })).toHaveCount(0)

  // Nobody else sees it, and what is asked of today is asked of today.
  await expect(theirs.edge('manages')).toHaveAttribute('data-exposure', 'taken')
  await expect(otherPage.getByRole('region', { name: 'Projection' })).toHaveCount(0)
  await page.getByRole('tab', { name: /^What-if/ }).click()
  await expect(page.getByText('What-if asks about the board as it stands.')).toBeVisible()

  await band.getByRole('button', { name: 'Back to today' }).click()
  await expect(band).toHaveCount(0)
  await expect(mine.node('ems')).toHaveAttribute('data-cover', 'planned')
  await expect(bar).not.toContainText('→')
  await expect(mine.saveState).toHaveText('Saved')
})

test('a board that is tried is not moved, and a reload is of today', async ({ page, server, open }) => {
  test.setTimeout(180_000)
  await open(page, await server.createBoard(BOARD))
  await page.getByRole('tab', { name: /^What-if/ }).click()
  await page.getByRole('switch', { name: 'In force: Repeatable builds' }).press('Space')
  await page.getByRole('tab', { name: 'Coverage' }).click()
  await page.getByRole('switch', { name: 'By date' }).press('Space')
  await expect(page.getByRole('slider')).toBeDisabled()
  await expect(page.getByText('Keep or discard what is tried first')).toBeVisible()
  await page.getByRole('region', { name: 'Trial' }).getByRole('button', { name: 'Discard' }).click()
  await page.getByRole('button', { name: on(40) }).press('Enter')
  const band = page.getByRole('region', { name: 'Projection' })
  await expect(band).toContainText('not today')
  await page.reload()
  await expect(page.getByRole('contentinfo')).toContainText('2 taken')
  await expect(band).toHaveCount(0)
})

for (const colorScheme of ['light', 'dark'] as const)
  test(`axe finds nothing on a board that is moved, ${colorScheme}`, async ({ page, server, open }) => {
    test.setTimeout(180_000)
    await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' })
    const view = await open(page, await server.createBoard(BOARD), 'viewer')
    await page.getByRole('button', { name: /^Stay Guest/ }).click()
    await page.getByRole('radio', { name: 'Coverage' }).check()
    await page.getByRole('tab', { name: 'Coverage' }).click()
    await page.getByRole('switch', { name: 'By date' }).press('Space')
    await page.getByRole('slider').press('End')
    await expect(view.node('ems')).toHaveAttribute('data-cover', 'removed')
    const { violations } = await new AxeBuilder({ page }).analyze()
    expect(violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' | ')}`)).toEqual(
      [],
    )
  })
