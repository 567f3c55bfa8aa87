import { FONT_FAMILY, type FontFiles } from './fonts.ts'

/** Content as pdfmake takes it: text, a list that stands one below the other, or an object such as `{ table: … }`, `{ svg: … }`. */
export type PdfContent = string | readonly PdfContent[] | Readonly<{ [field: string]: unknown }>

/** A document as pdfmake takes it: its other fields (`header`, `styles`, `pageMargins` …) are passed on. */
export type PdfDefinition = Readonly<{
  content: PdfContent
  /** `creationDate` also decides the document's id, so that the same definition gives the same bytes. */
  info: Readonly<{ title: string; creationDate: Date; [field: string]: unknown }>
  [field: string]: unknown
}>

const NAMES = { regular: 'Roboto-Regular.ttf', medium: 'Roboto-Medium.ttf' } as const

/**
 * Lays a document out and gives the bytes of the PDF. Runs in a browser worker and in Node alike; fetches and opens nothing:
 * pictures come as `data:` or as SVG text. All text is in Roboto, bold in its medium weight; italics stand upright.
 * The definition is changed on the way, so each call needs its own. Rejects on a definition that pdfmake cannot lay out.
 */
export async function makePdf(definition: PdfDefinition, fonts: FontFiles): Promise<Uint8Array> {
  // Only here: the command line tool is one file, which works without it until somebody asks for a PDF.
  const { default: pdfmake } = await import('pdfmake/build/pdfmake.js')
  const { regular, medium } = NAMES
  pdfmake.virtualfs.writeFileSync(regular, fonts.regular)
  pdfmake.virtualfs.writeFileSync(medium, fonts.medium)
  pdfmake.setFonts({
    [FONT_FAMILY]: { normal: regular, bold: medium, italics: regular, bolditalics: medium },
  })
  pdfmake.setUrlAccessPolicy(() => false)
  pdfmake.localAccessPolicy = () => false
  const bytes = await pdfmake.createPdf({ ...definition }).getBuffer()
  return new Uint8Array(bytes)
}

/** The moment that stands for a day (`YYYY-MM-DD`) as `creationDate`. */
export const startOfDay = (date: string): Date => new Date(`${date}T00:00:00Z`)
