import { serialiseModel } from '../src/core/model/serialise.ts'
import { managedCore } from './support/models.ts'
import { expect, test } from './support/test.ts'

const good = () => JSON.parse(serialiseModel(managedCore())) as Record<string, unknown>
const list = (model: Record<string, unknown>, kind: string) => model[kind] as Record<string, unknown>[]

const BAD_FILES: readonly { what: string; text: () => string; says: RegExp }[] = [
  { what: 'cut off', text: () => serialiseModel(managedCore()).slice(0, 700), says: /line \d+, column \d+/ },
  {
    what: 'of wrong types',
    text: () => {
      const model = good()
      Object.assign(list(model, 'components')[1] ?? {}, { function: 5 })
      return JSON.stringify(model)
    },
    says: /components\[1\]\.function: expected text, found a number/,
  },
  {
    what: 'of 10 MB of nesting',
    text: () => '['.repeat(10 * 1024 * 1024),
    says: /line 1, column 65: .*nested deeper/,
  },
  {
    what: 'with an id twice',
    text: () => {
      const model = good()
      Object.assign(list(model, 'components')[2] ?? {}, { id: list(model, 'components')[0]?.id })
      return JSON.stringify(model)
    },
    says: /components\[2\]\.id: .* already/,
  },
  {
    what: 'of a newer version',
    text: () => JSON.stringify({ ...good(), version: 2 }),
    says: /version: .*newer/,
  },
  {
    what: 'with a __proto__ key',
    text: () =>
      serialiseModel(managedCore()).replace('"risks": [', '"risks": [{"id":"x","on":{"__proto__":{}}},'),
    says: /risks\[0\]\.on\.__proto__/,
  },
]

for (const { what, text, says } of BAD_FILES) {
  test(`a file ${what} is refused with its place, and nothing is made of it`, async ({ page, server }) => {
    await page.goto(server.url)
    const chooser = page.waitForEvent('filechooser')
    await page.getByRole('button', { name: /Open file/ }).click()
    await (await chooser).setFiles({
      name: 'bad.ringfence.json',
      mimeType: 'application/json',
      buffer: Buffer.from(text()),
    })
    await expect(page.getByRole('alert')).toContainText(says)
    expect(new URL(page.url()).pathname).toBe('/')
    await expect(page.getByText('Recent boards on this device')).toHaveCount(0)
  })
}

test('a new board, a template, a file and a recent board each open', async ({ page, server }) => {
  await page.goto(server.url)
  await page.getByLabel('New board').fill('Workshop one')
  await page.getByRole('button', { name: 'Create board' }).click()
  await expect(page.getByRole('textbox', { name: 'Title of the board' })).toHaveValue('Workshop one')

  await page.goto(server.url)
  await page.getByRole('button', { name: /Operator 5G SA, 2018 assurance case/ }).click()
  await expect(page.getByRole('textbox', { name: 'Title of the board' })).toHaveValue(/Operator 5G SA/)
  await expect(page.locator('[data-exposure="taken"]').first()).toBeVisible()

  await page.goto(server.url)
  const chooser = page.waitForEvent('filechooser')
  await page.getByRole('button', { name: /Open file/ }).click()
  const buffer = Buffer.from(serialiseModel(managedCore()))
  await (await chooser).setFiles({ name: 'core.ringfence.json', mimeType: 'application/json', buffer })
  await expect(page.getByRole('textbox', { name: 'Title of the board' })).toHaveValue('Managed core')

  await page.goto(server.url)
  await page.getByRole('link', { name: 'Workshop one' }).click()
  await expect(page.getByRole('textbox', { name: 'Title of the board' })).toHaveValue('Workshop one')
})

test('a link without its key, with a wrong key, or to no board says so', async ({ page, server }) => {
  const board = await server.createBoard(managedCore())
  await page.goto(`${server.url}/b/${board.id}`)
  await expect(page.getByRole('heading', { name: 'This link is not complete' })).toBeVisible()
  await page.goto(`${server.url}/b/${board.id}#k=AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA`)
  await page.reload()
  await expect(page.getByRole('heading', { name: 'This board cannot be opened' })).toBeVisible()
  await page.goto(`${server.url}/b/nowhere#k=${board.keys.editor}`)
  await page.reload()
  await expect(page.getByRole('heading', { name: 'This board cannot be opened' })).toBeVisible()
})

test('a bad file leaves the board that is open as it was', async ({ page, server, open }) => {
  const board = await server.createBoard(managedCore())
  // Somebody always listens: Playwright takes choosers only as long as anybody does, and turns that on with a delay.
  page.on('filechooser', () => undefined)
  const view = await open(page, board, 'owner')
  for (const { text, says } of BAD_FILES) {
    const chooser = page.waitForEvent('filechooser')
    await view.press('Control+o')
    await (await chooser).setFiles({
      name: 'bad.ringfence.json',
      mimeType: 'application/json',
      buffer: Buffer.from(text()),
    })
    await expect(page.getByRole('alert').last()).toContainText(says)
    await page.keyboard.press('Escape')
    await expect(page.getByRole('dialog')).toHaveCount(0)
  }
  expect(page.url()).toBe(board.link('owner'))
  await expect(page.locator('.react-flow__node')).toHaveCount(3)
  await expect(page.locator('.react-flow__edge')).toHaveCount(2)
  await expect(view.node('amf')).toHaveAttribute('data-exposure', 'taken')
  await expect(view.saveState).toHaveText('Saved')
})
