import type { Locator, Page } from '@playwright/test'
import { emptyModel, type Model } from '../src/core/model/records.ts'
import { component, link, managedCore, risk } from './support/models.ts'
import { expect, test } from './support/test.ts'

/** A manager at risk controls an AMF, over a relay also an SMF, which can talk to a UDM; each lies in a segment of its own. */
function threeTargets(): Model {
  const at = (x: number, y: number): [number, number] => [x, y]
  const segment = (id: string, name: string, y: number, parent: string | null = null) => ({
    id,
    name,
    kind: null,
    parent,
    zone: null,
    pos: at(0, y),
    size: at(900, 220),
  })
  return {
    ...emptyModel('Three targets'),
    vendors: [
      { id: 'v1', name: 'Northwind Systems', restricted: false },
      { id: 'v2', name: 'Bluefjord', restricted: false },
    ],
    segments: [segment('s1', 'Management', 0), segment('s2', 'Core', 260)],
    components: [
      component('ems', {
        name: 'EMS north',
        criticality: 'low',
        vendor: 'v1',
        segment: 's1',
        pos: at(40, 60),
      }),
      component('relay', { name: 'Relay', criticality: 'low', segment: 's1', pos: at(340, 60) }),
      component('jump', {
        name: 'Jump host',
        criticality: 'low',
        vendor: 'v2',
        segment: 's1',
        pos: at(640, 60),
      }),
      component('amf', { name: 'AMF 1', criticality: 'critical', segment: 's2', pos: at(40, 60) }),
      component('smf', { name: 'SMF 1', criticality: 'critical', segment: 's2', pos: at(340, 60) }),
      component('udm', { name: 'UDM 1', criticality: 'critical', segment: 's2', pos: at(640, 60) }),
    ],
    links: [
      link('l1', 'ems', 'amf', { carries: 'control', name: 'Direct' }),
      link('l2', 'ems', 'relay', { carries: 'control', name: 'Up' }),
      link('l3', 'relay', 'smf', { carries: 'control', name: 'Down' }),
      link('l4', 'smf', 'udm', { carries: 'access', name: 'N10' }),
      link('l5', 'relay', 'amf', { carries: 'control', name: 'Aside' }),
      link('l6', 'jump', 'udm', { carries: 'access', name: 'Console', direction: 'forward' }),
    ],
    risks: [
      risk('r1', { vendor: 'v1' }, { title: 'Builds cannot be reproduced' }),
      risk(
        'r2',
        { component: 'jump' },
        {
          title: 'Weak passwords',
          propagation: 'foothold',
          status: 'accepted',
          rationale: 'Short',
          likelihood: 1,
          impact: 1,
        },
      ),
    ],
  }
}

const exposures = (page: Page): Locator =>
  page
    .getByRole('region', { name: 'Tables' })
    .getByRole('row')
    .filter({ hasText: /taken|reached/ })
const row = (page: Page, text: RegExp): Locator => page.getByRole('row', { name: text })
const filterMenu = (page: Page): Locator => page.getByRole('dialog', { name: 'Filter exposures' })

test('filters combine, show what they would leave, are chips to take off, and are cleared at once', async ({
  page,
  server,
  open,
}) => {
  await open(page, await server.createBoard(threeTargets()))
  await expect(exposures(page)).toHaveCount(4)
  const filter = page.getByRole('button', { name: 'Filter', exact: true })
  await filter.click()
  await filterMenu(page).getByRole('button', { name: 'Vendor' }).click()
  await expect(filterMenu(page).getByText('Bluefjord')).toBeVisible()
  await filterMenu(page)
    .getByRole('checkbox', { name: /Northwind Systems/ })
    .check()
  await expect(page.getByText('3 of 4')).toBeVisible()
  await filterMenu(page).getByRole('button', { name: 'Target is' }).click()
  await expect(filterMenu(page).getByText('Reached')).toContainText('Reached')
  await filterMenu(page)
    .getByRole('checkbox', { name: /Reached 1/ })
    .check()
  await expect(page.getByText('1 of 4')).toBeVisible()
  await page.keyboard.press('Escape')
  await expect(filterMenu(page)).toBeHidden()
  await expect(filter).toBeFocused()
  await expect(exposures(page)).toHaveCount(1)

  await page.getByRole('button', { name: 'Take off Vendor: Northwind Systems' }).click()
  await expect(page.getByText('2 of 4')).toBeVisible()
  await page.getByRole('searchbox', { name: 'Search exposures' }).fill('passwords')
  await expect(page.getByText('1 of 4')).toBeVisible()
  await page.getByRole('button', { name: 'Clear', exact: true }).click()
  await expect(exposures(page)).toHaveCount(4)

  await filter.click()
  await filterMenu(page).getByRole('button', { name: 'Acceptance' }).click()
  await filterMenu(page)
    .getByRole('checkbox', { name: /^Not accepted/ })
    .check()
  await expect(page.getByText('3 of 4')).toBeVisible()
})

test('groups say their counts and worst, open and close by the keyboard, and keep to one exposure at a time', async ({
  page,
  server,
  open,
}) => {
  await open(page, await server.createBoard(threeTargets()))
  await page.getByRole('combobox', { name: 'Group' }).selectOption('risk')
  const grid = page.getByRole('treegrid', { name: 'Exposures' })
  const head = grid.getByRole('row', { name: /^Builds cannot be reproduced 2 taken 1 reached worst/ })
  await expect(head).toHaveAttribute('aria-expanded', 'true')
  await head.focus()
  await page.keyboard.press('ArrowLeft')
  await expect(head).toHaveAttribute('aria-expanded', 'false')
  await expect(row(page, /AMF 1/)).toHaveCount(0)
  await page.keyboard.press('ArrowRight')
  await page.keyboard.press('ArrowDown')
  await expect(page.getByRole('region', { name: 'Why it is exposed' })).toBeVisible()
  const chosen = grid.locator('[aria-selected="true"]')
  await expect(chosen).toBeFocused()
  await page.keyboard.press('ArrowLeft')
  await expect(head).toBeFocused()
  await expect(chosen).toHaveCount(1)
  await page.getByRole('button', { name: 'Close all' }).click()
  await expect(chosen).toHaveCount(0)
  await expect(grid.getByRole('row')).toHaveCount(3)
})

test('an exposure is walked hop by hop, by buttons and keys, and back to the whole path', async ({
  page,
  server,
  open,
}) => {
  await open(page, await server.createBoard(threeTargets()))
  await row(page, /Builds cannot be reproduced.*UDM 1/).click()
  const why = page.getByRole('region', { name: 'Why it is exposed' })
  const hops = why.getByRole('group', { name: 'Hop by hop' })
  await expect(hops).toContainText('3 hops')
  await hops.getByRole('button', { name: 'Next hop' }).click()
  await expect(hops).toContainText('1 of 3')
  await page.keyboard.press(']')
  await expect(hops).toContainText('2 of 3')
  await expect(why.locator('[aria-current="step"]')).toContainText('Relay controls SMF 1')
  await expect(page.getByTestId('announcer')).toContainText('Hop 2 of 3: Relay to SMF 1 over Down')
  await page.keyboard.press('[')
  await page.keyboard.press('[')
  await expect(hops).toContainText('3 hops')
  await expect(why.locator('[aria-current="step"]')).toHaveCount(0)
})

test('hops play one after another until anything is pressed, and under reduced motion only step', async ({
  page,
  server,
  open,
}) => {
  await open(page, await server.createBoard(threeTargets()))
  await row(page, /Builds cannot be reproduced.*UDM 1/).click()
  const hops = page.getByRole('group', { name: 'Hop by hop' })
  await hops.getByRole('button', { name: 'Play the hops' }).click()
  await expect(hops).toContainText('2 of 3')
  await page.keyboard.press('Escape')
  await expect(hops.getByRole('button', { name: 'Play the hops' })).toBeVisible()
  await expect(page.getByRole('region', { name: 'Why it is exposed' })).toBeVisible()
  await hops.getByRole('button', { name: 'Play the hops' }).click()
  await hops.getByRole('button', { name: 'Stop' }).click()
  await expect(hops).toContainText('3 of 3')
  await expect(hops.getByRole('button', { name: 'Play the hops' })).toBeVisible()

  await page.emulateMedia({ reducedMotion: 'reduce' })
  await hops.getByRole('button', { name: 'Play the hops' }).click()
  await expect(hops).toContainText('1 of 3')
  await expect(hops.getByRole('button', { name: 'Stop' })).toHaveCount(0)
})

test('another path can be chosen, explained and left, and goes at once with a link of it', async ({
  page,
  server,
  open,
}) => {
  const view = await open(page, await server.createBoard(threeTargets()))
  await row(page, /Builds cannot be reproduced.*AMF 1/).click()
  const why = page.getByRole('region', { name: 'Why it is exposed' })
  await why.getByRole('button', { name: 'More paths' }).click()
  const paths = why.getByRole('region', { name: 'More paths' })
  await expect(paths).toContainText('There are no more.')
  await expect(paths.getByRole('button', { name: /^1 hop shown path/ })).toHaveAttribute(
    'aria-pressed',
    'true',
  )
  const other = paths.getByRole('button', { name: /^2 hops/ })
  await other.click()
  await expect(other).toHaveAttribute('aria-pressed', 'true')
  await expect(why).toContainText('Relay controls AMF 1 over Aside')
  await expect(why).toContainText('Rated by the shown path, not by this one.')
  await other.click()
  await expect(why).not.toContainText('Relay controls AMF 1')

  await other.click()
  await expect(why).toContainText('Relay controls AMF 1 over Aside')
  await view.edge('l5').locator('path').first().click({ force: true })
  await view.press('Delete')
  await expect(view.edge('l5')).toHaveCount(0)
  await expect(why).not.toContainText('Another path than the shown one')
  await expect(why).toContainText('EMS north controls AMF 1')
})

test('the blast radius of a component is a question with an answer that follows the board, and Escape ends it', async ({
  page,
  server,
  open,
}) => {
  const view = await open(page, await server.createBoard(threeTargets()), 'owner')
  await view.node('relay').click()
  await view.press('Shift+B')
  const panel = page.getByRole('region', { name: 'Blast radius' })
  await expect(panel).toContainText(
    'If an attacker held Relay: 2 more components held, 2 critical functions taken, 1 reached, none of it new.',
  )
  await expect(panel).toContainText('A question, not a finding')
  await panel.getByRole('row', { name: /^taken SMF 1/ }).click()
  await expect(page.getByTestId('announcer')).toContainText('Relay, then SMF 1')

  // The risk that made all of it true today is deleted: the same question has other news.
  await page.getByRole('tab', { name: /^Risks/ }).click()
  await page
    .getByRole('row', { name: /Builds/ })
    .getByRole('checkbox')
    .click()
  await page.keyboard.press('Delete')
  await page.getByRole('tab', { name: /^Blast radius/ }).click()
  await expect(panel).toContainText('2 of them not exposed today')
  await expect(panel).toContainText('As the model stands, no attacker gets in there.')
  await view.press('Escape')
  await expect(page.getByRole('tab', { name: /^Blast radius/ })).toHaveCount(0)

  await view.node('relay').click()
  const button = page
    .getByRole('complementary', { name: 'Inspector' })
    .getByRole('button', { name: 'Blast radius' })
  await button.click()
  await expect(button).toHaveAttribute('aria-pressed', 'true')
  await expect(panel).toContainText('If an attacker held Relay')
  await view.node('relay').click()
  await view.press('Delete')
  await expect(page.getByRole('tab', { name: /^Blast radius/ })).toHaveCount(0)
})

test('planes and access are changed for everybody in one undo step each, and viewers only read them', async ({
  page,
  otherPage,
  server,
  open,
}) => {
  const board = await server.createBoard(managedCore())
  const view = await open(page, board)
  const inspector = page.getByRole('complementary', { name: 'Inspector' })
  await inspector.getByRole('button', { name: 'Planes and access' }).click()
  await expect(inspector).toContainText('Changes the board for everybody')
  await expect(view.exposed).not.toHaveCount(0)
  await inspector.getByRole('combobox', { name: 'Management' }).selectOption('none')
  await expect(view.exposed).toHaveCount(0)
  await expect(inspector).toContainText('By default: control.')
  await inspector.getByRole('button', { name: 'Back to defaults' }).click()
  await expect(view.node('amf')).toHaveAttribute('data-exposure', 'taken')
  await page.getByRole('button', { name: 'Undo' }).click()
  await expect(view.exposed).toHaveCount(0)

  await open(otherPage, board, 'viewer')
  const theirs = otherPage.getByRole('complementary', { name: 'Inspector' })
  await theirs.getByRole('button', { name: 'Planes and access' }).click()
  await expect(theirs.getByRole('textbox', { name: 'Management' })).toHaveValue('Nothing')
  await expect(theirs.getByRole('button', { name: 'Back to defaults' })).toHaveCount(0)
})

test('the board says over the canvas in which scenario it is, and the mode is switched by control and key', async ({
  page,
  server,
  open,
}) => {
  const board = await server.createBoard(managedCore())
  const view = await open(page, board)
  const canvas = page.getByRole('main')
  await expect(canvas).toContainText('Current scenario')
  await page
    .getByRole('complementary', { name: 'Inspector' })
    .getByRole('combobox', { name: 'Scenario' })
    .selectOption('target')
  await expect(canvas).toContainText('Target scenario: planned measures count')
  await expect(view.exposed).toHaveCount(0)
  await expect(page.getByTestId('exposure-announcer')).toHaveText(
    'AMF 1 is no longer taken through Builds cannot be reproduced; in all none left',
  )

  const modes = page.getByRole('group', { name: 'Mode' })
  await expect(modes.getByRole('radio', { name: 'Exposure' })).toBeChecked()
  await modes.getByRole('radio', { name: 'Model' }).check()
  await expect(canvas).not.toContainText('Target scenario')
  await page.locator('.react-flow__pane').click({ position: { x: 400, y: 300 } })
  await view.press('e')
  await expect(modes.getByRole('radio', { name: 'Exposure' })).toBeChecked()
})
