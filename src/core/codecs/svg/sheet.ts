import type { Box } from '../../layout/geometry.ts'
import type { Point } from '../../model/records.ts'
import { type Palette, PALETTES, type Theme } from '../../paint/palette.ts'
import { element, show } from './markup.ts'
import signs from './signs.json' with { type: 'json' }

type Sign = Readonly<{ inside: string; filled?: boolean }>
const GLYPHS: Readonly<Record<string, Sign>> = signs.glyphs
const ICONS: Readonly<Record<string, Sign>> = signs.icons
const SIGN_SIZE = 24

/** What a picture is drawn on: its colours, what is defined once and used many times, and how far it reaches by now. */
export class Sheet {
  readonly palette: Palette
  readonly #theme: Theme
  readonly #definitions = new Map<string, string>()
  #left = Infinity
  #top = Infinity
  #right = -Infinity
  #bottom = -Infinity

  constructor(theme: Theme) {
    this.#theme = theme
    this.palette = PALETTES[theme]
  }

  /** Something is drawn there. */
  reach(left: number, top: number, width: number, height: number): void {
    this.#left = Math.min(this.#left, left)
    this.#top = Math.min(this.#top, top)
    this.#right = Math.max(this.#right, left + width)
    this.#bottom = Math.max(this.#bottom, top + height)
  }

  /** Around all that is drawn; empty where that is nothing. */
  get bounds(): Box {
    const [left, top] = [this.#left, this.#top]
    return left > this.#right
      ? { at: [0, 0], size: [0, 0] }
      : { at: [left, top], size: [this.#right - left, this.#bottom - top] }
  }

  /**
   * Draws at a place what is defined once under a name. Names tell the theme apart, and a name always stands for the same,
   * so that several pictures may stand in one page.
   */
  use(name: string, define: () => string, [x, y]: Point, stroke?: string): string {
    const id = `rf-${this.#theme}-${name}`
    if (!this.#definitions.has(name)) this.#definitions.set(name, element('g', { id }, define()))
    const place = x === 0 && y === 0 ? '' : ` x="${show(x)}" y="${show(y)}"`
    return `<use xlink:href="#${id}"${place}${stroke === undefined ? '' : ` stroke="${stroke}"`}/>`
  }

  /** The picture of a function family. */
  glyph(family: string, at: Point, size: number, colour: string): string {
    const name = family in GLYPHS ? family : 'custom'
    return this.use(
      `glyph-${name}-${size}`,
      () => drawn(GLYPHS[name] as Sign, size, 1.5, 'inherit'),
      at,
      colour,
    )
  }

  icon(name: string, at: Point, size: number, colour: string): string {
    const sign = ICONS[name]
    if (sign === undefined) return ''
    if (sign.filled === true)
      return this.use(`icon-${name}-${size}-${colour.slice(1)}`, () => drawn(sign, size, 0, colour), at)
    return this.use(`icon-${name}-${size}`, () => drawn(sign, size, 1.6, 'inherit'), at, colour)
  }

  get definitions(): string {
    return this.#definitions.size === 0 ? '' : element('defs', {}, [...this.#definitions.values()].join(''))
  }
}

/** In outline, whose colour `use` says, or filled with `colour`. */
function drawn({ inside, filled }: Sign, size: number, width: number, colour: string): string {
  const look =
    filled === true
      ? { fill: colour, stroke: 'none' }
      : { fill: 'none', 'stroke-width': width, 'stroke-linecap': 'round', 'stroke-linejoin': 'round' }
  return element('g', { ...look, transform: `scale(${size / SIGN_SIZE})` }, inside)
}
