import type { WrittenFile } from '../core/codecs/codec.ts'
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
  on: (stage: 'drawing' | 'writing') => void,
): Promise<readonly WrittenFile[]> {
  const { title } = model.meta
  const isPaged = output === 'report-docx' || output === 'report-pdf'
  const isWanted = options.sections.includes('diagram')
  if (isWanted) on('drawing')
  const board = isWanted ? (isPaged ? onPage : whole)(model, drawn) : null
  const png = board !== null && needsPixels(output, board) ? await pagePixels(board, tools) : null
  on('writing')
  const report = reportOf(model, { ...options, picture: board, setAside })
  switch (output) {
    case 'report-html':
      return [outputFile(output, title, reportHtml(report))]
    case 'report-md': {
      const picture = board === null ? null : outputFile('svg', title, board.svg)
      const text = reportMarkdown(report, { pictureFile: picture?.name ?? null })
      return [outputFile(output, title, text), ...(picture === null ? [] : [picture])]
    }
    case 'report-docx': {
      const { reportDocx } = await import('./docx.ts')
      return [outputFile(output, title, await reportDocx(report, png))]
    }
    case 'report-pdf': {
      const { reportPdf } = await import('./report-pdf.ts')
      return [outputFile(output, title, await reportPdf(report, await tools.fonts(), png))]
    }
  }
}

const needsPixels = (output: ReportId, board: DrawnBoard): boolean =>
  output === 'report-docx' || (output === 'report-pdf' && !isForVectors(board))

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
