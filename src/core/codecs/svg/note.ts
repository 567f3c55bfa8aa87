import type { Box } from '../../layout/geometry.ts'
import type { Note } from '../../model/records.ts'
import { mixed } from '../../paint/palette.ts'
import { element, recordId, textAt, titled } from './markup.ts'
import type { Sheet } from './sheet.ts'
import { type Block, fitted } from './wrap.ts'

const PADDING = { left: 13, right: 11, top: 9, bottom: 9 }
/** Smaller than this it is not made; its box grows instead. */
const LEAST = 0.5

/** A note as the canvas draws it, with all of its text. */
export function drawNote(sheet: Sheet, { id, text }: Note, { at: [x, y], size }: Box): string {
  const { palette } = sheet
  const { left, right, top, bottom } = PADDING
  const block = { size: 12.5, weight: 'regular', leading: 1.45, ink: palette.text } as const
  const blocks: readonly Block[] = linesOf(text).map((line) => ({ ...block, text: line }))
  const room = Math.max(8, size[0] - left - right)
  const { lines, height } = fitted([blocks], room, size[1] - top - bottom, LEAST)
  const tall = Math.max(size[1], height + top + bottom)
  sheet.reach(x, y, size[0], tall)
  const box = element('rect', {
    x: x + 0.5,
    y: y + 0.5,
    width: size[0] - 1,
    height: tall - 1,
    rx: 5,
    fill: palette.surface,
    stroke: palette.line,
  })
  const bar = element('rect', {
    x,
    y,
    width: 3,
    height: tall,
    rx: 1.5,
    fill: mixed(palette['text-muted'], 0.55, palette.surface),
  })
  const drawn = lines.map((line) => textAt(x + left, y + top + line.top, line, line.ink)).join('')
  return element('g', { id: recordId(id) }, titled(text === '' ? 'Empty note' : text) + box + bar + drawn)
}

/** Lines as they were typed: spaces count, and empty lines have their height. */
const linesOf = (text: string): readonly string[] =>
  text === ''
    ? []
    : text.split(/\r\n|[\n\r]/).map(
        (line) =>
          line
            .trimEnd()
            .replaceAll('\t', '    ')
            .replace(/ (?= )|^ /g, '\u00a0') || '\u00a0',
      )
