import { largeModel } from './support/models.ts'
import { expect, test } from './support/test.ts'

const RUNS = 5
const MOST_OPEN_MS = 2000
const LEAST_FRAMES = 50

const median = (values: readonly number[]): number =>
  [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)] as number

/** In the page: whether the board is drawn, by the painter of large boards or as elements. */
function isPainted(): boolean {
  const canvas = document.querySelector<HTMLCanvasElement>('section[aria-label="Canvas"] > canvas')
  if (canvas === null) return document.querySelectorAll('.react-flow__node').length > 100
  const row = canvas.getContext('2d')?.getImageData(0, Math.floor(canvas.height / 2), canvas.width, 1).data
  return row?.some((value, index) => index % 4 === 3 && value > 0) ?? false
}

test('a board of 1,000 components opens in 2 s and pans at 50 frames a second', async ({
  page,
  server,
  open,
}) => {
  test.setTimeout(180_000)
  const board = await server.createBoard(largeModel(1000))
  const opened: number[] = []
  for (let run = 0; run < RUNS; run++) {
    await page.goto('about:blank')
    const begun = Date.now()
    await page.goto(board.link())
    await page.waitForFunction(isPainted)
    opened.push(Date.now() - begun)
  }

  const view = await open(page, board)
  const pane = page.locator('.react-flow__pane')
  await pane.click({ position: { x: 20, y: 20 } })
  for (let step = 0; step < 40 && (await zoomOf()) < 0.9; step++) await view.press('Control+=')
  const box = await pane.boundingBox()
  if (box === null) throw new Error('no canvas')
  await page.mouse.move(box.x + box.width / 2, box.y + box.height / 2)
  const frames: number[] = []
  for (let run = 0; run < RUNS; run++) {
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
    const direction = run % 2 === 0 ? 1 : -1
    for (let step = 0; step < 60; step++) await page.mouse.wheel(14 * direction, 9 * direction)
    frames.push(await counted)
  }
  console.info(
    `1,000 components: opens in ${median(opened)} ms (median of ${RUNS}: ${opened.join(', ')}), pans at ${median(frames).toFixed(1)} frames a second (${frames.map((rate) => rate.toFixed(1)).join(', ')})`,
  )
  expect(median(opened)).toBeLessThanOrEqual(MOST_OPEN_MS)
  expect(median(frames)).toBeGreaterThanOrEqual(LEAST_FRAMES)

  async function zoomOf(): Promise<number> {
    return await page
      .locator('.react-flow__viewport')
      .evaluate((element) => new DOMMatrixReadOnly(getComputedStyle(element).transform).a)
  }
})
