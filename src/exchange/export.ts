import { analysed } from '../core/codecs/analysed.ts'
import type { Written, WrittenFile } from '../core/codecs/codec.ts'
import { writerOf } from '../core/codecs/codecs.ts'
import { fileName } from '../core/codecs/file-name.ts'
import { formatById } from '../core/codecs/formats.ts'
import { type ExportOptions, outputById, type OutputId } from '../core/codecs/outputs.ts'
import type { ReportDocument } from '../core/codecs/report/document.ts'
import { reportHtml } from '../core/codecs/report/html.ts'
import { reportMarkdown } from '../core/codecs/report/markdown.ts'
import { reportOf } from '../core/codecs/report/report-of.ts'
import { type Picture, renderSvg } from '../core/codecs/svg/svg.ts'
import { exposureOf } from '../core/codecs/svg/shown.ts'
import { writeWorkbook } from '../core/codecs/xlsx/xlsx.ts'
import type { Normalised } from '../core/model/normalise.ts'
import type { Model } from '../core/model/records.ts'
import type { FontFiles } from './fonts.ts'
import { PNG_LIMITS, renderPng } from './png.ts'
import { MOST_VECTORS } from './vectors.ts'

export type ExportStage = 'analysing' | 'drawing' | 'writing'

/** What is too large to be had before somebody needs it, and each place of use brings in its own way. */
export type ExportTools = Readonly<{
  fonts: () => Promise<FontFiles>
  /** The code of the renderer of pixels, `@resvg/resvg-wasm/index_bg.wasm`. */
  wasm: () => Promise<BufferSource>
  /** Pixels that one picture may have here, where that is fewer than can be drawn at all. */
  mostPixels?: number
}>

/** What cannot be handed out as asked, in words that say what can be done about it. */
export class ExportError extends Error {
  constructor(message: string) {
    super(message)
    this.name = 'ExportError'
  }
}

/**
 * Hands out a normalised model. Rejects with an `ExportError` where it cannot be done as asked. The same model, output and options
 * give the same bytes.
 */
export async function exportModel(
  board: Normalised,
  output: OutputId,
  options: ExportOptions,
  tools: ExportTools,
  on: (stage: ExportStage) => void = () => undefined,
): Promise<Written> {
  const { model } = board
  const format = formatById(output)
  if (format !== undefined) {
    on('writing')
    const written = writerOf(format.id)?.write(model, options)
    if (written === undefined) throw new ExportError(`${format.name} can be read, and not written.`)
    return written
  }
  return { files: await documentFiles(board, output, options, tools, on), report: [] }
}

async function documentFiles(
  { model, setAside }: Normalised,
  output: OutputId,
  options: ExportOptions,
  tools: ExportTools,
  on: (stage: ExportStage) => void,
): Promise<readonly WrittenFile[]> {
  const file = (content: string | Uint8Array): WrittenFile => {
    const { extension = '', type = '' } = outputById(output) ?? {}
    return { name: fileName(model.meta.title, extension), type, content }
  }
  if (output === 'xlsx') {
    on('analysing')
    return [writeWorkbook(model, resultOf(model, options.date))]
  }
  const picture = pictureOf(model, options, on)
  on('writing')
  if (output === 'svg') return [file(picture.svg)]
  if (output === 'png') return [file(await pixels(picture, options.picture.scale, tools))]
  if (output === 'pdf') {
    if (picture.svg.length > MOST_PDF_CHARACTERS) {
      throw new ExportError(
        'This is too large to be drawn as a PDF. Choose SVG, which shows the same as vectors, PNG, or a part of the board.',
      )
    }
    const { picturePdf } = await import('./pdf-picture.ts')
    const { title } = model.meta
    return [file(await picturePdf(picture, { title, date: options.date }, await tools.fonts()))]
  }
  const report = reportOf(model, { ...options, picture, setAside })
  switch (output) {
    case 'report-html':
      return [file(reportHtml(report))]
    case 'report-md': {
      const drawn: WrittenFile = {
        name: fileName(model.meta.title, '.svg'),
        type: 'image/svg+xml',
        content: picture.svg,
      }
      const hasDiagram = options.sections.includes('diagram')
      const text = file(reportMarkdown(report, { pictureFile: hasDiagram ? drawn.name : null }))
      return hasDiagram ? [text, drawn] : [text]
    }
    case 'report-docx':
      return [file(await wordDocument(report, picture, tools))]
    default: {
      const { reportPdf } = await import('./report-pdf.ts')
      const png = picture.svg.length > MOST_VECTORS ? await pagePixels(picture, tools) : null
      return [file(await reportPdf(report, await tools.fonts(), png))]
    }
  }
}

function pictureOf(
  model: Model,
  { date, picture }: ExportOptions,
  on: (stage: ExportStage) => void,
): Picture {
  on('analysing')
  const result = picture.mode === 'plain' ? null : resultOf(model, date)
  const { show } = picture
  if ('exposure' in show && exposureOf(result, show.exposure) === undefined)
    throw new ExportError('That exposure is not there (any more): choose another, or the whole board.')
  on('drawing')
  return renderSvg(model, { ...picture, result, date, title: true })
}

function resultOf(model: Model, date: string) {
  const result = analysed(model, date)
  if (typeof result === 'string') throw new ExportError(result)
  return result
}

async function pixels(
  picture: Picture,
  scale: number,
  { wasm, fonts, mostPixels = PNG_LIMITS.pixels }: ExportTools,
): Promise<Uint8Array> {
  const limits = { ...PNG_LIMITS, pixels: Math.min(mostPixels, PNG_LIMITS.pixels) }
  const png = await renderPng(picture, scale, { wasm: await wasm(), fonts: await fonts() }, limits)
  if (!png.ok) throw new ExportError(png.problems.map(({ at, message }) => `The ${at} ${message}.`).join(' '))
  return png.value
}

/** Characters of SVG that become a PDF in a minute or so. */
const MOST_PDF_CHARACTERS = 4_500_000
/** Pixels along the longer side that are sharp on a printed page, and no more. */
const PAGE_PIXELS = 2400

const pagePixels = async (picture: Picture, tools: ExportTools): Promise<Uint8Array> =>
  await pixels(picture, Math.min(2, PAGE_PIXELS / Math.max(picture.width, picture.height)), tools)

async function wordDocument(
  report: ReportDocument,
  picture: Picture,
  tools: ExportTools,
): Promise<Uint8Array> {
  const { reportDocx } = await import('./docx.ts')
  return await reportDocx(report, await pagePixels(picture, tools))
}
