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

/** Words with what they end on; scripts without spaces may break after any sign. */
const WORDS =
  /\s+|[\u2e80-\u9fff\uac00-\ud7af\uff00-\uffef]|[^\s\u2e80-\u9fff\uac00-\ud7af\uff00-\uffef]+?(?:[-/_]+|(?=[\s\u2e80-\u9fff\uac00-\ud7af\uff00-\uffef]|$))/g
/** A sign with the accents on it. */
const SIGNS = /\P{M}\p{M}*/gu

/** White space as it is shown on one line. */
export const onOneLine = (text: string): string => text.replace(/\s+/g, ' ').trim()

/**
 * The lines of a text in a room of that width. Null where they are more than `most`, or a word is too wide for a line and may
 * not be broken.
 */
export function wrapped(
  text: string,
  { size, weight }: Pick<Block, 'size' | 'weight'>,
  room: number,
  breaks: boolean,
  most = Infinity,
): readonly string[] | null {
  if (widthOf(text, size, weight) <= room) return text === '' ? [] : [text]
  const fits = (line: string) => widthOf(line.trimEnd(), size, weight) <= room
  const lines: string[] = []
  let line = ''
  const push = (next: string) => {
    lines.push(line.trimEnd())
    line = next
  }
  for (const word of text.match(WORDS) ?? []) {
    if (lines.length > most) return null
    if (fits(line + word)) line += word
    else if (fits(word)) push(word.trimStart())
    else if (!breaks) return null
    else
      for (const sign of word.match(SIGNS) ?? [])
        if (line === '' || fits(line + sign)) line += sign
        else push(sign)
  }
  push('')
  return lines.filter((each) => each !== '')
}

/** Blocks one below the other at a share of their size; null where they do not fit. */
export function stacked(
  blocks: readonly Block[],
  room: number,
  most: number,
  scale: number,
  breaks: boolean,
): Fitted | null {
  const lines: TextLine[] = []
  let [top, widest] = [0, 0]
  for (const { text, size, weight, leading, ink } of blocks) {
    const scaled = { size: size * scale, weight }
    const height = scaled.size * leading
    const texts = wrapped(text, scaled, room, breaks, (most - top) / height)
    if (texts === null) return null
    for (const each of texts) {
      const width = widthOf(each, scaled.size, weight)
      lines.push({ text: each, ...scaled, ink, top, height, width: Math.min(width, room) })
      widest = Math.max(widest, width)
      top += height
    }
    if (top > most) return null
  }
  return { lines, height: top, width: Math.min(widest, room) }
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
  for (const breaks of [false, true]) {
    const end = breaks ? least : Math.max(WHOLE, least)
    for (let scale = 1; scale >= end - 1e-9; scale -= STEP)
      for (const blocks of arrangements) {
        const found = stacked(blocks, room, most, scale, breaks)
        if (found !== null) return found
      }
  }
  return stacked(arrangements.at(-1) ?? [], room, Infinity, least, true) ?? { lines: [], height: 0, width: 0 }
}
