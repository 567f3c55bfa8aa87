import AxeBuilder from '@axe-core/playwright'
import type { Locator, Page } from '@playwright/test'
import { managedCore } from './support/models.ts'
import { expect, test } from './support/test.ts'

const pins = (page: Page): Locator =>
  page.getByRole('group', { name: 'Comments on the canvas' }).getByRole('button')
const dialog = (page: Page, name: string | RegExp): Locator => page.getByRole('dialog', { name })
const tab = (page: Page): Locator => page.getByRole('tab', { name: /^Comments/ })
const rows = (page: Page): Locator => page.getByRole('list', { name: 'Threads' }).getByRole('button')

async function callMe(page: Page, name: string): Promise<void> {
  await page.getByRole('button', { name: /^You are/ }).click()
  await page.getByLabel('Your name, as the others see it').fill(name)
  await page.getByRole('button', { name: 'Use this name' }).click()
}

/** Comments with the tool: M, a click, some words, Mod+Enter. */
async function commentOn(page: Page, element: Locator, words: string): Promise<void> {
  await page.locator('.react-flow__pane').click({ position: { x: 8, y: 8 } })
  await page.keyboard.press('m')
  await element.click()
  await page.getByRole('textbox', { name: 'Comment', exact: true }).fill(words)
  await page.keyboard.press('Control+Enter')
  await expect(dialog(page, /^Comments on/)).toContainText(words)
}

test('an editor pins a comment, a commenter answers and resolves it, and both see all of it', async ({
  page,
  otherPage,
  server,
  open,
}) => {
  const board = await server.createBoard(managedCore())
  const mine = await open(page, board)
  const theirs = await open(otherPage, board, 'commenter')
  await callMe(page, 'Ada')
  await callMe(otherPage, 'Bo')

  await commentOn(page, mine.node('amf'), 'Is this the one in Leeds?\nI count two.')
  await expect(pins(otherPage)).toHaveAccessibleName(
    'Thread by Ada on AMF 1: Is this the one in Leeds? I count two., 1 new',
  )
  await expect(otherPage.getByTestId('announcer')).toContainText('Ada commented on AMF 1')

  await pins(otherPage).click()
  const read = dialog(otherPage, 'Comments on AMF 1')
  await expect(read).toContainText('Is this the one in Leeds?')
  await expect(pins(otherPage)).not.toHaveAccessibleName(/new/)
  await read
    .getByRole('textbox', { name: 'Reply' })
    .fill('It is. <b>See</b> https://example.org and javascript:alert(1)')
  await read.getByRole('button', { name: 'Reply' }).click()
  await expect(dialog(page, 'Comments on AMF 1')).toContainText('It is. <b>See</b>')
  await expect(page.getByRole('link', { name: 'https://example.org' })).toHaveAttribute('rel', /noopener/)
  await expect(page.locator('[data-comment] a')).toHaveCount(1)

  await read.getByRole('button', { name: 'Resolve' }).click()
  await expect(dialog(page, 'Comments on AMF 1')).toContainText('Resolved by Bo')
  await page.keyboard.press('Escape')
  await expect(pins(page)).toHaveCount(0)
  await expect(theirs.saveState).toHaveText('Saved')

  await page.reload()
  await mine.ready()
  await tab(page).click()
  await page.getByRole('combobox', { name: 'Threads' }).selectOption('resolved')
  await rows(page).click()
  await dialog(page, 'Comments on AMF 1').getByRole('button', { name: 'Reopen' }).click()
  await expect(pins(otherPage)).toHaveCount(1)
})

test('a commenter has no editing tools, and a viewer reads', async ({ page, otherPage, server, open }) => {
  const board = await server.createBoard(managedCore())
  const commenter = await open(page, board, 'commenter')
  for (const name of ['Connect components', 'Undo'])
    await expect(page.getByRole('button', { name, exact: true })).toBeDisabled()
  await expect(page.getByRole('textbox', { name: 'Title of the board' })).toHaveJSProperty('readOnly', true)
  await commenter.node('gnb').click()
  await commenter.press('Delete')
  await commenter.press('F2')
  const box = await commenter.node('gnb').boundingBox()
  if (box === null) throw new Error('the node is not on the screen')
  await page.mouse.move(box.x + 20, box.y + 20)
  await page.mouse.down()
  await page.mouse.move(box.x + 120, box.y + 90, { steps: 5 })
  await page.mouse.up()
  await expect.poll(async () => await commenter.node('gnb').boundingBox()).toEqual(box)

  await commentOn(page, commenter.node('gnb'), 'Who runs this site?')
  await page.keyboard.press('Escape')
  await expect(commenter.saveState).toHaveText('Saved')

  const viewer = await open(otherPage, board, 'viewer')
  await expect(viewer.saveState).toHaveText('Read-only')
  await expect(otherPage.getByRole('button', { name: 'Comment', exact: true })).toBeDisabled()
  await pins(otherPage).click()
  await expect(dialog(otherPage, 'Comments on gNB 7')).toContainText('Who runs this site?')
  await expect(dialog(otherPage, 'Comments on gNB 7').getByRole('textbox')).toHaveCount(0)
  await expect(dialog(otherPage, 'Comments on gNB 7').getByRole('button', { name: 'Resolve' })).toHaveCount(0)
})

test('one comment after the other, by keys alone after each', async ({ page, server, open }) => {
  const board = await server.createBoard(managedCore())
  const view = await open(page, board, 'commenter')
  await expect(page.getByText('You may look and comment, not change.')).toBeVisible()
  const comment = page.getByRole('textbox', { name: 'Comment', exact: true })
  for (const [id, words] of [
    ['amf', 'First'],
    ['gnb', 'Second'],
  ] as const) {
    await view.press('m')
    await view.node(id).click()
    await comment.fill(words)
    await view.press('Control+Enter')
    await expect(page.getByRole('textbox', { name: 'Reply' })).toBeFocused()
    await view.press('Escape')
  }
  await expect(pins(page)).toHaveCount(2)
  await page.getByRole('button', { name: 'Zoom in' }).click()
  await view.press('k')
  await expect(page.getByRole('button', { name: 'Laser pointer' })).toHaveAttribute('aria-pressed', 'true')
})

test('undo takes back my own comment, not theirs', async ({ page, otherPage, server, open }) => {
  const board = await server.createBoard(managedCore())
  const mine = await open(page, board, 'commenter')
  const theirs = await open(otherPage, board)
  await commentOn(page, mine.node('amf'), 'Mine')
  await expect(pins(otherPage)).toHaveCount(1)
  await commentOn(otherPage, theirs.node('gnb'), 'Theirs')
  await expect(pins(page)).toHaveCount(2)
  await page.keyboard.press('Escape')
  await page.getByRole('button', { name: 'Undo' }).click()
  await expect(pins(otherPage)).toHaveCount(1)
  await expect(pins(page)).toHaveAccessibleName(/Theirs/)
  await expect(page.getByRole('button', { name: 'Undo' })).toBeDisabled()
})

test('a comment outlives what it is on, and says so', async ({ page, otherPage, server, open }) => {
  const board = await server.createBoard(managedCore())
  const mine = await open(page, board)
  await open(otherPage, board, 'commenter')
  await commentOn(page, mine.node('gnb'), 'Does this still exist?')
  await page.keyboard.press('Escape')
  const before = await pins(page).boundingBox()
  await mine.node('gnb').click()
  await mine.press('Delete')
  await expect(mine.node('gnb')).toHaveCount(0)
  await expect(pins(otherPage)).toHaveAccessibleName(/on something deleted: Does this still exist/)
  const after = await pins(page).boundingBox()
  expect([Math.round(after?.x ?? 0), Math.round(after?.y ?? 0)]).toEqual([
    Math.round(before?.x ?? 1),
    Math.round(before?.y ?? 1),
  ])
  await pins(otherPage).click()
  await expect(dialog(otherPage, 'Comments on something deleted')).toContainText('Does this still exist?')
  await mine.press('Control+z')
  await expect(pins(page)).toHaveAccessibleName(/on gNB 7/)
})

test('what was typed is there again after closing by mistake; deleting a thread asks about its replies', async ({
  page,
  otherPage,
  server,
  open,
}) => {
  const board = await server.createBoard(managedCore())
  const mine = await open(page, board)
  await open(otherPage, board, 'commenter')
  await commentOn(page, mine.node('amf'), 'First')
  const reply = page.getByRole('textbox', { name: 'Reply' })
  await reply.fill('Half a thou')
  await page.locator('.react-flow__pane').click({ position: { x: 8, y: 8 } })
  await expect(dialog(page, 'Comments on AMF 1')).toHaveCount(0)
  await page.reload()
  await mine.ready()
  await pins(page).click()
  await expect(reply).toHaveValue('Half a thou')
  await reply.press('Escape')
  await expect(pins(page)).toBeFocused()

  await pins(otherPage).click()
  await otherPage.getByRole('textbox', { name: 'Reply' }).fill('An answer')
  await otherPage.keyboard.press('Control+Enter')
  await pins(page).press('Enter')
  await page
    .getByRole('listitem')
    .filter({ hasText: 'First' })
    .getByRole('button', { name: /^Delete/ })
    .click()
  await expect(page.getByRole('dialog', { name: 'Delete this thread?' })).toContainText('its reply by others')
  await page.getByRole('button', { name: 'Delete', exact: true }).click()
  await expect(pins(otherPage)).toHaveCount(0)
})

test('by keyboard alone: comment on what is selected, walk the list, go to a thread', async ({
  page,
  server,
  open,
}) => {
  const board = await server.createBoard(managedCore())
  const view = await open(page, board)
  const commentOnSelected = async (words: string) => {
    await page.keyboard.press('Control+Alt+m')
    await expect(page.getByRole('textbox', { name: 'Comment', exact: true })).toBeFocused()
    await page.keyboard.type(words)
    await page.keyboard.press('Control+Enter')
    await expect(page.getByRole('textbox', { name: 'Reply' })).toBeFocused()
    await page.keyboard.press('Escape')
    await expect(dialog(page, /^Comments on/)).toHaveCount(0)
  }
  await view.node('amf').click()
  await commentOnSelected('From the keys')
  await view.edge('manages').locator('path').first().click({ force: true })
  await commentOnSelected('On the link')
  await page.getByRole('button', { name: /2 open threads/ }).click()
  await expect(rows(page)).toHaveCount(2)
  await rows(page).first().focus()
  await page.keyboard.press('ArrowDown')
  await expect(rows(page).nth(1)).toBeFocused()
  await page.keyboard.press('Enter')
  await expect(dialog(page, 'Comments on AMF 1')).toBeVisible()
  await expect(view.node('amf')).toHaveClass(/selected/)
  await page.keyboard.press('Escape')
  await expect(rows(page).nth(1)).toBeFocused()
})

test('a pin goes along with what is dragged', async ({ page, server, open }) => {
  const board = await server.createBoard(managedCore())
  const view = await open(page, board)
  await commentOn(page, view.node('gnb'), 'Follow me')
  await page.keyboard.press('Escape')
  const [node, pin] = [await view.node('gnb').boundingBox(), await pins(page).boundingBox()]
  if (node === null || pin === null) throw new Error('not on the screen')
  await page.mouse.move(node.x + 40, node.y + 30)
  await page.mouse.down()
  await page.mouse.move(node.x + 140, node.y + 70, { steps: 6 })
  const [moved, along] = [await view.node('gnb').boundingBox(), await pins(page).boundingBox()]
  expect(Math.round((along?.x ?? 0) - pin.x)).toBe(Math.round((moved?.x ?? 0) - node.x))
  expect(Math.abs((along?.x ?? 0) - pin.x)).toBeGreaterThan(50)
  await page.mouse.up()
})

for (const colorScheme of ['light', 'dark'] as const) {
  test(`axe finds nothing on comments, ${colorScheme}`, async ({ page, server, open }) => {
    test.setTimeout(120_000)
    await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' })
    const model = managedCore()
    const comment = (id: string, fields: object) => ({
      id,
      thread: null,
      on: null,
      at: null,
      author: 'Bo',
      colour: '#ffe14d',
      created: '2026-11-24T09:00:00Z',
      text: 'Words',
      resolved: null,
      ...fields,
    })
    const board = await server.createBoard({
      ...model,
      comments: [
        comment('k1', { on: { component: 'amf' } }),
        comment('k2', { thread: 'k1' }),
        comment('k3', { on: { component: 'amf' } }),
        comment('k4', { on: { link: 'n2' }, resolved: { by: 'Ada', at: '2026-11-24T10:00:00Z' } }),
        comment('k5', { on: { component: 'ems' } }),
      ],
    })
    const view = await open(page, board)
    await expect(view.node('amf')).toHaveAttribute('data-exposure', 'taken')
    const audit = async (where: string) => {
      const { violations } = await new AxeBuilder({ page }).analyze()
      const findings = violations.map(
        ({ id, nodes }) => `${id}: ${nodes.map(({ target }) => target.join(' ')).join(' | ')}`,
      )
      expect(findings, where).toEqual([])
    }
    await tab(page).click()
    await page.getByLabel('Resolved on the canvas').check()
    await expect(pins(page)).toHaveCount(3)
    await audit('pins and list')
    await page.getByRole('button', { name: /^2 threads on AMF 1/ }).click()
    await expect(dialog(page, '2 threads')).toBeVisible()
    await audit('choice among threads')
    await dialog(page, '2 threads')
      .getByRole('button', { name: /1 reply/ })
      .click()
    await expect(dialog(page, 'Comments on AMF 1')).toBeVisible()
    await audit('thread')
    await page.keyboard.press('Escape')
    await page.getByRole('button', { name: /on N2.*resolved/ }).click()
    await expect(dialog(page, /^Comments on N2/)).toBeVisible()
    await audit('resolved thread')
  })
}
