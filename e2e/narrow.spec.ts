import type { Locator, Page } from '@playwright/test'
import { largeModel, managedCore, mitigation } from './support/models.ts'
import { expect, test } from './support/test.ts'

const BOARD = managedCore({
  meta: { ...managedCore().meta, title: 'A network with a title that is longer than any bar has room for' },
  mitigations: [mitigation('m1', { title: 'Repeatable builds', effect: 'removes-risk', treats: ['r1'] })],
})

/** Parts of a bar that stick out of it, or whose words stick out of them. A field may hold more than it shows. */
const cutIn = async (bar: Locator): Promise<readonly string[]> =>
  await bar.evaluate((root) => {
    const frame = root.getBoundingClientRect()
    return [...root.querySelectorAll('*')]
      .filter((part) => !(part instanceof HTMLInputElement) && part.closest('.rf-visually-hidden') === null)
      .filter((part) => {
        const { left, right, top, bottom, width } = part.getBoundingClientRect()
        if (width === 0) return false
        const isOut =
          left < frame.left - 1 || right > frame.right + 1 || top < frame.top - 1 || bottom > frame.bottom + 1
        return isOut || (part.clientWidth > 0 && part.scrollWidth > part.clientWidth + 1)
      })
      .map((part) => `${part.tagName} ${part.textContent}`)
  })

async function expectNothingCut(page: Page): Promise<void> {
  for (const bar of ['banner', 'contentinfo'] as const)
    await expect.poll(async () => await cutIn(page.getByRole(bar))).toEqual([])
  for (const part of ['banner', 'contentinfo', 'main'] as const)
    await expect(page.getByRole(part)).toBeInViewport({ ratio: 1 })
}

test.use({ viewport: { width: 1024, height: 700 } })

test('on a small screen nothing of the bars is cut, whatever they have to say', async ({
  page,
  otherPage,
  server,
  open,
}) => {
  const board = await server.createBoard(BOARD)
  const view = await open(page, board)
  await open(otherPage, board)
  await expect(view.node('amf')).toHaveAttribute('data-exposure', 'taken')
  await expectNothingCut(page)
  await expect(page.getByRole('button', { name: 'Search', exact: true })).toBeVisible()
  await expect(page.getByRole('button', { name: 'Share' })).toBeVisible()

  await page.getByRole('tab', { name: /^What-if/ }).click()
  await page.getByRole('switch', { name: 'In force: Repeatable builds' }).click()
  await expect(page.getByRole('contentinfo')).toContainText('0 → 1 of 1 risk instance covered')
  await expectNothingCut(page)
  const drawer = page.getByRole('region', { name: 'Tables' })
  for (const part of ['What would change', 'Suggested plan']) {
    const box = await drawer.getByRole('region', { name: part }).boundingBox()
    const frame = await drawer.boundingBox()
    expect((box?.x ?? 0) + (box?.width ?? Infinity)).toBeLessThanOrEqual(
      (frame?.x ?? 0) + (frame?.width ?? 0),
    )
  }

  for (const worker of page.workers())
    await worker.evaluate(() => {
      setTimeout(() => {
        throw new Error('Out of memory')
      })
    })
  await expect(page.getByRole('contentinfo')).toContainText('The analysis failed')
  await expectNothingCut(page)
})

test('with all panels open on a small screen the tables keep one row of tabs, and nothing lies over the drawing and its tools', async ({
  page,
  server,
  open,
}) => {
  const view = await open(page, await server.createBoard(largeModel(50)))
  for (const part of ['Palette and outline', 'Inspector', 'Tables'])
    await expect(page.getByLabel(part, { exact: true }).first()).toBeVisible()
  const tabs = page.getByRole('region', { name: 'Tables' }).getByRole('tab')
  const tops = await tabs.evaluateAll((each) => each.map((tab) => tab.getBoundingClientRect().top))
  expect(new Set(tops).size).toBe(1)
  for (const tab of await tabs.all()) {
    await tab.scrollIntoViewIfNeeded()
    await expect(tab).toBeInViewport({ ratio: 0.9 })
  }
  // Those for which the strip has no room stand in a menu, too, by group and with the whole of it in view.
  const all = page.getByRole('button', { name: 'All tables' })
  await all.click()
  const reviews = page.getByRole('menu').getByRole('group', { name: 'Review' })
  await expect(page.getByRole('menu')).toBeInViewport({ ratio: 1 })
  await reviews.getByRole('menuitem', { name: 'Concentration' }).click()
  await expect(page.getByRole('tab', { name: 'Concentration' })).toHaveAttribute('aria-selected', 'true')
  await expect(page.getByRole('tab', { name: 'Concentration' })).toBeInViewport({ ratio: 0.9 })
  await expect(all).toBeFocused()

  const drawing = await page.locator('.react-flow').boundingBox()
  const prompt = await page.getByRole('region', { name: 'Your name' }).boundingBox()
  expect(prompt?.y).toBeGreaterThanOrEqual((drawing?.y ?? Infinity) + (drawing?.height ?? Infinity) - 1)
  await view.press('Control+0')
  const tools = page.getByRole('toolbar', { name: 'Canvas tools' })
  for (const tool of await tools.getByRole('button').all()) await tool.click({ trial: true })

  // With more room the small map of the whole is back, beside the tools.
  const map = page.locator('[data-canvas-ui][aria-hidden] > canvas')
  await expect(map).toHaveCount(0)
  await view.press('Control+b')
  await expect(map).toBeVisible()
  for (const tool of await tools.getByRole('button').all()) await tool.click({ trial: true })
})

test('on a small screen it still says what is only on this device', async ({ page, server, open }) => {
  let isDown = false
  let cut = () => Promise.resolve()
  await page.routeWebSocket(/\/sync\//, async (socket) => {
    if (isDown) return await socket.close()
    socket.connectToServer()
    cut = async () => await socket.close()
  })
  const view = await open(page, await server.createBoard(BOARD))
  isDown = true
  await cut()
  await view.rename('amf', 'AMF renamed')
  await expect(view.saveState).toHaveText(/Offline – \d+ changes? kept on this device/)
  await expect(page.getByRole('button', { name: 'Try now' })).toBeVisible()
  await expectNothingCut(page)
})
