import type { Problem } from '../core/model/problem.ts'
import type { FontFiles } from './fonts.ts'

/** What is too large to be had before somebody needs it, and each place of use brings in its own way. */
export type ExportTools = Readonly<{
  fonts: () => Promise<FontFiles>
  /** The code of the renderer of pixels, `@resvg/resvg-wasm/index_bg.wasm`. */
  wasm: () => Promise<BufferSource>
  /** Pixels that one picture may have here, where that is fewer than can be drawn at all. */
  mostPixels?: number
}>

/** What cannot be handed out as asked, in words that say what can be done about it. */
export class ExportError extends Error {
  readonly problem: Problem

  /** By default the board is too large for the format. */
  constructor(message: string, { at = 'format', code = 'too-large' }: Partial<Problem> = {}) {
    super(message)
    this.name = 'ExportError'
    this.problem = { code, at, message }
  }
}
