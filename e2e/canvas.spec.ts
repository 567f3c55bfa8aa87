import type { Page } from '@playwright/test'
import type { Model } from '../src/core/model/records.ts'
import type { BoardView } from './support/board-view.ts'
import { managedCore } from './support/models.ts'
import { type Board, expect, test } from './support/test.ts'

const segment = (id: string, x: number, width: number): Model['segments'][number] => ({
  id,
  name: id,
  kind: null,
  parent: null,
  zone: null,
  pos: [x, 0],
  size: [width, 420],
})

/** The core in one segment, an empty one beside it. */
function segmented(): Model {
  const model = managedCore({ segments: [segment('left', 0, 560), segment('right', 640, 320)] })
  const components = model.components.map((component) => ({
    ...component,
    segment: 'left',
    pos: [component.pos[0] + 30, component.pos[1] + 60] as [number, number],
  }))
  return { ...model, components }
}

async function stored(page: Page, board: Board): Promise<Model> {
  const { pathname, origin } = new URL(page.url())
  const response = await page.request.get(`${origin}/api/boards/${pathname.split('/')[2] ?? ''}/model`, {
    headers: { authorization: `Bearer ${board.keys.editor}` },
  })
  return (await response.json()) as Model
}

const componentIn = async (page: Page, board: Board, id: string) =>
  (await stored(page, board)).components.find((component) => component.id === id)

async function middleOf(view: BoardView, id: string): Promise<[number, number]> {
  const box = await view.node(id).boundingBox()
  if (box === null) throw new Error(`${id} is not on the screen`)
  return [box.x + box.width / 2, box.y + box.height / 2]
}

async function drag(
  page: Page,
  from: readonly [number, number],
  to: readonly [number, number],
): Promise<void> {
  await page.mouse.move(...from)
  await page.mouse.down()
  await page.mouse.move(from[0] + 8, from[1] + 8)
  await page.mouse.move(...to, { steps: 6 })
}

test('a component becomes a member of the segment that it is dropped on, and stays where it was dropped', async ({
  page,
  server,
  open,
}) => {
  const board = await server.createBoard(segmented())
  const view = await open(page, board)
  const goal = await middleOf(view, 'right')
  await drag(page, await middleOf(view, 'gnb'), goal)
  expect((await componentIn(page, board, 'gnb'))?.segment).toBe('left')
  await page.mouse.up()
  await expect.poll(async () => (await componentIn(page, board, 'gnb'))?.segment).toBe('right')
  const [x, y] = await middleOf(view, 'gnb')
  expect(Math.hypot(x - goal[0], y - goal[1])).toBeLessThan(3)
  await view.press('Control+z')
  await expect
    .poll(async () => await componentIn(page, board, 'gnb'))
    .toMatchObject({ segment: 'left', pos: [30, 260] })
})

test('Escape gives a drag up, and nothing was written', async ({ page, server, open }) => {
  const board = await server.createBoard(segmented())
  const view = await open(page, board)
  const start = await middleOf(view, 'gnb')
  await drag(page, start, await middleOf(view, 'right'))
  await view.press('Escape')
  await page.mouse.up()
  await expect.poll(async () => await middleOf(view, 'gnb')).toEqual(start)
  expect((await componentIn(page, board, 'gnb'))?.pos).toEqual([30, 260])
})

test('a segment is taken by its title, and pulled larger without moving what stands in it', async ({
  page,
  server,
  open,
}) => {
  const board = await server.createBoard(segmented())
  const view = await open(page, board)
  // Away from the border of the canvas, where a drag moves the view on.
  await view.press('Control+-')
  await view.press('Control+-')
  await view.node('left').getByText('left', { exact: true }).click()
  const before = await middleOf(view, 'ems')
  const pull = await page.locator('[data-pull="w"]').boundingBox()
  if (pull === null) throw new Error('nothing to pull')
  const edge = [pull.x + pull.width / 2, pull.y + pull.height / 2] as const
  await drag(page, edge, [edge[0] - 60, edge[1]])
  await page.mouse.up()
  const widthNow = async () => (await stored(page, board)).segments.find(({ id }) => id === 'left')?.size[0]
  await expect.poll(widthNow).toBeGreaterThan(560)
  const after = await middleOf(view, 'ems')
  expect(Math.hypot(after[0] - before[0], after[1] - before[1])).toBeLessThan(2)
})

test('a marquee inside a segment takes what it touches, and not the segment', async ({
  page,
  server,
  open,
}) => {
  const board = await server.createBoard(segmented())
  const view = await open(page, board)
  const [left, top] = await middleOf(view, 'ems')
  const [right, bottom] = await middleOf(view, 'amf')
  await drag(page, [left, top - 50], [right, bottom + 10])
  await page.mouse.up()
  const selected = page.locator('.react-flow__node.selected')
  await expect(selected).toHaveCount(2)
  await page.keyboard.down('Shift')
  await view.node('gnb').click()
  await page.keyboard.up('Shift')
  await expect(selected).toHaveCount(3)
  await view.press('Escape')
  await expect(selected).toHaveCount(0)
})

test('a link is drawn from the edge of a component to the body of another', async ({
  page,
  server,
  open,
}) => {
  const board = await server.createBoard(segmented())
  const view = await open(page, board)
  await view.node('gnb').hover()
  const grip = await page.locator('[data-connect-from="gnb"][data-side="right"]').boundingBox()
  if (grip === null) throw new Error('nothing to draw from')
  await drag(page, [grip.x + grip.width / 2, grip.y + grip.height / 2], await middleOf(view, 'ems'))
  await page.mouse.up()
  await page.getByRole('dialog', { name: 'Connect gNB 7 to EMS north' }).getByRole('option').first().click()
  await expect(page.locator('.react-flow__edge')).toHaveCount(3)
})

test('by keys alone: walk to two components and join them', async ({ page, server, open }) => {
  const board = await server.createBoard(segmented())
  await open(page, board)
  await page.locator('.react-flow').focus()
  const focused = page.locator('.react-flow :focus')
  await page.keyboard.press('ArrowDown')
  await expect(focused).toHaveAttribute('data-id', 'left')
  await page.keyboard.press('ArrowDown')
  await expect(focused).toHaveAttribute('data-id', 'ems')
  await page.keyboard.press('c')
  await page.keyboard.press('Enter')
  await page.keyboard.press('End')
  await page.keyboard.press('PageUp')
  await page.keyboard.press('PageUp')
  await page.keyboard.press('PageUp')
  await expect(focused).toHaveAttribute('data-id', 'gnb')
  await page.keyboard.press('Enter')
  await expect(page.getByRole('dialog', { name: 'Connect EMS north to gNB 7' })).toBeVisible()
  await page.keyboard.press('Enter')
  await expect(page.locator('.react-flow__edge')).toHaveCount(3)
})
