import { Document, Footer, Packer, PageNumber, PageOrientation, Paragraph, TabStopType, TextRun } from 'docx'
import { unzipSync, zipSync } from 'fflate'
import { pagesOf, type Block, type ReportDocument, type Section } from '../core/codecs/report/document.ts'
import { printable } from '../core/codecs/printable.ts'
import { compareCodeUnits } from '../core/model/order.ts'
import { encodeText } from '../core/codecs/text.ts'
import { escapeXml } from '../core/codecs/xml.ts'
import { type Body, DocxBody, frontOf, headingOf } from './docx-blocks.ts'
import { NUMBERING, STYLES } from './docx-styles.ts'

/** A4, in twentieths of a point. */
const SHORT = 11906
const LONG = 16838
const MARGIN = 1021

/**
 * A report as a Word document. The picture is in it as vectors, with `png`, the same in pixels, for what shows none; one that is
 * too large for that in pixels alone. Without `png` it is left out, and the document says so. The same report and picture give
 * the same bytes.
 */
export async function reportDocx(report: ReportDocument, png: Uint8Array | null): Promise<Uint8Array> {
  const body = new DocxBody(png)
  const parts = partsOf(report).map(({ broad, build }) => ({
    broad,
    children: build(body, textWidth(broad)),
  }))
  const document = new Document({
    title: printable(`${report.title}: exposure report`),
    creator: 'Ringfence',
    lastModifiedBy: 'Ringfence',
    styles: STYLES,
    numbering: NUMBERING,
    sections: parts.map(({ broad, children }) => ({
      properties: {
        page: {
          size: {
            width: SHORT,
            height: LONG,
            orientation: broad ? PageOrientation.LANDSCAPE : PageOrientation.PORTRAIT,
          },
          margin: { top: MARGIN, right: MARGIN, bottom: MARGIN, left: MARGIN, header: 500, footer: 500 },
        },
      },
      footers: { default: footerOf(report, textWidth(broad)) },
      children,
    })),
  })
  const packed = await Packer.toArrayBuffer(document)
  return settled(new Uint8Array(packed), body.tables, report)
}

const textWidth = (broad: boolean): number => (broad ? LONG : SHORT) - 2 * MARGIN

type Part = Readonly<{ broad: boolean; build: (body: DocxBody, width: number) => Body }>

/** Upright and broad pages are sections of their own in Word. */
function partsOf(report: ReportDocument): Part[] {
  const front: Part = { broad: false, build: () => frontOf(report) }
  return [
    front,
    ...report.sections.flatMap((section): Part[] => {
      const { upright, broad } = pagesOf(section)
      const both = [
        { broad: isPictureBroad(section), blocks: upright },
        { broad: true, blocks: broad },
      ].filter(({ blocks }) => blocks.length > 0)
      return both.map((part, at) => ({
        broad: part.broad,
        build: (body, width) => [
          ...(at === 0 ? [headingOf(1, section.title, section.id)] : []),
          ...blocksIn(part.blocks, body, width),
        ],
      }))
    }),
  ]
}

const isPictureBroad = ({ blocks }: Section): boolean =>
  blocks.some((block) => block.block === 'picture' && block.width > block.height)

const blocksIn = (blocks: readonly Block[], body: DocxBody, width: number): Body =>
  blocks.flatMap((block) => body.blockIn(block, width))

const footerOf = ({ title, date }: ReportDocument, width: number): Footer =>
  new Footer({
    children: [
      new Paragraph({
        style: 'Foot',
        tabStops: [{ type: TabStopType.RIGHT, position: width }],
        children: [
          new TextRun(printable(`${title.replace(/\s+/g, ' ').slice(0, 90)}, ${date}`)),
          new TextRun({ children: ['\t', PageNumber.CURRENT, ' / ', PageNumber.TOTAL_PAGES] }),
        ],
      }),
    ],
  })

/** The first moment that an archive can say, by the clock of wherever this runs: always the same bytes. */
const NO_TIME = new Date(1980, 0, 1)

/** Puts the tables where their places are kept, and the day of the report for the moment at which it was made. */
function settled(packed: Uint8Array, tables: readonly string[], { date }: ReportDocument): Uint8Array {
  const files = unzipSync(packed) as Record<string, Uint8Array>
  const edited = (name: string, edit: (text: string) => string) => {
    const bytes = files[name]
    if (bytes !== undefined) files[name] = encodeText(edit(new TextDecoder().decode(bytes)))
  }
  edited('word/document.xml', (text) =>
    renumbered(text).replace(
      /<w:p><w:pPr><w:pStyle w:val="place-(\d+)"\/><\/w:pPr><\/w:p>/g,
      (_, at: string) => tables[Number(at)] ?? '',
    ),
  )
  edited('docProps/core.xml', (text) =>
    text.replace(/(<dcterms:(created|modified)[^>]*>)[^<]*/g, `$1${escapeXml(date)}T00:00:00Z`),
  )
  // Word wants the list of contents to come first.
  const first = '[Content_Types].xml'
  const names = Object.keys(files).toSorted(
    (a, b) => Number(b === first) - Number(a === first) || compareCodeUnits(a, b),
  )
  const ordered: Record<string, Uint8Array> = {}
  for (const name of names) ordered[name] = files[name] ?? new Uint8Array()
  return zipSync(ordered, { mtime: NO_TIME })
}

/** The library counts bookmarks and pictures on from one document to the next. Outside of markup no text has a `<` or a `"`. */
function renumbered(text: string): string {
  const numbers = new Map<string, number>()
  const numberOf = (id: string) => {
    const known = numbers.get(id) ?? numbers.size + 1
    numbers.set(id, known)
    return known
  }
  return text
    .replace(
      /(<w:bookmark(?:Start|End)[^>]*w:id=")(\d+)/g,
      (_, before: string, id: string) => `${before}${numberOf(id)}`,
    )
    .replace(
      /((?:w:anchor="|w:name="|<w:instrText[^>]*>PAGEREF )_Toc)(\d+)/g,
      (_, before: string, id: string) => `${before}${numberOf(`toc ${id}`)}`,
    )
    .replace(
      /(<wp:docPr id=")(\d+)/g,
      (_, before: string, id: string) => `${before}${numberOf(`picture ${id}`)}`,
    )
}
