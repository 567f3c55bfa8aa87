import { analysed } from '../core/codecs/analysed.ts'
import type { Written, WrittenFile } from '../core/codecs/codec.ts'
import { writerOf } from '../core/codecs/codecs.ts'
import { formatById, type FormatId } from '../core/codecs/formats.ts'
import { type ExportOptions, outputFile, type OutputId, type PictureId } from '../core/codecs/outputs.ts'
import type { PictureOptions } from '../core/codecs/svg/picture.ts'
import { exposureOf } from '../core/codecs/svg/shown.ts'
import { renderSvg } from '../core/codecs/svg/svg.ts'
import { writeWorkbook } from '../core/codecs/xlsx/xlsx.ts'
import type { Normalised } from '../core/model/normalise.ts'
import { kindOf } from '../core/model/lookup.ts'
import type { Model } from '../core/model/records.ts'
import { pixels } from './pixels.ts'
import { reportFiles } from './report-files.ts'
import { remarksOn } from './roboto-text.ts'
import { ExportError, type ExportTools } from './tools.ts'

export type ExportStage = 'analysing' | 'drawing' | 'writing'

/**
 * Hands out a normalised model. Rejects with an `ExportError` where it cannot be done as asked. The same model, output and options
 * give the same bytes.
 */
export async function exportModel(
  given: Normalised,
  output: OutputId,
  options: ExportOptions,
  tools: ExportTools,
  on: (stage: ExportStage) => void = () => undefined,
): Promise<Written> {
  const board = { ...given, model: judgedBy(given.model, options) }
  if (!isFormat(output)) {
    const files = await documentFiles(board, output, options, tools, on)
    return { files, report: [], remarks: remarksOn(board.model, output) }
  }
  on('writing')
  const written = writerOf(output)?.write(board.model, options)
  if (written === undefined)
    throw new ExportError(`${formatById(output)?.name} can be read, and not written.`)
  if (written.files.length === 0)
    throw new ExportError(written.report[0]?.words ?? 'There is nothing to write.')
  return written
}

const judgedBy = (model: Model, { scenario }: ExportOptions): Model =>
  scenario === undefined
    ? model
    : { ...model, meta: { ...model.meta, policy: { ...model.meta.policy, scenario } } }

const isFormat = (output: OutputId): output is FormatId => formatById(output) !== undefined

async function documentFiles(
  board: Normalised,
  output: Exclude<OutputId, FormatId>,
  options: ExportOptions,
  tools: ExportTools,
  on: (stage: ExportStage) => void,
): Promise<readonly WrittenFile[]> {
  const { model } = board
  on('analysing')
  if (output === 'xlsx') return [writeWorkbook(model, resultOf(model, options.date))]
  const drawn = drawnOptions(model, options)
  if (output === 'svg' || output === 'png' || output === 'pdf') {
    on('drawing')
    return [await pictureFile(model, output, options, drawn, tools)]
  }
  return await reportFiles(board, output, options, drawn, tools, on)
}

/** What is to be drawn, with its analysis. */
function drawnOptions(model: Model, { date, picture }: ExportOptions): PictureOptions {
  const result = picture.mode === 'plain' ? null : resultOf(model, date)
  const { show } = picture
  const unknown = 'ids' in show ? show.ids.filter((id) => kindOf(model, id) === null) : []
  if (unknown.length > 0)
    throw new ExportError(`Not on this board: ${unknown.slice(0, 5).join(', ')}.`, {
      code: 'wrong-value',
      at: 'select',
    })
  if ('exposure' in show && exposureOf(result, show.exposure) === undefined)
    throw new ExportError('That exposure is not there (any more): choose another, or the whole board.', {
      code: 'wrong-value',
      at: 'exposure',
    })
  return { ...picture, result, date, title: true }
}

function resultOf(model: Model, date: string) {
  const result = analysed(model, date)
  if (typeof result === 'string') throw new ExportError(result)
  return result
}

/** Characters of SVG that become a PDF in a minute or so. */
const MOST_PDF_CHARACTERS = 4_500_000

async function pictureFile(
  model: Model,
  output: PictureId,
  { date, picture: { scale } }: ExportOptions,
  drawn: PictureOptions,
  tools: ExportTools,
): Promise<WrittenFile> {
  const picture = renderSvg(model, drawn)
  const { title } = model.meta
  const file = (content: string | Uint8Array) => outputFile(output, title, content)
  if (output === 'svg') return file(picture.svg)
  if (output === 'png') return file(await pixels(picture, scale, tools))
  if (picture.svg.length > MOST_PDF_CHARACTERS) {
    throw new ExportError(
      'This is too large to be drawn as a PDF. Choose SVG, which shows the same as vectors, PNG, or a part of the board.',
    )
  }
  const { picturePdf } = await import('./pdf-picture.ts')
  return file(await picturePdf(picture, { title, date }, await tools.fonts()))
}
