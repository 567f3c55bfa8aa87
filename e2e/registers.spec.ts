import AxeBuilder from '@axe-core/playwright'
import type { Page } from '@playwright/test'
import { component, managedCore, risk } from './support/models.ts'
import { expect, test } from './support/test.ts'

async function findings(page: Page): Promise<string[]> {
  const { violations } = await new AxeBuilder({ page }).analyze()
  return violations.map(
    ({ id, nodes }) => `${id}: ${nodes.map(({ target }) => target.join(' ')).join(' | ')}`,
  )
}

const openTab = async (page: Page, name: string) =>
  await page.getByRole('tab', { name: new RegExp(`^${name}`) }).click()

test('a register is worked by keys alone: go, edit, go on, select, set many, undo once', async ({
  page,
  server,
  open,
}) => {
  const board = await server.createBoard(managedCore())
  const view = await open(page, board)
  await openTab(page, 'Components')
  const grid = page.getByRole('grid', { name: 'Components' })
  await expect(grid).toHaveAttribute('aria-rowcount', '4')
  await grid.getByRole('button', { name: 'Component', exact: true }).click()
  await page.keyboard.press('Tab')
  for (let step = 0; step < 14; step++) {
    if (await grid.locator('[aria-colindex="2"]:focus').count()) break
    await page.keyboard.press('Tab')
  }
  await expect(grid.getByRole('rowheader', { name: 'AMF 1' })).toBeFocused()
  await page.keyboard.press('F2')
  await page.keyboard.type('AMF south')
  await page.keyboard.press('Tab')
  await expect(grid.getByRole('combobox', { name: 'Segment of AMF south' })).toBeFocused()
  await page.keyboard.press('Tab')
  await expect(grid.getByRole('combobox', { name: 'Vendor of AMF south' })).toBeFocused()
  await page.keyboard.press('Escape')
  await expect(grid.getByRole('rowheader', { name: 'AMF south' })).toBeVisible()

  await page.keyboard.press('Control+Home')
  await page.keyboard.press('Space')
  await page.keyboard.press('Shift+ArrowDown')
  const several = page.getByRole('form', { name: 'Selected rows' })
  await expect(several).toContainText('2 selected')
  await several.getByRole('combobox', { name: 'Field to set' }).selectOption('site')
  await several.getByRole('textbox', { name: 'New site' }).fill('Exchange 4')
  await several.getByRole('button', { name: 'Set for 2' }).click()
  await expect(page.getByRole('button', { name: /^Undo/ })).toBeEnabled()
  await page.getByRole('button', { name: 'Site', exact: true }).first().click()
  await expect(page.getByRole('menuitemcheckbox', { name: /Exchange 4/ })).toContainText('2')
  await page.keyboard.press('Escape')
  await expect(page.getByRole('menuitemcheckbox')).toHaveCount(0)
  await page.getByRole('button', { name: /^Undo/ }).click()
  await expect(grid.getByText('Exchange 4')).toHaveCount(0)

  await several.getByRole('combobox', { name: 'Field to set' }).selectOption('host')
  await expect(several.getByRole('button', { name: 'Set for 2' })).toBeDisabled()
  await several.getByRole('combobox', { name: 'New host' }).fill('gnb')
  await page.keyboard.press('Enter')
  await several.getByRole('button', { name: 'Set for 2' }).click()
  await expect(page.getByRole('button', { name: /^Undo/ })).toBeEnabled()
  await view.press('Control+z')
  await expect(page.getByText('Undone: Set host of 2 components')).toBeAttached()
  expect(await findings(page)).toEqual([])
})

test('what has no room is scrolled to, by keys as well, and the name of the row stays', async ({
  page,
  server,
  open,
}) => {
  await open(page, await server.createBoard(managedCore()))
  await openTab(page, 'Components')
  const grid = page.getByRole('grid', { name: 'Components' })
  const name = grid.getByRole('rowheader', { name: 'AMF 1' })
  const last = grid.getByRole('row', { name: /AMF 1/ }).getByRole('gridcell').last()
  await expect(last).not.toBeInViewport()
  const before = await name.boundingBox()
  await name.click()
  await page.keyboard.press('End')
  await expect(last).toBeFocused()
  await expect(last).toBeInViewport({ ratio: 1 })
  await expect(grid.getByRole('columnheader', { name: 'Host' })).toBeInViewport({ ratio: 1 })
  expect(await name.boundingBox()).toEqual(before)

  await page.keyboard.press('F2')
  await expect(grid.getByRole('combobox', { name: 'Host of AMF 1' })).toBeInViewport({ ratio: 1 })
  await page.keyboard.press('Escape')
  for (let column = 0; column < 10; column++) await page.keyboard.press('ArrowLeft')
  await expect(grid.locator('[aria-colindex="5"]:focus')).toBeInViewport({ ratio: 1 })
})

test('a filtered register is shared as a link without a key', async ({ page, server, open }) => {
  const model = managedCore({
    components: [...managedCore().components, component('x', { name: 'Spare', function: 'smf' })],
    risks: [
      ...managedCore().risks,
      risk('r2', { component: 'gnb' }, { title: 'Closed long ago', status: 'closed' }),
    ],
  })
  const board = await server.createBoard(model)
  await open(page, board)
  await page.context().grantPermissions(['clipboard-read', 'clipboard-write'])
  await openTab(page, 'Risks')
  await page.getByRole('button', { name: 'Status', exact: true }).first().click()
  await page.getByRole('menuitemcheckbox', { name: /Closed/ }).click()
  await page.keyboard.press('Escape')
  const grid = page.getByRole('grid', { name: 'Risks' })
  await expect(grid).toHaveAttribute('aria-rowcount', '2')
  await page.getByRole('button', { name: 'Copy link to this view' }).click()
  const link = await page.evaluate(async () => await navigator.clipboard.readText())
  expect(link).toContain('table=risks')
  expect(link).not.toContain(board.keys.editor)

  await page.goto('about:blank')
  await page.goto(link)
  await expect(page.getByRole('grid', { name: 'Risks' })).toHaveAttribute('aria-rowcount', '2')
  await expect(page.getByRole('rowheader', { name: 'Closed long ago' })).toBeVisible()
})

test('a viewer looks and changes nothing', async ({ page, server, open }) => {
  const board = await server.createBoard(managedCore())
  await open(page, board, 'viewer')
  await openTab(page, 'Mitigations')
  const grid = page.getByRole('grid', { name: 'Mitigations' })
  await expect(grid.getByRole('row', { name: /Jump host/ })).toBeVisible()
  await expect(grid.getByRole('checkbox')).toHaveCount(0)
  await expect(grid.getByRole('combobox')).toHaveCount(0)
  await grid.locator('[tabindex="0"]').press('F2')
  await expect(grid.getByRole('textbox')).toHaveCount(0)
  expect(await findings(page)).toEqual([])
})

test('rows stand in groups that are folded, walked and shared', async ({ page, server, open }) => {
  const board = await server.createBoard(managedCore())
  await open(page, board)
  await page.context().grantPermissions(['clipboard-read', 'clipboard-write'])
  await openTab(page, 'Components')
  const grid = page.getByRole('grid', { name: 'Components' })
  const heads = grid.locator('[aria-expanded]')
  await page.getByRole('button', { name: 'Group by' }).click()
  await page.getByRole('menuitemradio', { name: 'Function' }).click()
  await expect(page.getByRole('menuitemradio')).toHaveCount(0)
  await expect(heads).toHaveText(['AMF1row', 'EMS1row', 'gNB1row'])

  await heads.first().click()
  await expect(heads.first()).toHaveAttribute('aria-expanded', 'false')
  await expect(grid.getByRole('rowheader', { name: 'AMF 1', exact: true })).toHaveCount(0)
  await expect(heads.first()).toBeFocused()
  await page.keyboard.press('ArrowRight')
  await expect(grid.getByRole('rowheader', { name: 'AMF 1', exact: true })).toBeVisible()
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('ArrowDown')
  await expect(heads.nth(1)).toBeFocused()
  await page.keyboard.press('Enter')
  await expect(heads.nth(1)).toHaveAttribute('aria-expanded', 'false')
  await expect(grid).toHaveAttribute('aria-rowcount', '6')

  await page.getByRole('button', { name: 'Copy link to this view' }).click()
  const link = await page.evaluate(async () => await navigator.clipboard.readText())
  await page.goto('about:blank')
  await page.goto(link)
  await expect(grid).toHaveAttribute('aria-rowcount', '6')
  await expect(heads.nth(1)).toHaveAttribute('aria-expanded', 'false')
  await page.getByRole('searchbox', { name: 'Filter components' }).fill('gnb')
  await expect(heads).toHaveText(['gNB1row'])
})

for (const colorScheme of ['light', 'dark'] as const) {
  test(`axe finds nothing on a page with a register in groups, ${colorScheme}`, async ({
    page,
    server,
    open,
  }) => {
    await page.emulateMedia({ colorScheme })
    await open(page, await server.createBoard(managedCore()))
    await openTab(page, 'Components')
    await page.getByRole('button', { name: 'Group by' }).click()
    await page.getByRole('menuitemradio', { name: 'Vendor' }).click()
    await expect(page.getByRole('menuitemradio')).toHaveCount(0)
    await expect(page.locator('html')).toHaveAttribute('data-mantine-color-scheme', colorScheme)
    expect(await findings(page)).toEqual([])
  })
}

test('a component is moved to a segment and gets a host in its row', async ({ page, server, open }) => {
  await page.setViewportSize({ width: 1920, height: 1080 })
  const model = managedCore({
    segments: [
      { id: 's1', name: 'Core', kind: null, parent: null, zone: null, pos: [900, 500], size: [400, 300] },
    ],
  })
  const board = await server.createBoard(model)
  const view = await open(page, board)
  await openTab(page, 'Components')
  const grid = page.getByRole('grid', { name: 'Components' })
  const row = grid.getByRole('row', { name: /AMF 1/ })
  await row.locator('[aria-colindex="4"]').dblclick()
  await page.getByRole('combobox', { name: 'Segment of AMF 1' }).fill('core')
  await page.keyboard.press('Enter')
  await expect(row.locator('[aria-colindex="4"]')).toHaveText('Core')
  await expect(row.locator('[aria-colindex="4"]')).toBeFocused()
  await row.locator('[aria-colindex="15"]').dblclick()
  await page.getByRole('combobox', { name: 'Host of AMF 1' }).fill('ems')
  await page.keyboard.press('Enter')
  await expect(row.locator('[aria-colindex="15"]')).toContainText('EMS')
  await page.keyboard.press('F2')
  await page.keyboard.press('Escape')
  await expect(row.locator('[aria-colindex="15"]')).toBeFocused()
  await expect(view.saveState).toHaveText('Saved')
  const saved = await page.evaluate(
    async ([id, key]) => {
      const response = await fetch(`/api/boards/${id}/model`, { headers: { authorization: `Bearer ${key}` } })
      return await response.json()
    },
    [board.id, board.keys.editor] as const,
  )
  const amf = saved.components.find(({ id }: { id: string }) => id === 'amf')
  expect(amf).toMatchObject({ segment: 's1', host: 'ems' })
  expect(amf.pos[0]).toBeGreaterThanOrEqual(0)
  expect(amf.pos[0]).toBeLessThan(400)
  expect(amf.pos[1]).toBeGreaterThanOrEqual(0)
  expect(amf.pos[1]).toBeLessThan(300)
})

test('several components are moved to a segment at once, each to a place of its own', async ({
  page,
  server,
  open,
}) => {
  const core = { id: 's1', name: 'Core', kind: null, parent: null, zone: null }
  const board = await server.createBoard(
    managedCore({ segments: [{ ...core, pos: [900, 500], size: [700, 400] }] }),
  )
  const view = await open(page, board)
  await openTab(page, 'Components')
  const grid = page.getByRole('grid', { name: 'Components' })
  await grid.getByRole('checkbox', { name: 'Select all' }).check()
  const several = page.getByRole('form', { name: 'Selected rows' })
  await several.getByRole('combobox', { name: 'Field to set' }).selectOption('segment')
  await several.getByRole('combobox', { name: 'New segment' }).fill('core')
  await page.keyboard.press('Enter')
  await several.getByRole('button', { name: 'Set for 3' }).click()
  await expect(grid.getByRole('gridcell', { name: 'Core', exact: true })).toHaveCount(3)
  await expect(view.saveState).toHaveText('Saved')
  const boxes = await Promise.all(['amf', 'ems', 'gnb'].map(async (id) => await view.node(id).boundingBox()))
  expect(new Set(boxes.map((box) => `${box?.x} ${box?.y}`)).size).toBe(3)
  await page.getByRole('button', { name: /^Undo/ }).click()
  await expect(grid.getByRole('gridcell', { name: 'Core', exact: true })).toHaveCount(0)
})

test('nothing is set for many that nobody chose, and what acceptance wants is said before', async ({
  page,
  server,
  open,
}) => {
  const on = { component: 'ems' }
  await open(page, await server.createBoard(managedCore({ risks: [risk('r1', on), risk('r2', on)] })))
  await openTab(page, 'Risks')
  await page.getByRole('grid', { name: 'Risks' }).getByRole('checkbox', { name: 'Select all' }).check()
  const several = page.getByRole('form', { name: 'Selected rows' })
  await several.getByRole('combobox', { name: 'Field to set' }).selectOption('status')
  await expect(several.getByRole('button', { name: 'Set for 2' })).toBeDisabled()
  await several.getByRole('combobox', { name: 'New status' }).selectOption('Accepted')
  await expect(several).toContainText('nobody is named, and it is for good')
  await several.getByRole('button', { name: 'Set for 2' }).click()
  await expect(page.getByRole('gridcell', { name: 'Accepted', exact: true })).toHaveCount(2)
})
