import { expect, test } from 'vitest'
import { largestScale, PNG_LIMITS, renderPng, scaleProblem } from './png.ts'
import { FONTS, WASM } from './testing/tools.ts'

const TOOLS = { wasm: WASM, fonts: FONTS }
const picture = (inside: string, width = 60, height = 30) => ({
  svg: `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}" font-family="Roboto, sans-serif">${inside}</svg>`,
  width,
  height,
})
const render = async (inside: string, scale = 1) => {
  const png = await renderPng(picture(inside), scale, TOOLS)
  if (!png.ok) throw new Error(png.problems[0]?.message)
  return png.value
}
/** Width and height in the header of a PNG. */
const sizeOf = (png: Uint8Array) => {
  const view = new DataView(png.buffer, png.byteOffset)
  return [view.getUint32(16), view.getUint32(20)]
}

test('[EX5] a picture comes out at any scale, the same each time', async () => {
  const box = '<rect width="60" height="30" fill="#336699"/>'
  const png = await render(box, 2.5)
  expect([...png.slice(0, 8)]).toEqual([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a])
  expect(sizeOf(png)).toEqual([150, 75])
  expect(sizeOf(await render(box, 0.5))).toEqual([30, 15])
  expect(await render(box, 2.5)).toEqual(png)
})

test('text is set in the fonts that are brought, in both weights', async () => {
  const text = (weight: number) =>
    render(`<text x="2" y="20" font-size="14" font-weight="${weight}">Name</text>`, 2)
  const [empty, regular, medium] = [await render('', 2), await text(400), await text(600)]
  expect(regular).not.toEqual(empty)
  expect(medium).not.toEqual(regular)
})

test('what is too large is refused before it is drawn, with a scale that fits', async () => {
  const sizes = [
    [25_000, 15_000],
    [2_000, 1_000],
    [20_000_000, 3_000],
    [20_000_000, 20_000_000],
    [1, 1],
  ] as const
  for (const [width, height] of sizes) {
    const most = largestScale({ width, height })
    expect(most).toBeGreaterThan(0)
    expect(scaleProblem({ width, height }, most)).toBeNull()
    expect(scaleProblem({ width, height }, most * 1.2)).toMatchObject({ code: 'too-large', at: 'scale' })
  }
  const refusal = await renderPng(picture('', 25_000, 15_000), 2, TOOLS)
  expect(refusal).toMatchObject({ ok: false })
  if (!refusal.ok) expect(refusal.problems[0]?.message).toContain('0.81 or less fits')
  expect(PNG_LIMITS.pixels).toBeGreaterThan(16_000 * 15_000)
})

test('a scale that is none is refused', async () => {
  for (const scale of [0, -1, Number.NaN, Infinity, 0.0001])
    expect(await renderPng(picture(''), scale, TOOLS)).toMatchObject({
      ok: false,
      problems: [{ code: 'wrong-value', at: 'scale' }],
    })
})
