import { readFile } from 'node:fs/promises'
import type { Page } from '@playwright/test'
import { normalise } from '../src/core/model/normalise.ts'
import { parseModel } from '../src/core/model/parse.ts'
import { component, link, managedCore } from './support/models.ts'
import { expect, test } from './support/test.ts'

/** A core as docker-compose, with one service that no catalogue knows. */
const COMPOSE = `services:
  amf:
    image: example/amf:v1
    environment:
      NRF_URI: http://nrf:8000
    depends_on: [nrf]
    networks: [core]
  nrf:
    image: example/nrf:v1
    networks: [core]
  billing-gate:
    image: example/gate:v1
    environment:
      AMF_URI: http://amf:8000
    networks: [core]
networks:
  core: {}
`
const composeFile = { name: 'core.compose.yaml', mimeType: 'application/yaml', buffer: Buffer.from(COMPOSE) }

async function choose(page: Page, file: typeof composeFile): Promise<void> {
  const chooser = page.waitForEvent('filechooser')
  await page.getByRole('button', { name: /Open file/ }).click()
  await (await chooser).setFiles(file)
}

test('a file of another tool shows what it brings, asks what its elements are, and remembers the answer', async ({
  page,
  server,
}) => {
  await page.goto(server.url)
  await choose(page, composeFile)
  const dialog = page.getByRole('dialog', { name: 'Open a file' })
  await expect(dialog).toContainText('is a model of docker-compose')
  await expect(dialog).toContainText('3 components')
  await expect(dialog.getByRole('rowheader', { name: 'billing-gate' })).toBeVisible()
  const picker = dialog.getByRole('combobox', { name: 'Network function of billing-gate' })
  await picker.fill('CHF')
  await page.getByRole('option', { name: /^CHF/ }).first().click()
  await expect(dialog).toContainText('Each is a network function of the catalogue.')
  await dialog.getByRole('button', { name: 'New board' }).click()
  await expect(page.getByRole('textbox', { name: 'Title of the board' })).toHaveValue('core')
  await expect(page.locator('.react-flow__node').filter({ hasText: 'billing-gate' })).toContainText('CHF')

  await page.goto(server.url)
  await choose(page, composeFile)
  await expect(dialog).toContainText('Each is a network function of the catalogue.')
  await page.keyboard.press('Escape')
  await expect(dialog).toHaveCount(0)
})

test('a dropped file comes into the open board as one step of undo, beside what is there', async ({
  page,
  server,
  open,
}) => {
  const board = await server.createBoard(managedCore())
  const view = await open(page, board, 'editor')
  await page.evaluate(
    ({ name, text }) => {
      const data = new DataTransfer()
      data.items.add(new File([text], name))
      const at = document.querySelector('.react-flow')
      at?.dispatchEvent(new DragEvent('drop', { dataTransfer: data, bubbles: true, cancelable: true }))
    },
    { name: composeFile.name, text: COMPOSE },
  )
  const dialog = page.getByRole('dialog', { name: 'Open or import a file' })
  await dialog.getByRole('button', { name: 'Into this board' }).click()
  await expect(dialog).toHaveCount(0)
  await expect(view.nodeNamed('nrf')).toBeVisible()
  await expect(page.locator('footer')).toContainText('6 components')
  await expect(view.saveState).toHaveText('Saved')
  await view.press('Control+z')
  await expect(page.locator('footer')).toContainText('3 components')
  await expect(view.node('amf')).toHaveCount(1)
})

test('whoever may only look may open a file as a board of their own, not into this one', async ({
  page,
  server,
  open,
}) => {
  const board = await server.createBoard(managedCore())
  page.on('filechooser', () => undefined)
  const view = await open(page, board, 'viewer')
  const chooser = page.waitForEvent('filechooser')
  await view.press('Control+o')
  await (await chooser).setFiles(composeFile)
  const dialog = page.getByRole('dialog', { name: 'Open or import a file' })
  await expect(dialog.getByRole('button', { name: 'New board' })).toBeVisible()
  await expect(dialog.getByRole('button', { name: 'Into this board' })).toHaveCount(0)
})

/** Downloads what is chosen in the dialog and gives its path. */
async function download(page: Page, output: string | RegExp): Promise<string> {
  const dialog = page.getByRole('dialog', { name: 'Export' })
  await dialog.getByRole('radio', { name: output }).check()
  const started = page.waitForEvent('download')
  await dialog.getByRole('button', { name: 'Download', exact: true }).click()
  const path = await (await started).path()
  await expect(dialog.getByRole('status')).toContainText('downloaded')
  return path
}

test('a picture has the components, links and labels of the canvas, and nothing of it is cut', async ({
  page,
  server,
  open,
}) => {
  const long = 'A component whose name is much longer than any box on a canvas is wide, to be read in full'
  const core = managedCore()
  const model = normalise({
    ...core,
    components: [
      ...core.components,
      component('far', { name: long, pos: [900, 600] }),
      component('left', { name: 'Left of all', pos: [-700, -300] }),
    ],
    links: [...core.links, link('l-far', 'far', 'left', { name: 'A link with a name of its own' })],
  }).model
  const board = await server.createBoard(model)
  const view = await open(page, board, 'viewer')
  await expect(view.exposed.first()).toBeVisible()
  await view.press('Control+Shift+1')
  const onCanvas = {
    nodes: await page
      .locator('.react-flow__node[data-id]')
      .evaluateAll((all) =>
        all.map((each) => each.getAttribute('data-id')).filter((id) => id !== null && id.trim() === id),
      ),
    edges: await page
      .locator('.react-flow__edge[data-id]')
      .evaluateAll((all) => all.map((each) => each.getAttribute('data-id'))),
  }
  await view.press('Control+Shift+s')
  const svg = await readFile(await download(page, /^SVG picture/), 'utf8')

  await page.goto('about:blank')
  await page.setContent(`<body style="margin:0">${svg.slice(svg.indexOf('<svg'))}</body>`)
  const drawn = await page.evaluate(() => {
    const root = document.querySelector('svg') as SVGSVGElement
    const frame = root.getBoundingClientRect()
    const inside = (box: DOMRect) =>
      box.left >= frame.left && box.top >= frame.top && box.right <= frame.right && box.bottom <= frame.bottom
    const records = [...root.querySelectorAll('[id^="rf-r-"]')]
    return {
      ids: records.map(({ id }) => id.slice('rf-r-'.length)),
      cut: [...root.querySelectorAll('text, path, rect')]
        .filter((each) => each.closest('defs') === null)
        .map((each) => each.getBoundingClientRect())
        .filter((box) => box.width + box.height > 0 && !inside(box)).length,
      words: [...root.querySelectorAll('text')].map((each) => each.textContent).join(' '),
      scripts: root.querySelectorAll('script, foreignObject, image, [href^="http"]').length,
    }
  })
  expect(drawn.ids).toEqual(expect.arrayContaining([...onCanvas.nodes, ...onCanvas.edges] as string[]))
  expect(drawn.ids.length).toBe(onCanvas.nodes.length + onCanvas.edges.length)
  expect(drawn.cut).toBe(0)
  expect(drawn.scripts).toBe(0)
  const plain = drawn.words.replace(/\s+/g, ' ')
  for (const word of ['EMS north', 'Left of all', 'A link with a name of its own', 'Taken']) {
    expect(plain).toContain(word)
  }
  expect(plain.replaceAll(' ', '')).toContain(long.replaceAll(' ', ''))
})

test('a board goes out as a model that reads back the same, as pictures and as a report', async ({
  page,
  server,
  open,
}) => {
  const board = await server.createBoard(managedCore())
  const view = await open(page, board, 'viewer')
  await view.press('Control+Shift+s')
  const native = parseModel(await readFile(await download(page, /^Ringfence/), 'utf8'))
  expect(native.ok && native.value.components.length).toBe(3)
  await expect(page.getByRole('button', { name: 'Download', exact: true })).toBeFocused()
  const png = await readFile(await download(page, /^PNG picture/))
  expect(png.subarray(1, 4).toString()).toBe('PNG')
  const pdf = await readFile(await download(page, /^PDF report/))
  expect(pdf.subarray(0, 5).toString()).toBe('%PDF-')
  const tables = await readFile(await download(page, /^CSV/))
  expect(tables.subarray(0, 2).toString()).toBe('PK')
  expect(tables.includes('components.csv')).toBe(true)
  const html = await readFile(await download(page, /^HTML report/), 'utf8')
  expect(html).toContain('EMS north')
  expect(html).not.toContain('<script')
})
