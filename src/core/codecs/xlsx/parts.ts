import type { Cell, Register } from '../registers/register.ts'
import { escapeXml } from '../xml.ts'

/** The parts of a workbook (ECMA-376, SpreadsheetML), as text by their names in the archive. */

const XML = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main'
const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
const PACKAGE = 'http://schemas.openxmlformats.org/package/2006'
const TYPE = 'application/vnd.openxmlformats-officedocument.spreadsheetml'

/** What Excel takes at most: rows of a sheet, characters of a cell. */
const MOST_ROWS = 1_048_576
const MOST_CHARACTERS = 32_767

export function partsOf(registers: readonly Register[]): ReadonlyMap<string, string> {
  const sheets = registers.map((register, nth) => ({ register, nth: nth + 1 }))
  return new Map([
    ['[Content_Types].xml', contentTypes(sheets.map(({ nth }) => nth))],
    ['_rels/.rels', relations([{ id: 'rId1', type: 'officeDocument', target: 'xl/workbook.xml' }])],
    ['xl/workbook.xml', workbook(registers)],
    [
      'xl/_rels/workbook.xml.rels',
      relations([
        ...sheets.map(({ nth }) => ({
          id: `rId${nth}`,
          type: 'worksheet',
          target: `worksheets/sheet${nth}.xml`,
        })),
        { id: `rId${sheets.length + 1}`, type: 'styles', target: 'styles.xml' },
      ]),
    ],
    ['xl/styles.xml', STYLES],
    ...sheets.map(({ register, nth }) => [`xl/worksheets/sheet${nth}.xml`, sheet(register)] as const),
  ])
}

function contentTypes(sheets: readonly number[]): string {
  const parts = [
    ['/xl/workbook.xml', `${TYPE}.sheet.main+xml`],
    ['/xl/styles.xml', `${TYPE}.styles+xml`],
    ...sheets.map((nth) => [`/xl/worksheets/sheet${nth}.xml`, `${TYPE}.worksheet+xml`] as const),
  ] as const
  const overrides = parts.map(([name, type]) => `<Override PartName="${name}" ContentType="${type}"/>`)
  return (
    `${XML}<Types xmlns="${PACKAGE}/content-types">` +
    '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>' +
    `<Default Extension="xml" ContentType="application/xml"/>${overrides.join('')}</Types>`
  )
}

type Relation = Readonly<{ id: string; type: string; target: string }>

const relations = (all: readonly Relation[]): string =>
  `${XML}<Relationships xmlns="${PACKAGE}/relationships">${all
    .map(({ id, type, target }) => `<Relationship Id="${id}" Type="${OFFICE}/${type}" Target="${target}"/>`)
    .join('')}</Relationships>`

const workbook = (registers: readonly Register[]): string =>
  `${XML}<workbook xmlns="${MAIN}" xmlns:r="${OFFICE}"><bookViews><workbookView/></bookViews><sheets>${registers
    .map(({ title }, nth) => `<sheet name="${escapeXml(title)}" sheetId="${nth + 1}" r:id="rId${nth + 1}"/>`)
    .join('')}</sheets></workbook>`

/** Cell formats by their place in the list of the style sheet. */
const PLAIN = 0
const HEAD = 1
const DAY = 2
const TEXT = 3

/** Text has the number format `@`, so that what is typed over it stays text, too. */
const STYLES =
  `${XML}<styleSheet xmlns="${MAIN}">` +
  '<numFmts count="1"><numFmt numFmtId="164" formatCode="yyyy\\-mm\\-dd"/></numFmts>' +
  '<fonts count="2"><font><sz val="11"/><name val="Calibri"/></font><font><b/><sz val="11"/><name val="Calibri"/></font></fonts>' +
  '<fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill></fills>' +
  '<borders count="1"><border><left/><right/><top/><bottom/><diagonal/></border></borders>' +
  '<cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs>' +
  '<cellXfs count="4">' +
  '<xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/>' +
  '<xf numFmtId="0" fontId="1" fillId="0" borderId="0" xfId="0" applyFont="1"/>' +
  '<xf numFmtId="164" fontId="0" fillId="0" borderId="0" xfId="0" applyNumberFormat="1"/>' +
  '<xf numFmtId="49" fontId="0" fillId="0" borderId="0" xfId="0" applyNumberFormat="1"/>' +
  '</cellXfs><cellStyles count="1"><cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles></styleSheet>'

/** The head stands in bold and stays where it is when the rows below it are scrolled. */
function sheet({ columns, rows }: Register): string {
  const widths = columns.map(
    ({ width }, nth) => `<col min="${nth + 1}" max="${nth + 1}" width="${width}" customWidth="1"/>`,
  )
  const head = row(
    columns.map(({ title }, nth) => textCell(addressOf(nth, 1), title, HEAD)),
    1,
  )
  const shown = rows.length < MOST_ROWS ? rows : rows.slice(0, MOST_ROWS - 2)
  const body = shown.map((cells, nth) =>
    row(
      columns.map(({ kind }, column) => cell(addressOf(column, nth + 2), cells[column] ?? null, kind)),
      nth + 2,
    ),
  )
  const left = rows.length - shown.length
  if (left > 0) body.push(row([textCell(`A${MOST_ROWS}`, `… and ${left} more`, TEXT)], MOST_ROWS))
  return (
    `${XML}<worksheet xmlns="${MAIN}"><sheetViews><sheetView workbookViewId="0">` +
    '<pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/></sheetView></sheetViews>' +
    `<cols>${widths.join('')}</cols><sheetData>${head}${body.join('')}</sheetData></worksheet>`
  )
}

const row = (cells: readonly string[], nth: number): string => `<row r="${nth}">${cells.join('')}</row>`

function cell(address: string, value: Cell, kind: Register['columns'][number]['kind']): string {
  if (value === null || value === '') return ''
  if (typeof value === 'number') return `<c r="${address}" s="${PLAIN}"><v>${value}</v></c>`
  const day = kind === 'date' ? serialOf(value) : null
  return day === null ? textCell(address, value, TEXT) : `<c r="${address}" s="${DAY}"><v>${day}</v></c>`
}

/** Written in the cell itself and never as a formula. */
function textCell(address: string, value: string, style: number): string {
  const text = value.length > MOST_CHARACTERS ? `${value.slice(0, MOST_CHARACTERS - 1)}…` : value
  // `_x0041_` stands for a letter in such a file; what looks like one by chance gets its underscore written so.
  const literal = text.replace(/_(?=x[0-9A-Fa-f]{4}_)/g, '_x005F_')
  return `<c r="${address}" s="${style}" t="inlineStr"><is><t xml:space="preserve">${escapeXml(literal)}</t></is></c>`
}

const DAY_LENGTH = 24 * 60 * 60 * 1000
/** Excel counts a 29 February 1900 that never was, so that only days after it are what they seem. */
const FIRST_TRUE_DAY = 61

/** Days since the end of 1899; null for days that Excel has no number for. */
function serialOf(day: string): number | null {
  const serial = Math.round((Date.parse(`${day}T00:00:00Z`) - Date.UTC(1899, 11, 30)) / DAY_LENGTH)
  return serial >= FIRST_TRUE_DAY ? serial : null
}

/** `A1`, `AB12`. */
function addressOf(column: number, nth: number): string {
  let letters = ''
  for (let left = column + 1; left > 0; left = Math.floor((left - 1) / 26))
    letters = String.fromCharCode(65 + ((left - 1) % 26)) + letters
  return `${letters}${nth}`
}
