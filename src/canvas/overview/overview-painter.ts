import type { View } from '../../core/layout/viewing.ts'
import type { Point } from '../../core/model/records.ts'
import { fitCanvas } from '../fit-canvas.ts'
import { inSlices, oneSlice } from '../in-slices.ts'
import type { Scene } from '../scene/scene.ts'
import type { Colours } from './colours.ts'
import { paintBoard } from './paint-board.ts'

/** How much more than the screen is painted on each side, as a share of it: as far as a pan goes without painting anew. */
const MARGIN = 0.25

/** What is to be seen, and from where. */
export type Shown = Readonly<{ scene: Scene; selected: ReadonlySet<string>; colours: Colours }>
/** `density`: device pixels to a pixel. */
export type Look = Readonly<{ view: View; screen: Point; density: number }>
type Painting = Shown & Look & Readonly<{ on: HTMLCanvasElement }>

/**
 * Shows a board on `canvas` at most once a frame, and paints it only on a change, a slice at a time: until the new painting is
 * there, the last one is moved and scaled to where it belongs. One that is begun is finished, or a long pan or drag would
 * never show anything new.
 */
export class OverviewPainter {
  readonly #canvas: HTMLCanvasElement
  readonly #look: () => Look
  readonly #hidden = [document.createElement('canvas'), document.createElement('canvas')] as const
  #shown: Shown | null = null
  #last: Painting | null = null
  #begun: Painting | null = null
  #stopPainting = () => undefined as void
  #frame = 0

  constructor(canvas: HTMLCanvasElement, look: () => Look) {
    this.#canvas = canvas
    this.#look = look
  }

  show(shown: Shown): void {
    this.#shown = shown
    this.ask()
  }

  /** Not at once: an edit and what the analysis answers come within one frame, and whoever typed waits for neither. */
  ask(): void {
    if (this.#frame === 0) this.#frame = requestAnimationFrame(() => this.#draw())
  }

  stop(): void {
    cancelAnimationFrame(this.#frame)
    this.#stopPainting()
  }

  #draw(): void {
    this.#frame = 0
    const look = this.#look()
    const isPainting = this.#begun !== this.#last
    if (!isPainting && this.#shown !== null && !isOf(this.#last, this.#shown, look))
      this.#paint(this.#shown, look)
    const context = this.#canvas.getContext('2d')
    if (context === null) return
    const { density } = look
    fitCanvas(this.#canvas, look.screen[0] * density, look.screen[1] * density)
    context.clearRect(0, 0, this.#canvas.width, this.#canvas.height)
    if (this.#last !== null) copy(context, this.#last, look)
  }

  /** What is painted is larger than the screen, so that most frames of a pan only copy a part of it. */
  #paint(shown: Shown, look: Look): void {
    const on = this.#last?.on === this.#hidden[0] ? this.#hidden[1] : this.#hidden[0]
    const context = on.getContext('2d')
    if (context === null) return
    const { density } = look
    const [wide, high] = look.screen
    const size: Point = [wide * (1 + 2 * MARGIN), high * (1 + 2 * MARGIN)]
    fitCanvas(on, size[0] * density, size[1] * density)
    const view = { ...look.view, x: look.view.x + wide * MARGIN, y: look.view.y + high * MARGIN }
    const work = paintBoard(context, shown.scene, view, size, density, shown.colours, shown.selected)
    const goOn = (hasTime: () => boolean) => {
      do if (work.next().done === true) return true
      while (hasTime())
      return false
    }
    const painting = { ...shown, ...look, on }
    this.#begun = painting
    const done = () => {
      this.#last = painting
    }
    if (oneSlice(goOn)) done()
    else
      this.#stopPainting = inSlices(goOn, () => {
        done()
        this.ask()
      })
  }
}

/** Copies a painting to where what it shows stands in `view`. */
function copy(context: CanvasRenderingContext2D, painting: Painting, { view, density }: Look): void {
  const { on, view: from, screen } = painting
  const scale = view.zoom / from.zoom
  const left = (view.x - (from.x + screen[0] * MARGIN) * scale) * density
  const top = (view.y - (from.y + screen[1] * MARGIN) * scale) * density
  const size = (scale * density) / painting.density
  context.drawImage(on, Math.round(left), Math.round(top), on.width * size, on.height * size)
}

/** Whether a painting shows this, and enough of it. */
const isOf = (painting: Painting | null, shown: Shown, { view, screen, density }: Look): boolean =>
  painting !== null &&
  painting.scene === shown.scene &&
  painting.selected === shown.selected &&
  painting.colours === shown.colours &&
  painting.view.zoom === view.zoom &&
  painting.density === density &&
  painting.screen[0] === screen[0] &&
  painting.screen[1] === screen[1] &&
  Math.abs(view.x - painting.view.x) <= screen[0] * MARGIN &&
  Math.abs(view.y - painting.view.y) <= screen[1] * MARGIN
