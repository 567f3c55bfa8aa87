import type { Page } from '@playwright/test'
import { median } from './support/median.ts'
import { largeModel } from './support/models.ts'
import { type Board, expect, test } from './support/test.ts'

const RUNS = 5
/**
 * The bars are 2 s and 50 frames a second, and a machine shared with others is as fast as they let it be: so both are held
 * against an empty board in the same run. The build that first met them opened 1,000 components in 1.59 s then, and in 1.79
 * times an empty board's time where this test measured it later: 2 s are 2.25 times. An empty board pans at the 60 frames of
 * the screen, so 50 are five in six. Both pan at 100 %: what is in view decides how much there is to move.
 */
const MOST_TIMES_EMPTY = 2.25
const LEAST_OF_EMPTY = 50 / 60

test('a board of 1,000 components opens and pans as its bars ask, measured against an empty one', async ({
  page,
  server,
  open,
}) => {
  test.setTimeout(180_000)
  const boards = {
    empty: await server.createBoard({ title: 'Empty' }),
    large: await server.createBoard(largeModel(1000)),
  }
  const opened: Record<keyof typeof boards, number[]> = { empty: [], large: [] }
  for (let run = 0; run < RUNS; run++) {
    opened.empty.push(await timeToOpen(page, boards.empty, isMounted))
    opened.large.push(await timeToOpen(page, boards.large, isPainted))
  }
  const pans: Record<keyof typeof boards, number[]> = { empty: [], large: [] }
  for (const name of ['empty', 'large', 'empty', 'large'] as const) {
    const view = await open(page, boards[name])
    await page.locator('.react-flow__pane').click({ position: { x: 20, y: 20 } })
    await view.press('Control+0')
    await expect.poll(async () => await zoomOf(page)).toBe(1)
    for (let run = 0; run < RUNS; run++) pans[name].push(await frameRate(page, run % 2 === 0 ? 1 : -1))
  }

  const ratio = median(opened.large) / median(opened.empty)
  const share = median(pans.large) / median(pans.empty)
  console.info(
    [
      `1,000 components open in ${median(opened.large)} ms (${opened.large.join(', ')}),`,
      `${ratio.toFixed(2)} times an empty board’s ${median(opened.empty)} (${opened.empty.join(', ')});`,
      `pan at ${median(pans.large).toFixed(1)} frames a second (${rates(pans.large)}),`,
      `${share.toFixed(2)} of an empty board’s ${median(pans.empty).toFixed(1)} (${rates(pans.empty)})`,
    ].join(' '),
  )
  expect(ratio).toBeLessThanOrEqual(MOST_TIMES_EMPTY)
  expect(share).toBeGreaterThanOrEqual(LEAST_OF_EMPTY)
})

const rates = (values: readonly number[]): string => values.map((rate) => rate.toFixed(0)).join(', ')

async function timeToOpen(page: Page, board: Board, isThere: () => boolean): Promise<number> {
  await page.goto('about:blank')
  const begun = Date.now()
  await page.goto(board.link())
  await page.waitForFunction(isThere)
  return Date.now() - begun
}

/** In the page: whether a canvas is there. */
function isMounted(): boolean {
  return document.querySelector('section[aria-label="Canvas"] .react-flow__viewport') !== null
}

/** In the page: whether the board is drawn, by the painter of large boards or as elements. */
function isPainted(): boolean {
  const canvas = document.querySelector<HTMLCanvasElement>('section[aria-label="Canvas"] > canvas')
  if (canvas === null) return document.querySelectorAll('.react-flow__node').length > 100
  const row = canvas.getContext('2d')?.getImageData(0, Math.floor(canvas.height / 2), canvas.width, 1).data
  return row?.some((value, index) => index % 4 === 3 && value > 0) ?? false
}

/** Frames a second over one second of panning. */
async function frameRate(page: Page, direction: 1 | -1): Promise<number> {
  const box = await page.locator('.react-flow__pane').boundingBox()
  if (box === null) throw new Error('no canvas')
  await page.mouse.move(box.x + box.width / 2, box.y + box.height / 2)
  const counted = page.evaluate(
    async () =>
      await new Promise<number>((resolve) => {
        const begun = performance.now()
        let count = 0
        const tick = (now: number) => {
          if (now - begun >= 1000) resolve((count * 1000) / (now - begun))
          else {
            count++
            requestAnimationFrame(tick)
          }
        }
        requestAnimationFrame(tick)
      }),
  )
  for (let step = 0; step < 60; step++) await page.mouse.wheel(14 * direction, 9 * direction)
  return await counted
}

async function zoomOf(page: Page): Promise<number> {
  return await page
    .locator('.react-flow__viewport')
    .evaluate((element) => new DOMMatrixReadOnly(getComputedStyle(element).transform).a)
}
