import { columnWidths } from '../core/codecs/report/column-widths.ts'
import type { Table } from '../core/codecs/report/document.ts'
import { inRoboto } from './roboto-text.ts'
import { figure } from '../core/codecs/report/words.ts'
import type { PdfContent } from './pdf.ts'

/** Points. */
const SIZE = 7.5
const PADDING = 3

/** Where only the first rows of a table are printed: how many, and the attached file that has them all. */
export type Rest = Readonly<{ printed: number; file: string }>

/** A table `width` points wide whose head is repeated on each page. */
export function tableContent(table: Table, width: number, rest: Rest | null): PdfContent[] {
  const { caption, columns, rows } = table
  const room = width - 2 * PADDING * columns.length
  const aligned = columns.map(({ kind }) => (kind === 'number' ? { alignment: 'right' } : {}))
  const head = columns.map(({ title }, at) => ({
    text: inRoboto(title),
    bold: true,
    fillColor: '#eef1f3',
    ...aligned[at],
  }))
  const body = rows
    .slice(0, rest?.printed ?? rows.length)
    .map((row) =>
      row.map((cell, at) => ({ text: cell === null ? '' : inRoboto(String(cell)), ...aligned[at] })),
    )
  return [
    { text: inRoboto(caption), style: 'caption' },
    ...(rest === null ? [] : [{ text: leftOut(rows.length, rest), style: 'quiet', fontSize: 9 }]),
    {
      table: {
        headerRows: 1,
        keepWithHeaderRows: 1,
        dontBreakRows: true,
        widths: columnWidths(table, room, SIZE),
        body: [head, ...body],
      },
      layout: LAYOUT,
      fontSize: SIZE,
      margin: [0, 0, 0, 10],
    },
  ]
}

const leftOut = (rows: number, { printed, file }: Rest): string =>
  `The first ${figure(printed)} of ${figure(rows)} rows are printed. All of them are in ${file}, which is attached to this PDF.`

const LAYOUT = {
  hLineWidth: () => 0.5,
  hLineColor: () => '#c8d0d6',
  vLineWidth: () => 0,
  paddingLeft: () => PADDING,
  paddingRight: () => PADDING,
  paddingTop: () => 1.5,
  paddingBottom: () => 1.5,
}
