import { FONT_FAMILY, type FontFiles } from './fonts.ts'

/** Content as pdfmake takes it: text, a list that stands one below the other, or an object such as `{ table: … }`, `{ svg: … }`. */
export type PdfContent = string | readonly PdfContent[] | Readonly<{ [field: string]: unknown }>

/** A file that is attached to a document; its other fields (`type`, `description` …) are passed on. */
type PdfAttachment = Readonly<{ bytes: Uint8Array; [field: string]: unknown }>

/** A document as pdfmake takes it: its other fields (`header`, `styles`, `pageMargins` …) are passed on. */
export type PdfDefinition = Readonly<{
  content: PdfContent
  /** `creationDate` also decides the document's id, so that the same definition gives the same bytes. */
  info: Readonly<{ title: string; creationDate: Date; [field: string]: unknown }>
  /** Pictures in pixels, by the names that content has for them. */
  images?: Readonly<Record<string, Uint8Array>>
  /** By the names of the files. */
  files?: Readonly<Record<string, PdfAttachment>>
  [field: string]: unknown
}>

const NAMES = { regular: 'Roboto-Regular.ttf', medium: 'Roboto-Medium.ttf' } as const

/**
 * Lays a document out and gives the bytes of the PDF. Runs in a browser worker and in Node alike; fetches and opens nothing. All
 * text is in Roboto, bold in its medium weight; italics stand upright. The content is changed on the way, so each call needs its
 * own. Rejects on a definition that pdfmake cannot lay out.
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
  const { images = {}, files = {} } = definition
  const store = new Store(pdfmake.virtualfs)
  try {
    const kept = {
      images: mapped(images, (bytes) => store.keep(bytes)),
      files: mapped(files, ({ bytes, ...file }, name) => ({ ...file, name, src: store.keep(bytes) })),
    }
    return new Uint8Array(await pdfmake.createPdf({ ...definition, ...kept }).getBuffer())
  } finally {
    store.clear()
  }
}

const mapped = <T, U>(record: Readonly<Record<string, T>>, to: (value: T, key: string) => U) =>
  Object.fromEntries(Object.entries(record).map(([key, value]) => [key, to(value, key)]))

type Files = Readonly<{
  storage: Record<string, unknown>
  writeFileSync(name: string, content: ArrayBuffer): void
}>

let stores = 0

/** What one document keeps among the files of all that are being made. */
class Store {
  readonly #files: Files
  readonly #number = ++stores
  readonly #names: string[] = []

  constructor(files: Files) {
    this.#files = files
  }

  /** Gives the name under which the library finds it. */
  keep({ buffer, byteOffset, byteLength }: Uint8Array): string {
    const name = `${this.#number}/${this.#names.length}`
    this.#names.push(name)
    this.#files.writeFileSync(name, buffer.slice(byteOffset, byteOffset + byteLength) as ArrayBuffer)
    return name
  }

  clear(): void {
    for (const name of this.#names) delete this.#files.storage[name]
  }
}

/** The moment that stands for a day (`YYYY-MM-DD`) as `creationDate`. */
export const startOfDay = (date: string): Date => new Date(`${date}T00:00:00Z`)
