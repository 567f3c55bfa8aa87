import { columnWidths } from '../core/codecs/report/column-widths.ts'
import type { Table } from '../core/codecs/report/document.ts'
import { printable } from '../core/codecs/printable.ts'
import { escapeXml } from '../core/codecs/xml.ts'

/** Of letters, and the margins beside them, in twentieths of a point. */
const SIZE = 150
const SIDES = 100

/** Styles that the document has to have. */
export const CELL_STYLE = 'Cell'
export const NUMBER_STYLE = 'NumberCell'
export const HEAD_STYLE = 'HeadCell'
export const NUMBER_HEAD_STYLE = 'NumberHeadCell'

/**
 * A table as WordprocessingML, `width` in twentieths of a point; its first row is repeated on each page. Written as text: an
 * object for every part of every cell would take minutes and gigabytes for the registers of a large network.
 */
export function tableXml(table: Table, width: number): string {
  const { columns, rows } = table
  const room = Math.max(0, width - SIDES * columns.length)
  const widths = columnWidths(table, room, SIZE).map((each) => Math.floor(each + SIDES))
  const styles = columns.map(({ kind }) => (kind === 'number' ? NUMBER_STYLE : CELL_STYLE))
  const grid = widths.map((each) => `<w:gridCol w:w="${each}"/>`).join('')
  const head = columns
    .map(({ title, kind }) => cellXml(kind === 'number' ? NUMBER_HEAD_STYLE : HEAD_STYLE, title))
    .join('')
  const body = rows.map(
    (row) =>
      `<w:tr><w:trPr><w:cantSplit/></w:trPr>${row
        .map((cell, at) => cellXml(styles[at] ?? CELL_STYLE, cell === null ? '' : String(cell)))
        .join('')}</w:tr>`,
  )
  return `<w:tbl><w:tblPr><w:tblW w:w="${width}" w:type="dxa"/><w:tblBorders>${BORDERS}</w:tblBorders><w:tblLayout w:type="fixed"/>${MARGINS}</w:tblPr><w:tblGrid>${grid}</w:tblGrid><w:tr><w:trPr><w:cantSplit/><w:tblHeader/></w:trPr>${head}</w:tr>${body.join('')}</w:tbl>`
}

const border = (where: string) => `<w:${where} w:val="single" w:sz="4" w:space="0" w:color="C8D0D6"/>`
const BORDERS = ['top', 'bottom', 'insideH'].map(border).join('')
const MARGINS =
  '<w:tblCellMar><w:top w:w="30" w:type="dxa"/><w:left w:w="50" w:type="dxa"/><w:bottom w:w="30" w:type="dxa"/><w:right w:w="50" w:type="dxa"/></w:tblCellMar>'

function cellXml(style: string, text: string): string {
  const runs = printable(text)
    .split('\n')
    .map((line) => `<w:t xml:space="preserve">${escapeXml(line)}</w:t>`)
    .join('<w:br/>')
  return `<w:tc><w:p><w:pPr><w:pStyle w:val="${style}"/></w:pPr>${text === '' ? '' : `<w:r>${runs}</w:r>`}</w:p></w:tc>`
}
