import {
  type Block,
  type Definition,
  type Item,
  pagesOf,
  type Picture,
  type ReportDocument,
  type Runs,
  type Section,
  type Table,
} from '../core/codecs/report/document.ts'
import { csvOf } from '../core/codecs/csv/write-csv.ts'
import { encodeText } from '../core/codecs/text.ts'
import type { FontFiles } from './fonts.ts'
import { makePdf, type PdfContent, startOfDay } from './pdf.ts'
import { type Rest, tableContent } from './report-pdf-table.ts'
import { inRoboto } from './roboto-text.ts'
import { isForVectors } from './vectors.ts'

/** A4, in points. */
const SHORT = 595.28
const LONG = 841.89
const MARGIN = 45

/** Rows of all tables together that are printed as they are; laying them out takes a second for each 400. */
const MOST_ROWS = 3000
/** Rows that are printed of one table where there are more. */
const FIRST_ROWS = 40

/**
 * A report as a PDF. Where tables are long, the first rows of each are printed and all of them attached as CSV, so that nothing is
 * left out. The picture is drawn as vectors; where it is too large for that `png`, the same in pixels, stands for it (2,000 to
 * a side fill a page), and without that it is left out, and the document says so. The same report, fonts and picture give the same bytes.
 */
export function reportPdf(
  report: ReportDocument,
  fonts: FontFiles,
  png: Uint8Array | null = null,
): Promise<Uint8Array> {
  const { title, date } = report
  const means: Means = { attached: attachedTables(report), hasPixels: png !== null }
  return makePdf(
    {
      pageSize: 'A4',
      pageMargins: [MARGIN, MARGIN, MARGIN, MARGIN],
      info: {
        title: inRoboto(`${title}: exposure report`),
        creator: 'Ringfence',
        creationDate: startOfDay(date),
        modDate: startOfDay(date),
      },
      language: 'en',
      content: [...frontOf(report), ...report.sections.flatMap((section) => sectionIn(section, means))],
      images: png === null ? {} : { [BOARD]: png },
      files: filesOf(means.attached, date),
      defaultStyle: { fontSize: 10, color: INK, lineHeight: 1.15 },
      styles: STYLES,
      footer: footerOf(report),
    },
    fonts,
  )
}

type Attached = ReadonlyMap<Table, Rest>
type Means = Readonly<{ attached: Attached; hasPixels: boolean }>

/** The name of the picture in pixels. */
const BOARD = 'board'

/** The tables that are too long to be printed whole, with what has the rest of them. */
function attachedTables({ sections }: ReportDocument): Attached {
  const tables = sections.flatMap(({ id, blocks }) =>
    blocks.flatMap((block) => (block.block === 'table' ? [{ id, table: block }] : [])),
  )
  const all = tables.reduce((sum, { table }) => sum + table.rows.length, 0)
  const long = tables.filter(({ table }) => all > MOST_ROWS && table.rows.length > FIRST_ROWS)
  return new Map(
    long.map(({ id, table }, at) => [table, { printed: FIRST_ROWS, file: `${at + 1}-${id}.csv` }]),
  )
}

const filesOf = (attached: Attached, date: string) =>
  Object.fromEntries(
    [...attached].map(([table, { file: name }]) => {
      const day = startOfDay(date)
      return [
        name,
        {
          bytes: encodeText(csvOf(table)),
          type: 'text/csv',
          description: inRoboto(table.caption),
          creationDate: day,
          modifiedDate: day,
        },
      ]
    }),
  )

const INK = '#1c2328'
const QUIET = '#566069'

const STYLES = {
  title: { fontSize: 24, bold: true, margin: [0, 2, 0, 6] },
  heading1: { fontSize: 17, bold: true, margin: [0, 0, 0, 8] },
  heading2: { fontSize: 13, bold: true, margin: [0, 14, 0, 5] },
  heading3: { fontSize: 11, bold: true, margin: [0, 10, 0, 4] },
  quiet: { color: QUIET },
  caption: { bold: true, fontSize: 9, margin: [0, 6, 0, 3] },
  text: { margin: [0, 0, 0, 6] },
}

const footerOf =
  ({ title, date }: ReportDocument) =>
  (page: number, pages: number): PdfContent => ({
    columns: [
      { text: inRoboto(`${title.replace(/\s+/g, ' ').slice(0, 90)}, ${date}`) },
      { text: `${page} / ${pages}`, alignment: 'right', width: 80 },
    ],
    fontSize: 8,
    color: QUIET,
    margin: [MARGIN, 16, MARGIN, 0],
  })

const frontOf = ({ title, description, facts }: ReportDocument): PdfContent[] => [
  { text: 'Exposure report', style: 'quiet' },
  { text: inRoboto(title), style: 'title' },
  {
    text: facts.flatMap(({ term, says }, at) => [`${at === 0 ? '' : ' · '}${term}: `, ...runsIn(says)]),
    style: ['quiet', 'text'],
  },
  ...(description.trim() === '' ? [] : [{ text: inRoboto(description), style: 'text' }]),
  { toc: { title: { text: 'Contents', style: 'heading2' } } },
]

/** Each section begins a page, and so does what stands on broad ones. */
function sectionIn(section: Section, means: Means): PdfContent[] {
  const { upright, broad } = pagesOf(section)
  const picture = section.blocks.find((block) => block.block === 'picture')
  const isBroad = picture !== undefined && picture.width > picture.height
  const parts = [
    { broad: isBroad, blocks: upright },
    { broad: true, blocks: broad },
  ].filter(({ blocks }) => blocks.length > 0)
  return parts.flatMap((part, at) => {
    const page = { pageBreak: 'before', pageOrientation: part.broad ? 'landscape' : 'portrait' }
    const width = (part.broad ? LONG : SHORT) - 2 * MARGIN
    const height = (part.broad ? SHORT : LONG) - 2 * MARGIN
    const blocks = blocksIn(part.blocks, { width, height }, means)
    if (at > 0) return [{ text: '', fontSize: 1, ...page }, ...blocks]
    return [{ ...headingOf(1, section.title, section.id), ...page }, ...blocks]
  })
}

const headingOf = (level: 1 | 2 | 3, text: string, anchor: string) => ({
  text: inRoboto(text),
  style: `heading${level}`,
  headlineLevel: level,
  id: anchor,
  ...(level === 3
    ? {}
    : { tocItem: true, tocMargin: [level === 1 ? 0 : 14, level === 1 ? 3 : 0, 0, 0], outline: true }),
})

type Room = Readonly<{ width: number; height: number }>

/** A heading never stands at the foot of a page without the words below it. */
function blocksIn(blocks: readonly Block[], room: Room, means: Means): PdfContent[] {
  return blocks.flatMap((block, at) => {
    const [before, next] = [blocks[at - 1], blocks[at + 1]]
    if (before?.block === 'heading' && isShort(block)) return []
    if (block.block !== 'heading' || next === undefined || !isShort(next)) return blockIn(block, room, means)
    return [{ stack: [...blockIn(block, room, means), ...blockIn(next, room, means)], unbreakable: true }]
  })
}

const isShort = ({ block }: Block): boolean => block === 'paragraph' || block === 'callout'

function blockIn(block: Block, room: Room, { attached, hasPixels }: Means): PdfContent[] {
  switch (block.block) {
    case 'heading':
      return [headingOf(block.level, block.text, block.anchor)]
    case 'paragraph':
      return [{ text: runsIn(block.runs), style: 'text' }]
    case 'callout':
      return [calloutIn(block.tone, block.runs)]
    case 'list':
      return [listIn(block.ordered, block.items)]
    case 'definitions':
      return [definitionsIn(block.items)]
    case 'table':
      return tableContent(block, room.width, attached.get(block) ?? null)
    case 'picture':
      return pictureIn(block, room, hasPixels)
  }
}

const runsIn = (runs: Runs): PdfContent[] =>
  runs.map((run) => {
    if (typeof run === 'string') return inRoboto(run)
    const text = inRoboto(run.text)
    if ('to' in run) return { text, linkToDestination: run.to, color: '#0b5394' }
    return run.as === 'strong' ? { text, bold: true } : { text, color: QUIET }
  })

const calloutIn = (tone: 'note' | 'warning', runs: Runs): PdfContent => ({
  table: {
    widths: ['*'],
    body: [[{ text: runsIn(runs), fillColor: tone === 'note' ? '#eef3f7' : '#fdf3e3' }]],
  },
  layout: 'noBorders',
  margin: [0, 2, 0, 8],
})

const listIn = (ordered: boolean, items: readonly Item[]): PdfContent => {
  const content = items.map(({ runs, items: below = [] }) =>
    below.length === 0
      ? { text: runsIn(runs) }
      : { stack: [{ text: runsIn(runs) }, { ul: below.map((each) => ({ text: runsIn(each) })) }] },
  )
  return ordered ? { ol: content, margin: [0, 0, 0, 6] } : { ul: content, margin: [0, 0, 0, 6] }
}

const definitionsIn = (items: readonly Definition[]): PdfContent => ({
  table: {
    widths: [120, '*'],
    dontBreakRows: true,
    body: items.map(({ term, says }) => [{ text: inRoboto(term), bold: true }, { text: runsIn(says) }]),
  },
  layout: DEFINED,
  margin: [0, 0, 0, 6],
})

const DEFINED = {
  hLineWidth: () => 0,
  vLineWidth: () => 0,
  paddingLeft: (column: number) => (column === 0 ? 0 : 8),
  paddingRight: () => 0,
  paddingTop: () => 1,
  paddingBottom: () => 1,
}

/** Room for the title of the section above and the words below. */
const AROUND = 90

function pictureIn(picture: Picture, { width, height }: Room, hasPixels: boolean): PdfContent[] {
  const { svg, title, description } = picture
  const fit = [width, height - AROUND]
  const isDrawn = isForVectors(picture)
  const missing = isDrawn || hasPixels ? '' : ' The picture itself is too large for this file.'
  return [
    ...(isDrawn ? [{ svg, fit }] : hasPixels ? [{ image: BOARD, fit }] : []),
    {
      text: inRoboto(`${title}. ${description}${missing}`),
      style: ['quiet', 'text'],
      margin: [0, 6, 0, 0],
    },
  ]
}
