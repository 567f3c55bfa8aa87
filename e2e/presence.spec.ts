import AxeBuilder from '@axe-core/playwright'
import type { Page } from '@playwright/test'
import type { BoardView } from './support/board-view.ts'
import { component, managedCore } from './support/models.ts'
import { expect, test } from './support/test.ts'

const isNear = (a: readonly number[], b: readonly number[]) =>
  a.every((part, index) => Math.abs(part - (b[index] ?? 0)) < 2)

/** Presses on an element and moves it, without letting go. */
async function dragBy(view: BoardView, id: string, dx: number, dy: number): Promise<void> {
  const [x, y] = await view.middleOf(id)
  const { mouse } = view.page
  await mouse.move(x, y)
  await mouse.down()
  for (let step = 1; step <= 10; step++) await mouse.move(x + (dx * step) / 10, y + (dy * step) / 10)
}

/** Pixels of the laser's layer that are painted. */
const painted = async (page: Page): Promise<number> =>
  await page.getByTestId('lasers').evaluate((canvas) => {
    const { width, height } = canvas as HTMLCanvasElement
    const data = (canvas as HTMLCanvasElement).getContext('2d')?.getImageData(0, 0, width, height).data ?? []
    let count = 0
    for (let at = 3; at < data.length; at += 4) if ((data[at] ?? 0) > 0) count++
    return count
  })

test('a drag is seen while it goes on, links along, and nothing is written before the drop', async ({
  page,
  otherPage,
  server,
  open,
}) => {
  const segment = {
    id: 's1',
    name: 'Site',
    kind: null,
    parent: null,
    zone: null,
    pos: [-40, 360] as [number, number],
    size: [400, 200] as [number, number],
  }
  const model = managedCore({ segments: [segment] })
  const inside = component('smf', { name: 'SMF 2', segment: 's1', pos: [40, 60] })
  const board = await server.createBoard({ ...model, components: [...model.components, inside] })
  const mine = await open(page, board)
  const theirs = await open(otherPage, board)
  const before = await theirs.placeOf('gnb')
  const line = async () => await theirs.edge('n2').locator('path').first().getAttribute('d')
  const lineBefore = await line()
  const stored = async () => {
    const headers = { authorization: `Bearer ${board.keys.viewer}` }
    const answer = await fetch(`${server.url}/api/boards/${board.id}/model`, { headers })
    return await answer.text()
  }
  const storedBefore = await stored()

  await dragBy(mine, 'gnb', 90, 30)
  await expect.poll(async () => await theirs.placeOf('gnb')).not.toBe(before)
  expect(await line()).not.toBe(lineBefore)
  expect(await stored()).toBe(storedBefore)
  await mine.press('Escape')
  await expect.poll(async () => await theirs.placeOf('gnb')).toBe(before)
  await page.mouse.up()
  await expect.poll(line).toBe(lineBefore)

  // A segment takes along what stands in it.
  const [x, y] = await theirs.middleOf('smf')
  const title = await mine.node('s1').boundingBox()
  if (title === null) throw new Error('no segment')
  await page.mouse.move(title.x + 30, title.y + 8)
  await page.mouse.down()
  await page.mouse.move(title.x + 70, title.y + 48, { steps: 8 })
  await expect.poll(async () => isNear(await theirs.middleOf('smf'), [x + 40, y + 40])).toBe(true)
  expect(await stored()).toBe(storedBefore)
  await page.mouse.up()
  await expect.poll(stored).not.toBe(storedBefore)
  expect(isNear(await theirs.middleOf('smf'), [x + 40, y + 40])).toBe(true)
})

test('a drop does not go back and forth on the other screen', async ({ page, otherPage, server, open }) => {
  const board = await server.createBoard(managedCore())
  const mine = await open(page, board)
  const theirs = await open(otherPage, board)
  await theirs.node('gnb').evaluate((element) => {
    const places: string[] = []
    Object.assign(window, { places })
    new MutationObserver(() => places.push((element as HTMLElement).style.transform)).observe(element, {
      attributes: true,
      attributeFilter: ['style'],
    })
  })
  for (let drag = 0; drag < 5; drag++) {
    await dragBy(mine, 'gnb', 40, 20)
    await page.mouse.up()
    await expect(mine.saveState).toHaveText('Saved')
  }
  const end = await mine.placeOf('gnb')
  await expect.poll(async () => await theirs.placeOf('gnb')).toBe(end)
  const places = await otherPage.evaluate(() => (window as unknown as { places: string[] }).places)
  const across = places.map((place) => Number(/translate\((-?[\d.]+)px/.exec(place)?.[1]))
  expect(across.length).toBeGreaterThan(8)
  expect(across).toEqual([...across].sort((a, b) => a - b))
})

test('40 drags cost at most 1.5 writes and 512 bytes each', async ({ page, server, open }) => {
  test.setTimeout(120_000)
  let writes: number[] = []
  page.on('websocket', (socket) =>
    socket.on('framesent', ({ payload }) => {
      // Sync, update: what changes the document. The rest is presence, which nobody stores.
      if (typeof payload !== 'string' && payload[0] === 0 && payload[1] === 2) writes.push(payload.length)
    }),
  )
  const board = await server.createBoard(managedCore())
  const mine = await open(page, board)
  const drags: number[][] = []
  for (let drag = 0; drag < 40; drag++) {
    writes = []
    const direction = drag % 2 === 0 ? 1 : -1
    await dragBy(mine, drag % 4 < 2 ? 'gnb' : 'amf', 60 * direction, 30 * direction)
    await page.mouse.up()
    await expect.poll(() => writes.length).toBeGreaterThan(0)
    await expect(mine.saveState).toHaveText('Saved')
    drags.push(writes)
  }
  const middle = (values: number[]) => [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0
  const counts = drags.map((sent) => sent.length)
  const bytes = drags.map((sent) => sent.reduce((sum, size) => sum + size, 0))
  console.info(
    `40 drags: writes median ${middle(counts)}, most ${Math.max(...counts)}; bytes median ${middle(bytes)}, most ${Math.max(...bytes)}`,
  )
  expect(Math.max(...counts)).toBeLessThanOrEqual(1.5)
  expect(Math.max(...bytes)).toBeLessThanOrEqual(512)
})

test('following goes along with what the other one sees, until Stop, Escape or an own move', async ({
  page,
  otherPage,
  server,
  open,
}) => {
  const board = await server.createBoard(managedCore())
  const mine = await open(page, board)
  const theirs = await open(otherPage, board)
  await theirs.callMe('Ada')
  const pan = async (view: BoardView, dx: number, dy: number) => {
    const box = await view.page.locator('.react-flow__pane').boundingBox()
    if (box === null) throw new Error('no canvas')
    await view.page.mouse.move(box.x + box.width / 2, box.y + 40)
    await view.page.mouse.wheel(dx, dy)
  }
  const together = async () => isNear(await mine.viewport(), await theirs.viewport())
  const frame = page.getByText('Following Ada', { exact: true })

  await page.getByRole('button', { name: 'Follow Ada, editor' }).click()
  await expect(frame).toBeVisible()
  await pan(theirs, 140, 90)
  await expect.poll(together).toBe(true)
  await theirs.press('Control+=')
  await expect.poll(together).toBe(true)

  await page.getByRole('button', { name: 'Stop', exact: true }).click()
  await expect(frame).toBeHidden()
  const before = await mine.viewport()
  await pan(theirs, 100, 0)
  await expect.poll(together).toBe(false)
  expect(await mine.viewport()).toEqual(before)

  await page.getByRole('button', { name: 'Follow Ada, editor' }).click()
  await expect.poll(together).toBe(true)
  await mine.press('Escape')
  await expect(frame).toBeHidden()

  await page.getByRole('button', { name: 'Follow Ada, editor' }).click()
  await expect(frame).toBeVisible()
  await pan(mine, -60, 0)
  await expect(frame).toBeHidden()
})

test('two who follow each other stand still until one of them moves; one who leaves is followed no more', async ({
  page,
  otherPage,
  server,
  open,
}) => {
  const board = await server.createBoard(managedCore())
  const mine = await open(page, board)
  const theirs = await open(otherPage, board)
  await mine.callMe('Bo')
  await theirs.callMe('Ada')
  await page.setViewportSize({ width: 1100, height: 700 })
  await page.getByRole('button', { name: 'Follow Ada, editor' }).click()
  await otherPage.getByRole('button', { name: 'Follow Bo, editor' }).click()
  await expect(otherPage.getByText('Following Bo', { exact: true })).toBeVisible()
  await expect
    .poll(async () => {
      const views = [await mine.viewport(), await theirs.viewport()]
      await page.evaluate(async () => await new Promise((resolve) => setTimeout(resolve, 400)))
      return JSON.stringify(views) === JSON.stringify([await mine.viewport(), await theirs.viewport()])
    })
    .toBe(true)
  const before = await theirs.viewport()
  await mine.press('Control+0')
  await mine.press('Control+=')
  await expect(page.getByText('Following Ada', { exact: true })).toBeHidden()
  await expect.poll(async () => isNear(await theirs.viewport(), before)).toBe(false)

  await page.close()
  await expect(otherPage.getByText('Following Bo', { exact: true })).toBeHidden()
  await expect(otherPage.getByText('Bo has left the board.')).toBeVisible()
})

test('everyone is asked to come, and may say no; a viewer asks nobody', async ({
  page,
  otherPage,
  server,
  open,
}) => {
  const board = await server.createBoard(managedCore())
  const mine = await open(page, board)
  const theirs = await open(otherPage, board)
  await mine.callMe('Bo')
  await expect(otherPage.getByRole('button', { name: 'Follow Bo, editor' })).toBeVisible()
  await mine.press('Control+0')
  await mine.press('Control+=')
  const summon = async () => {
    await page.getByRole('button', { name: 'People', exact: true }).click()
    await page.getByRole('menuitem', { name: 'Bring everyone here' }).click()
  }
  await summon()
  const request = otherPage.getByRole('group', { name: 'Request by Bo' })
  await expect(request).toContainText('Bo asks you to come to where they are')
  await expect(otherPage.getByTestId('announcer')).toContainText('Bo asks you to come')
  const before = await theirs.viewport()
  await request.getByRole('button', { name: 'Not now' }).click()
  await expect(request).toBeHidden()
  expect(await theirs.viewport()).toEqual(before)

  await summon()
  await expect(page.getByText('You have just asked.', { exact: false })).toBeVisible()
  await expect(request).toBeHidden()
  await expect
    .poll(
      async () => {
        await summon()
        return await request.isVisible()
      },
      { timeout: 20_000, intervals: [3_000] },
    )
    .toBe(true)
  await request.getByRole('button', { name: 'Go' }).click()
  await expect.poll(async () => isNear(await theirs.viewport(), await mine.viewport())).toBe(true)

  const viewer = await page.context().newPage()
  await open(viewer, board, 'viewer')
  await viewer.getByRole('button', { name: 'People', exact: true }).click()
  await expect(viewer.getByRole('menuitem', { name: 'Bring everyone here' })).toBeDisabled()
})

test('a request to come goes when it is taken back', async ({ page, otherPage, server, open }) => {
  const board = await server.createBoard(managedCore())
  const mine = await open(page, board)
  await open(otherPage, board)
  await mine.callMe('Bo')
  await expect(otherPage.getByRole('button', { name: 'Follow Bo, editor' })).toBeVisible()
  const choose = async (item: string) => {
    await page.getByRole('button', { name: 'People', exact: true }).click()
    await page.getByRole('menuitem', { name: item }).click()
  }
  await choose('Bring everyone here')
  const request = otherPage.getByRole('group', { name: 'Request by Bo' })
  await expect(request).toBeVisible()
  await choose('Take back the request to come')
  await expect(request).toBeHidden()
  await expect(otherPage.getByText('Bo has taken back the request to come.')).toBeVisible()
})

test('a laser is seen by all, fades, and ends with K and Escape', async ({
  page,
  otherPage,
  server,
  open,
}) => {
  const board = await server.createBoard(managedCore())
  const mine = await open(page, board)
  await open(otherPage, board)
  const before = await mine.placeOf('gnb')
  const [x, y] = await mine.middleOf('gnb')
  await page.locator('.react-flow').focus()
  await mine.press('k')
  await expect(page.getByRole('button', { name: 'Laser pointer' })).toHaveAttribute('aria-pressed', 'true')
  const wave = async () => {
    for (let step = 0; step < 30; step++) await page.mouse.move(x + step * 8, y + 30 * Math.sin(step / 3))
  }
  await page.mouse.move(x, y)
  await page.mouse.down()
  const waving = new AbortController()
  const waved = (async () => {
    while (!waving.signal.aborted) await wave()
  })()
  for (const each of [page, otherPage])
    await expect.poll(async () => await painted(each)).toBeGreaterThan(300)
  waving.abort()
  await waved
  await page.mouse.up()
  expect(await mine.placeOf('gnb')).toBe(before)
  // What is left after a second is the dot.
  for (const each of [page, otherPage]) {
    await expect.poll(async () => await painted(each)).toBeLessThan(300)
    expect(await painted(each)).toBeGreaterThan(50)
  }
  await mine.press('k')
  for (const each of [page, otherPage]) await expect.poll(async () => await painted(each)).toBe(0)
  await mine.press('k')
  await mine.press('Escape')
  await expect(page.getByRole('button', { name: 'Select', exact: true })).toHaveAttribute(
    'aria-pressed',
    'true',
  )
})

test('with less motion the view follows at once and a laser is a dot', async ({
  page,
  otherPage,
  server,
  open,
}) => {
  await otherPage.emulateMedia({ reducedMotion: 'reduce' })
  const board = await server.createBoard(managedCore())
  const mine = await open(page, board)
  const theirs = await open(otherPage, board)
  await mine.callMe('Bo')
  await otherPage.getByRole('button', { name: 'Follow Bo, editor' }).click()
  await expect(otherPage.getByText('Following Bo', { exact: true })).toBeVisible()
  await expect.poll(async () => isNear(await theirs.viewport(), await mine.viewport())).toBe(true)
  await otherPage.locator('.react-flow__viewport').evaluate((element) => {
    const seen: string[] = []
    Object.assign(window, { seen })
    new MutationObserver(() => seen.push((element as HTMLElement).style.transform)).observe(element, {
      attributes: true,
      attributeFilter: ['style'],
    })
  })
  await page.emulateMedia({ reducedMotion: 'reduce' })
  await mine.press('Control+Shift+1')
  await mine.press('Control+0')
  await expect.poll(async () => isNear(await theirs.viewport(), await mine.viewport())).toBe(true)
  const steps = await otherPage.evaluate(() => new Set((window as unknown as { seen: string[] }).seen).size)
  expect(steps).toBeLessThanOrEqual(2)

  const [x, y] = await mine.middleOf('gnb')
  await page.locator('.react-flow').focus()
  await mine.press('k')
  for (let step = 0; step < 20; step++) await page.mouse.move(x + step * 8, y)
  await expect.poll(async () => await painted(otherPage)).toBeGreaterThan(50)
  expect(await painted(otherPage)).toBeLessThan(300)
})

test('a new name and colour are told without the connection seeming to break', async ({
  page,
  otherPage,
  server,
  open,
}) => {
  const board = await server.createBoard(managedCore())
  const mine = await open(page, board)
  await open(otherPage, board)
  await mine.saveState.evaluate((element) => {
    const states = new Set<string>()
    Object.assign(window, { states })
    new MutationObserver(() => states.add(element.textContent ?? '')).observe(element, {
      childList: true,
      characterData: true,
      subtree: true,
    })
  })
  await page.getByRole('button', { name: /^Stay Guest/ }).click()
  await page.getByRole('button', { name: /^You are Guest/ }).click()
  const form = page.getByRole('dialog', { name: 'Your name and colour' })
  await form.getByLabel('Your name, as the others see it').fill('Ada Lovelace')
  await form.getByRole('radio', { name: 'Plum' }).check({ force: true })
  const reopened = page.waitForEvent('websocket')
  await form.getByRole('button', { name: 'Use this name' }).click()
  await reopened
  const avatar = otherPage.getByRole('button', { name: 'Follow Ada Lovelace, editor' })
  await expect(avatar).toHaveCSS('background-color', 'rgb(138, 60, 126)')
  await expect(otherPage.getByRole('button', { name: /^Follow / })).toHaveCount(1)
  await mine.rename('amf', 'AMF Leeds')
  await expect(otherPage.locator('.react-flow__node[data-id="amf"]')).toContainText('AMF Leeds')
  await expect(mine.saveState).toHaveText('Saved')
  const states = await page.evaluate(() => [...(window as unknown as { states: Set<string> }).states])
  expect(states.filter((state) => !/^Sav(ed|ing…)$/.test(state))).toEqual([])

  await page.reload()
  await mine.ready()
  await expect(page.getByRole('button', { name: /^You are Ada Lovelace/ })).toBeVisible()
  await expect(page.getByRole('button', { name: 'Choose a name' })).toHaveCount(0)
})

for (const colorScheme of ['light', 'dark'] as const) {
  test(`axe finds nothing with others about, ${colorScheme}`, async ({ page, otherPage, server, open }) => {
    test.setTimeout(120_000)
    await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' })
    const board = await server.createBoard(managedCore())
    const mine = await open(page, board)
    const theirs = await open(otherPage, board)
    const expectNoFindings = async (where: string) => {
      // A tooltip stands outside of every landmark.
      await page.mouse.move(700, 450)
      await expect(page.getByRole('tooltip')).toHaveCount(0)
      const { violations } = await new AxeBuilder({ page }).analyze()
      const found = violations.map(
        ({ id, nodes }) => `${id}: ${nodes.map(({ target }) => target.join(' ')).join(' | ')}`,
      )
      expect(found, where).toEqual([])
    }
    await expect(page.getByRole('button', { name: 'Choose a name' })).toBeVisible()
    await expectNoFindings('asked for a name')
    await theirs.callMe('Ada')
    await theirs.node('amf').click()
    await expect(mine.selectionOf('Ada')).toBeVisible()
    await page.getByRole('button', { name: 'Follow Ada, editor' }).click()
    await expect(page.getByText('Following Ada', { exact: true })).toBeVisible()
    await expectNoFindings('following')
    await page.getByRole('button', { name: 'People', exact: true }).click()
    await expect(page.getByRole('menuitem', { name: 'Bring everyone here' })).toBeVisible()
    await expectNoFindings('menu of people')
    await mine.press('Escape')
    await otherPage.getByRole('button', { name: 'People', exact: true }).click()
    await otherPage.getByRole('menuitem', { name: 'Bring everyone here' }).click()
    await expect(page.getByRole('group', { name: 'Request by Ada' })).toBeVisible()
    await expectNoFindings('asked to come')
  })
}

test('who comes with the colour of somebody who is here, and chose none, takes a free one', async ({
  page,
  otherPage,
  server,
  open,
}) => {
  const board = await server.createBoard(managedCore())
  const colour = async (each: typeof page): Promise<string> =>
    await each.evaluate(() => {
      const { colour } = JSON.parse(localStorage.getItem('ringfence.identity') ?? '{}') as { colour: string }
      return colour
    })
  for (const each of [page, otherPage])
    await each.addInitScript(() => {
      if (localStorage.getItem('ringfence.identity') !== null) return
      localStorage.setItem('ringfence.identity', JSON.stringify({ name: 'Guest', colour: '#2f7d4f' }))
    })
  await open(page, board)
  // Longer ago than one counts as coming.
  await page.clock.setSystemTime(Date.now() + 10_000)
  await open(otherPage, board)
  await expect.poll(() => colour(otherPage)).not.toBe('#2f7d4f')
  expect(await colour(page)).toBe('#2f7d4f')
})
