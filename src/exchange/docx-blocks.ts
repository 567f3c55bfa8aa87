import {
  Bookmark,
  BorderStyle,
  HeadingLevel,
  ImageRun,
  InternalHyperlink,
  LeaderType,
  Paragraph,
  type ParagraphChild,
  Table,
  TableCell,
  TableLayoutType,
  TableOfContents,
  TableRow,
  TextRun,
  WidthType,
} from 'docx'
import type {
  Block,
  Definition,
  Item,
  Picture,
  ReportDocument,
  Runs,
} from '../core/codecs/report/document.ts'
import { printable } from '../core/codecs/printable.ts'
import { encodeText } from '../core/codecs/text.ts'
import { POINTS, STEPS } from './docx-styles.ts'
import { tableXml } from './docx-table.ts'
import { isForVectors } from './vectors.ts'

export type Body = (Paragraph | Table | TableOfContents)[]

const HEADINGS = [HeadingLevel.HEADING_1, HeadingLevel.HEADING_2, HeadingLevel.HEADING_3] as const

export const headingOf = (level: 1 | 2 | 3, text: string, anchor: string): Paragraph =>
  new Paragraph({
    heading: HEADINGS[level - 1] ?? HeadingLevel.HEADING_1,
    children: [new Bookmark({ id: bookmark(anchor), children: textRuns(text) })],
  })

/** Word takes letters, digits and underscores, 40 of them; only headings of our own are ever pointed at. */
const bookmark = (anchor: string): string => `r_${anchor.replace(/\W+/g, '_').slice(0, 38)}`

export const frontOf = ({ title, description, facts }: ReportDocument): Body => [
  new Paragraph({ style: 'Quiet', children: [new TextRun('Exposure report')] }),
  new Paragraph({ heading: HeadingLevel.TITLE, children: textRuns(title) }),
  new Paragraph({
    style: 'Quiet',
    children: facts.flatMap(({ term, says }, at) => [
      ...textRuns(`${at === 0 ? '' : ' · '}${term}: `),
      ...runsIn(says),
    ]),
  }),
  ...(description.trim() === '' ? [] : [new Paragraph({ children: textRuns(description) })]),
  new Paragraph({ style: 'TableTitle', children: [new TextRun('Contents')] }),
  // Only what lays the document out knows its pages: without numbers, what would lead to them is left out.
  new TableOfContents('Contents', {
    hyperlink: true,
    headingStyleRange: '1-2',
    beginDirty: false,
    tabLeader: LeaderType.NONE,
  }),
]

/** Turns blocks into paragraphs. Tables are kept apart as text, and a paragraph of the style `place-…` keeps the place of each. */
export class DocxBody {
  readonly tables: string[] = []
  readonly #png: Uint8Array | null
  #lists = 0

  constructor(png: Uint8Array | null) {
    this.#png = png
  }

  /** `width` of the text on the page, in twentieths of a point. */
  blockIn(block: Block, width: number): Body {
    switch (block.block) {
      case 'heading':
        return [headingOf(block.level, block.text, block.anchor)]
      case 'paragraph':
        return [new Paragraph({ children: runsIn(block.runs) })]
      case 'callout':
        return [
          new Paragraph({ style: block.tone === 'note' ? 'Note' : 'Warning', children: runsIn(block.runs) }),
        ]
      case 'list':
        return this.#listIn(block.ordered, block.items)
      case 'definitions':
        return [definitionsIn(block.items, width), new Paragraph({ style: 'Defined' })]
      case 'table':
        this.tables.push(tableXml(block, width))
        return [
          new Paragraph({ style: 'TableTitle', children: textRuns(block.caption) }),
          new Paragraph({ style: `place-${this.tables.length - 1}` }),
          new Paragraph({ style: 'Defined' }),
        ]
      case 'picture':
        return this.#pictureIn(block, width)
    }
  }

  #listIn(ordered: boolean, items: readonly Item[]): Body {
    const instance = this.#lists++
    const reference = ordered ? STEPS : POINTS
    const line = (runs: Runs, level: number) =>
      new Paragraph({ numbering: { reference, level, instance }, children: runsIn(runs) })
    return items.flatMap(({ runs, items: below = [] }) => [
      line(runs, 0),
      ...below.map((each) => line(each, 1)),
    ])
  }

  #pictureIn(picture: Picture, room: number): Body {
    const { svg, width, height, title, description } = picture
    const says = new Paragraph({
      style: 'Quiet',
      children: textRuns(
        `${title}. ${description}${this.#png === null ? ' The picture itself is not in this file.' : ''}`,
      ),
    })
    if (this.#png === null) return [says]
    const across = room / TWIPS_PER_PIXEL
    const down = (width > height ? ROOM_BROAD : ROOM_UPRIGHT) / TWIPS_PER_PIXEL
    const scale = Math.min(across / width, down / height)
    const transformation = { width: Math.floor(width * scale), height: Math.floor(height * scale) }
    const looks = { transformation, altText: { name: 'Diagram', title, description } }
    const pixels = { type: 'png', data: this.#png } as const
    const image = isForVectors(picture)
      ? new ImageRun({ ...looks, type: 'svg', data: encodeText(svg), fallback: pixels })
      : new ImageRun({ ...looks, ...pixels })
    return [new Paragraph({ style: 'Picture', children: [image] }), says]
  }
}

const TWIPS_PER_PIXEL = 15
/** What is left of a page below the title of the section and above the words under the picture. */
const ROOM_BROAD = 8200
const ROOM_UPRIGHT = 13000

const NONE = { style: BorderStyle.NONE, size: 0, color: 'auto' } as const
const BORDERS = {
  top: NONE,
  bottom: NONE,
  left: NONE,
  right: NONE,
  insideHorizontal: NONE,
  insideVertical: NONE,
}
const TERM_SHARE = 0.23

function definitionsIn(items: readonly Definition[], width: number): Table {
  const term = Math.floor(width * TERM_SHARE)
  const widths = [term, width - term]
  const cell = (at: number, children: ParagraphChild[]) =>
    new TableCell({
      width: { size: widths[at] ?? term, type: WidthType.DXA },
      children: [new Paragraph({ style: 'Defined', children })],
    })
  return new Table({
    layout: TableLayoutType.FIXED,
    width: { size: width, type: WidthType.DXA },
    columnWidths: widths,
    borders: BORDERS,
    rows: items.map(
      ({ term: called, says }) =>
        new TableRow({ children: [cell(0, textRuns(called, { bold: true })), cell(1, runsIn(says))] }),
    ),
  })
}

const runsIn = (runs: Runs): ParagraphChild[] =>
  runs.flatMap((run): ParagraphChild[] => {
    if (typeof run === 'string') return textRuns(run)
    if ('to' in run)
      return [
        new InternalHyperlink({
          anchor: bookmark(run.to),
          children: textRuns(run.text, { color: '0B5394' }),
        }),
      ]
    return textRuns(run.text, run.as === 'strong' ? { bold: true } : { color: '566069' })
  })

/** A run for each line. */
const textRuns = (text: string, look: Readonly<{ bold?: boolean; color?: string }> = {}): TextRun[] =>
  printable(text)
    .split('\n')
    .map((line, at) => new TextRun({ ...look, text: line, ...(at === 0 ? {} : { break: 1 }) }))
