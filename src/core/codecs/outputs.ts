import type { Theme } from '../paint/palette.ts'
import type { WriteOptions, WrittenFile } from './codec.ts'
import { fileName } from './file-name.ts'
import { type Format, FORMATS, type FormatId } from './formats.ts'
import type { SectionId } from './report/document.ts'
import type { PictureOptions } from './svg/picture.ts'
import type { Scenario } from '../model/terms.ts'
import { zipOf } from './zip.ts'

/** What a board can be handed out as, beside the formats that other tools read. */
const DOCUMENTS = [
  {
    id: 'xlsx',
    name: 'Excel workbook of the registers',
    extension: '.xlsx',
    type: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
    group: 'registers',
  },
  { id: 'svg', name: 'SVG picture', extension: '.svg', type: 'image/svg+xml', group: 'picture' },
  { id: 'png', name: 'PNG picture', extension: '.png', type: 'image/png', group: 'picture' },
  { id: 'pdf', name: 'PDF picture', extension: '.pdf', type: 'application/pdf', group: 'picture' },
  { id: 'report-html', name: 'HTML report', extension: '.html', type: 'text/html', group: 'report' },
  { id: 'report-pdf', name: 'PDF report', extension: '.pdf', type: 'application/pdf', group: 'report' },
  {
    id: 'report-docx',
    name: 'Word report',
    extension: '.docx',
    type: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
    group: 'report',
  },
  { id: 'report-md', name: 'Markdown report', extension: '.md', type: 'text/markdown', group: 'report' },
] as const satisfies readonly Output[]

type Output = Readonly<{
  id: string
  name: string
  extension: `.${string}`
  type: string
  group: 'model' | 'registers' | 'picture' | 'report'
}>

type Document = (typeof DOCUMENTS)[number]
export type PictureId = Extract<Document, { group: 'picture' }>['id']
export type ReportId = Extract<Document, { group: 'report' }>['id']
export type OutputId = FormatId | Document['id']

/** Everything that a board can be written as. */
export const OUTPUTS: readonly (Output & Readonly<{ id: OutputId }>)[] = [
  ...FORMATS.filter(({ writes }) => writes).map((format) => ({
    ...(format as Format),
    group: groupOf(format.id),
  })),
  ...DOCUMENTS,
]

export const outputById = (id: string): (typeof OUTPUTS)[number] | undefined =>
  OUTPUTS.find((output) => output.id === id)

/** A file of an output, called by the title of its board. */
export function outputFile(id: OutputId, title: string, content: string | Uint8Array): WrittenFile {
  const { extension = '', type = '' } = outputById(id) ?? {}
  return { name: nameOf(id, title, extension), type, content }
}

/** What is handed out by one download: the file itself, or an archive of several. */
export function oneFile(id: OutputId, title: string, files: readonly WrittenFile[]): WrittenFile {
  const [only, second] = files
  if (only !== undefined && second === undefined) return only
  const content = zipOf(files.map((file) => [file.name, file.content]))
  return { name: nameOf(id, title, '.zip'), type: 'application/zip', content }
}

/** A report lies beside a picture of the same board. */
const nameOf = (id: OutputId, title: string, extension: string): string =>
  fileName(title, id.startsWith('report-') ? `-report${extension}` : extension)

function groupOf(id: FormatId): Output['group'] {
  return id === 'csv' ? 'registers' : 'model'
}

/** What a picture shows and how; `scale` is pixels to a canvas unit, for what is made of pixels. */
export type PictureChoice = Readonly<
  Pick<PictureOptions, 'mode' | 'show' | 'legend'> & { theme: Theme; scale: number }
>

export type ExportOptions = WriteOptions &
  Readonly<{
    /** Which mitigations count; the board's own by default. */
    scenario?: Scenario
    picture: PictureChoice
    /** Of a report. */
    sections: readonly SectionId[]
  }>

/** The whole board with its routes, where nobody says what else. */
export const WHOLE_BOARD: PictureChoice = {
  theme: 'light',
  mode: 'exposure',
  show: { all: true },
  legend: true,
  scale: 2,
}
