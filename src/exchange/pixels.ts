import type { Picture } from '../core/codecs/svg/picture.ts'
import { type Encode, PNG_LIMITS, renderPng } from './png.ts'
import { ExportError, type ExportTools } from './tools.ts'

/** A picture as PNG, `scale` pixels to a unit; rejects with an `ExportError` where that is too large here. */
export async function pixels(
  picture: Pick<Picture, 'svg' | 'width' | 'height'>,
  scale: number,
  { wasm, fonts, mostPixels = PNG_LIMITS.pixels }: ExportTools,
  encode?: Encode,
): Promise<Uint8Array> {
  const limits = { ...PNG_LIMITS, pixels: Math.min(mostPixels, PNG_LIMITS.pixels) }
  const png = await renderPng(picture, scale, { wasm: await wasm(), fonts: await fonts() }, limits, encode)
  if (!png.ok) {
    const [problem] = png.problems
    throw new ExportError(png.problems.map(({ at, message }) => `The ${at} ${message}.`).join(' '), problem)
  }
  return png.value
}
