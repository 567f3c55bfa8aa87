import { managedCore } from './support/models.ts'
import { expect, test } from './support/test.ts'

test('the tables are as high as they are pulled or keyed, leave the canvas its share, and stay so', async ({
  page,
  server,
  open,
}) => {
  const board = await server.createBoard(managedCore())
  await open(page, board)
  const sash = page.getByRole('separator', { name: 'Height of the tables' })
  const drawer = page.getByRole('region', { name: 'Tables' })
  const heightOf = async () => (await drawer.boundingBox())?.height ?? 0
  expect(await heightOf()).toBe(264)

  const edge = await sash.boundingBox()
  if (edge === null) throw new Error('no edge')
  const [x, y] = [edge.x + edge.width / 3, edge.y + edge.height / 2]
  await page.mouse.move(x, y)
  await page.mouse.down()
  await page.mouse.move(x, y - 100, { steps: 4 })
  await page.mouse.up()
  expect(await heightOf()).toBe(364)

  await sash.focus()
  await page.keyboard.press('ArrowUp')
  await expect.poll(heightOf).toBe(388)
  await page.reload()
  await expect(sash).toBeVisible()
  expect(await heightOf()).toBe(388)

  for (let step = 0; step < 30; step++) await sash.press('ArrowUp')
  const canvas = page.getByRole('region', { name: 'Canvas' })
  expect((await canvas.boundingBox())?.height).toBeGreaterThan(200)
  // What was wanted beyond the room is not first taken back, press by press.
  const most = await heightOf()
  await sash.press('ArrowDown')
  await expect.poll(heightOf).toBe(most - 24)
  await sash.press('Home')
  await expect.poll(heightOf).toBe(264)
})
