import type { WrittenFile } from '../core/codecs/codec.ts'
import { fileName } from '../core/codecs/file-name.ts'
import { type ExportOptions, outputFile, type ReportId } from '../core/codecs/outputs.ts'
import { reportHtml } from '../core/codecs/report/html.ts'
import { reportMarkdown } from '../core/codecs/report/markdown.ts'
import type { DrawnBoard } from '../core/codecs/report/document.ts'
import { reportOf } from '../core/codecs/report/report-of.ts'
import { renderOverview } from '../core/codecs/svg/overview.ts'
import type { Picture, PictureOptions } from '../core/codecs/svg/picture.ts'
import { shownOf } from '../core/codecs/svg/shown.ts'
import { renderSvg } from '../core/codecs/svg/svg.ts'
import { boundsOf } from '../core/layout/frames.ts'
import type { Normalised } from '../core/model/normalise.ts'
import type { Model } from '../core/model/records.ts'
import { pixels } from './pixels.ts'
import type { ExportTools } from './tools.ts'
import { isForVectors } from './vectors.ts'

/** Pixels along the longer side that are sharp on a printed page, and no more. */
const PAGE_PIXELS = 2400
/** Pixels to a unit at which names of components, 12 units high, can just be read. */
const LEAST_SCALE = 0.4
/** Components and links that are drawn as vectors in a bearable time. */
const MOST_WHOLE = 1200

/** A report on a board, with a picture of it if its section was asked for; in Markdown that is a file of its own. */
export async function reportFiles(
  { model, setAside }: Normalised,
  output: ReportId,
  options: ExportOptions,
  drawn: PictureOptions,
  tools: ExportTools,
): Promise<readonly WrittenFile[]> {
  const report = (board: DrawnBoard | null) => reportOf(model, { ...options, picture: board, setAside })
  const file = (content: string | Uint8Array) => outputFile(output, model.meta.title, content)
  const isWanted = options.sections.includes('diagram')
  if (output === 'report-html') return [file(reportHtml(report(isWanted ? whole(model, drawn) : null)))]
  if (output === 'report-md') {
    if (!isWanted) return [file(reportMarkdown(report(null), { pictureFile: null }))]
    const board = whole(model, drawn)
    const name = fileName(model.meta.title, '.svg')
    return [
      file(reportMarkdown(report(board), { pictureFile: name })),
      { name, type: 'image/svg+xml', content: board.svg },
    ]
  }
  const board = isWanted ? onPage(model, drawn) : null
  if (output === 'report-docx') {
    const { reportDocx } = await import('./docx.ts')
    return [file(await reportDocx(report(board), board && (await pagePixels(board, tools))))]
  }
  const { reportPdf } = await import('./report-pdf.ts')
  const png = board === null || isForVectors(board) ? null : await pagePixels(board, tools)
  return [file(await reportPdf(report(board), await tools.fonts(), png))]
}

const whole = (model: Model, drawn: PictureOptions): DrawnBoard =>
  drawnBoard(renderSvg(model, drawn), drawn, false)

function drawnBoard(picture: Picture, { show }: PictureOptions, isOverview: boolean): DrawnBoard {
  const { svg, width, height, shown } = picture
  const what = 'exposure' in show ? 'The path of one exposure' : 'A part of the network'
  return { svg, width, height, isOverview, part: 'all' in show ? null : { what, ...shown } }
}

/** Of a board whose words nobody could read on a page, and which is too large to be there as vectors and enlarged: an overview. */
function onPage(model: Model, drawn: PictureOptions): DrawnBoard {
  const { frames, components, links } = shownOf(model, drawn.show, drawn.result)
  const side = Math.max(1, ...(boundsOf([...frames.values()])?.size ?? []))
  const isSmall = components.length + links.length <= MOST_WHOLE || PAGE_PIXELS / side >= LEAST_SCALE
  return isSmall ? whole(model, drawn) : drawnBoard(renderOverview(model, drawn), drawn, true)
}

/** Nothing in an overview is so fine that it would take more. */
const OVERVIEW_PIXELS = 1800

async function pagePixels(picture: DrawnBoard, tools: ExportTools): Promise<Uint8Array> {
  const most = picture.isOverview ? OVERVIEW_PIXELS : PAGE_PIXELS
  const { opaquePng } = await import('./opaque-png.ts')
  return await pixels(picture, Math.min(2, most / Math.max(picture.width, picture.height)), tools, opaquePng)
}
