import { expect, test } from 'vitest'
import { type Canvas2D, TRAIL_MS, Trails } from './trails.ts'

/** Counts what is drawn. */
function drawing() {
  const drawn = { lines: 0, dots: 0, alphas: [] as number[] }
  const context = {
    setTransform: () => undefined,
    clearRect: () => Object.assign(drawn, { lines: 0, dots: 0, alphas: [] }),
    beginPath: () => undefined,
    moveTo: () => undefined,
    lineTo: () => undefined,
    arc: () => undefined,
    quadraticCurveTo: () => drawn.alphas.push(context.globalAlpha),
    fill: () => drawn.dots++,
    stroke: () => drawn.lines++,
    globalAlpha: 1,
  } as unknown as Canvas2D
  return { context, drawn }
}
const VIEW = { x: 0, y: 0, zoom: 1 }
const draw = (trails: Trails, context: Canvas2D, time: number, still = false) =>
  trails.draw(context, VIEW, [800, 600], 1, time, still)

test('a trail fades within a second, the newest of it last, and the dot stays while the laser is on', () => {
  const { context, drawn } = drawing()
  const trails = new Trails()
  for (let at = 0; at < 10; at++) trails.point(1, '#000000', [at * 10, 0], at * 40)
  expect(draw(trails, context, 360)).toBe(true)
  expect(drawn).toMatchObject({ lines: 9, dots: 2 })
  expect(drawn.alphas).toEqual([...drawn.alphas].sort((a, b) => a - b))
  expect(draw(trails, context, 360 + TRAIL_MS)).toBe(false)
  expect(drawn).toMatchObject({ lines: 0, dots: 2 })
  trails.point(1, '#000000', null, 1400)
  draw(trails, context, 1400)
  expect(drawn).toMatchObject({ lines: 0, dots: 0 })
})

test('with less motion there is a dot and nothing to fade', () => {
  const { context, drawn } = drawing()
  const trails = new Trails()
  for (let at = 0; at < 10; at++) trails.point(1, '#000000', [at * 10, 0], at)
  expect(draw(trails, context, 10, true)).toBe(false)
  expect(drawn).toMatchObject({ lines: 0, dots: 2 })
})

test('a laser that was never on leaves nothing', () => {
  const { context, drawn } = drawing()
  const trails = new Trails()
  trails.point(1, '#000000', null, 0)
  expect(draw(trails, context, 10)).toBe(false)
  expect(drawn).toMatchObject({ lines: 0, dots: 0 })
})
