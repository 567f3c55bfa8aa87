import type { Picture } from '../core/codecs/svg/picture.ts'
import { type Parsed, type Problem, refused } from '../core/model/problem.ts'
import { FONT_FAMILY, type FontFiles } from './fonts.ts'
import type { Pixels } from './opaque-png.ts'

/**
 * What a picture may come to. Drawing takes about 8 bytes a pixel, and the memory of WebAssembly ends at 4 GB; of pictures with
 * longer sides few programs show anything.
 */
export const PNG_LIMITS = { pixels: 250_000_000, side: 65_000 } as const

export type Encode = (image: Pixels & Readonly<{ asPng: () => Uint8Array }>) => Uint8Array

type Limits = Readonly<Record<keyof typeof PNG_LIMITS, number>>

/** The renderer's code (`@resvg/resvg-wasm/index_bg.wasm`) and the fonts, which each caller brings in its own way. */
export type PngTools = Readonly<{ wasm: BufferSource | WebAssembly.Module; fonts: FontFiles }>

let started: Promise<void> | null = null

/**
 * Draws a picture as PNG, `scale` pixels to a canvas unit. Refused before anything is drawn where it would go beyond the
 * limits, with the scale that would not. Holds its thread, and what memory it once took it keeps: on a server or a page it
 * belongs in a thread of its own. The same picture gives the same bytes.
 */
export async function renderPng(
  picture: Pick<Picture, 'svg' | 'width' | 'height'>,
  scale: number,
  { wasm, fonts }: PngTools,
  limits: Limits = PNG_LIMITS,
  encode: Encode = (image) => image.asPng(),
): Promise<Parsed<Uint8Array>> {
  const problem = scaleProblem(picture, scale, limits)
  if (problem !== null) return refused(problem)
  // Only here: the command line tool is one file, which works without it until somebody asks for pixels.
  const { initWasm, Resvg } = await import('@resvg/resvg-wasm')
  started ??= initWasm(wasm)
  try {
    await started
  } catch (error) {
    started = null
    throw error
  }
  const resvg = new Resvg(picture.svg, {
    fitTo: { mode: 'zoom', value: scale },
    font: {
      fontBuffers: [fonts.regular, fonts.medium],
      defaultFontFamily: FONT_FAMILY,
      sansSerifFamily: FONT_FAMILY,
    },
  })
  try {
    const image = resvg.render()
    try {
      return { ok: true, value: encode(image) }
    } finally {
      image.free()
    }
  } finally {
    resvg.free()
  }
}

/** What keeps a picture from being drawn at that scale; null where nothing does. */
export function scaleProblem(
  { width, height }: Pick<Picture, 'width' | 'height'>,
  scale: number,
  limits: Limits = PNG_LIMITS,
): Problem | null {
  if (!(scale > 0) || !Number.isFinite(scale))
    return { code: 'wrong-value', at: 'scale', message: 'must be a number above 0' }
  if (Math.min(width, height) * scale < 1)
    return { code: 'wrong-value', at: 'scale', message: 'gives a picture without a single pixel' }
  const [wide, high] = [Math.ceil(width * scale), Math.ceil(height * scale)]
  if (wide <= limits.side && high <= limits.side && wide * high <= limits.pixels) return null
  const most = largestScale({ width, height }, limits)
  return {
    code: 'too-large',
    at: 'scale',
    message: `gives a picture of ${wide} × ${high} pixels, which is too large; ${most} or less fits`,
  }
}

/** The largest scale, down to a hundredth, or a ten-thousandth of very large boards, at which a picture can be drawn. */
export function largestScale(
  { width, height }: Pick<Picture, 'width' | 'height'>,
  limits: Limits = PNG_LIMITS,
): number {
  // Sides are rounded up to whole pixels, so one less is aimed at.
  const bySide = (limits.side - 1) / Math.max(width, height)
  const byPixels = (Math.sqrt(limits.pixels) - 1) / Math.sqrt(width * height)
  const most = Math.min(bySide, byPixels)
  const unit = most >= 0.1 ? 100 : 10_000
  return Math.floor(most * unit) / unit
}
