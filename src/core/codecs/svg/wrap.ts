import { type Weight, widthOf } from './measure.ts'

/** Text that is set in one way; `leading` is the height of a line in sizes. `ink` is what the caller knows its colour by. */
export type Block = Readonly<{ text: string; size: number; weight: Weight; leading: number; ink: string }>

/** A line of a block: its size and width, and where its upper edge is below that of the whole. */
export type TextLine = Readonly<{
  text: string
  size: number
  weight: Weight
  ink: string
  top: number
  height: number
  width: number
}>

export type Fitted = Readonly<{ lines: readonly TextLine[]; height: number; width: number }>

/** White space at which a line may end; a no-break space is none. */
const SPACE = String.raw`[^\S\u00a0]`
/** Scripts that are written without spaces. */
const ALONE = String.raw`\u2e80-\u9fff\uac00-\ud7af\uff00-\uffef`
/** Spaces, words with the hyphen that they end on, and signs after each of which a line may end. */
const WORDS = new RegExp(
  String.raw`${SPACE}+|[${ALONE}]|(?:(?!${SPACE})[^${ALONE}])+?(?:[-/_]+|(?=${SPACE}|[${ALONE}]|$))`,
  'g',
)
const IS_SPACE = new RegExp(`^${SPACE}`)
const SPACE_AT_END = new RegExp(`${SPACE}+$`)
/** A sign with the accents on it; accents on nothing. */
const SIGNS = /\P{M}\p{M}*|\p{M}+/gu

/** White space as it is shown on one line. */
export const onOneLine = (text: string): string => text.replace(/\s+/g, ' ').trim()

/** A word or the space between two, with its width in sizes. */
type Word = Readonly<{ text: string; width: number; isSpace: boolean }>

type Words = Readonly<{ words: readonly Word[]; total: number; widest: number }>

/** A text that is measured once, for all the sizes that are tried. Most fit on one line, and are never split. */
type Measured = Readonly<{ text: string; weight: Weight; width: number; split: () => Words }>

export function measure(text: string, weight: Weight): Measured {
  let words: Words | null = null
  return { text, weight, width: widthOf(text, 1, weight), split: () => (words ??= split(text, weight)) }
}

function split(text: string, weight: Weight): Words {
  let [total, widest] = [0, 0]
  const words = (text.match(WORDS) ?? []).map((word): Word => {
    const width = widthOf(word, 1, weight)
    const isSpace = IS_SPACE.test(word)
    if (!isSpace) {
      total += width
      widest = Math.max(widest, width)
    }
    return { text: word, width, isSpace }
  })
  return { words, total, widest }
}

/**
 * The lines of a text in a room of that width. Null where they are more than `most`, or a word is too wide for a line and may
 * not be broken.
 */
export function wrapped(
  { text: whole, weight, width: length, split }: Measured,
  size: number,
  room: number,
  breaks: boolean,
  most = Infinity,
): readonly string[] | null {
  const wide = room / size
  if (length <= wide) return whole === '' ? [] : most < 1 ? null : [whole.replace(SPACE_AT_END, '')]
  const { words, total, widest } = split()
  if (total / wide > most || (!breaks && widest > wide)) return null
  const lines: string[] = []
  let [line, taken] = ['', 0]
  const push = () => {
    const full = line.replace(SPACE_AT_END, '')
    if (full !== '') lines.push(full)
    line = ''
    taken = 0
  }
  const add = (text: string, width: number) => {
    if (taken + width > wide && taken > 0) push()
    line += text
    taken += width
  }
  for (const { text, width, isSpace } of words) {
    if (lines.length > most) return null
    if (isSpace) {
      // At the end of a line it takes no room, and none begins with it.
      if (line !== '') {
        line += text
        taken += width
      }
    } else if (width <= wide) add(text, width)
    else for (const sign of text.match(SIGNS) ?? []) add(sign, widthOf(sign, 1, weight))
  }
  push()
  return lines.length > most ? null : lines
}

type Measure = Readonly<{ block: Block; measured: Measured }>

/** Blocks one below the other at a share of their size; null where they do not fit. */
function stacked(
  blocks: readonly Measure[],
  room: number,
  most: number,
  scale: number,
  breaks: boolean,
): Fitted | null {
  const lines: TextLine[] = []
  let [top, widest] = [0, 0]
  for (const { block, measured } of blocks) {
    const { weight, leading, ink } = block
    const size = block.size * scale
    const height = size * leading
    const texts = wrapped(measured, size, room, breaks, (most - top) / height)
    if (texts === null) return null
    for (const text of texts) {
      const width = Math.min(room, widthOf(text, size, weight))
      lines.push({ text, size, weight, ink, top, height, width })
      widest = Math.max(widest, width)
      top += height
    }
  }
  return { lines, height: top, width: widest }
}

/** Words stay whole as long as the text is at least this large. */
const WHOLE = 0.8
const STEP = 0.05
const LEAST = 0.05

/**
 * The first of these arrangements that fits, as large as it can be: rather smaller than with broken words, up to a point. What
 * fits at no size is as small as it gets, and taller than `most`.
 */
export function fitted(
  arrangements: readonly (readonly Block[])[],
  room: number,
  most: number,
  least = LEAST,
): Fitted {
  const measured = arrangements.map((blocks) =>
    blocks.map((block) => ({ block, measured: measure(block.text, block.weight) })),
  )
  for (const breaks of [false, true]) {
    const end = breaks ? least : Math.max(WHOLE, least)
    for (let scale = 1; scale >= end - 1e-9; scale -= STEP)
      for (const blocks of measured) {
        const found = stacked(blocks, room, most, scale, breaks)
        if (found !== null) return found
      }
  }
  return stacked(measured.at(-1) ?? [], room, Infinity, least, true) ?? { lines: [], height: 0, width: 0 }
}
