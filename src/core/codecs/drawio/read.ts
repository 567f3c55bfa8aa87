import { boundsOf } from '../../layout/frames.ts'
import { type Box, grown } from '../../layout/geometry.ts'
import type { Parsed } from '../../model/problem.ts'
import type { Point } from '../../model/records.ts'
import { blankSegment } from '../blanks.ts'
import type { Imported, Reader } from '../codec.ts'
import { Draft } from '../draft.ts'
import { AS_DRAWN } from '../drawing/arrange.ts'
import { fieldsOf, TOO_MANY_FIELDS } from '../drawing/fields.ts'
import { Drawing, tooManyAcross } from '../drawing/drawing.ts'
import { roomFor } from '../drawing/room.ts'
import { unpackBoard } from '../extension.ts'
import { titleOf } from '../file-name.ts'
import { localName, rootName } from '../xml.ts'
import { type Cell, cellsOf } from './cells.ts'
import { type Page, pagesOf } from './pages.ts'
import { lineOf, moved, type PagePlace, pieceOf } from './pieces.ts'
import { type Sheet, sheetOf } from './sheet.ts'
import { shapeOf } from './style.ts'

/**
 * Reads all pages of a diagram into one board: each page a segment where there are several. What has others in it is a
 * segment, words without a shape are notes, all else is a component, and every edge is a link. How things look is no
 * record: of the style only what may be written again is kept.
 */
export const readDrawio: Reader = {
  format: 'drawio',
  detect: (source) => {
    const text = source.looksLike === 'xml' ? source.text() : null
    return text?.ok === true && /^(?:mxfile|mxGraphModel)$/.test(localName(rootName(text.value) ?? ''))
  },
  read: (source) => {
    const xml = source.xml()
    if (!xml.ok) return xml
    const pages = pagesOf(xml.value, source.limits)
    return pages.ok ? readPages(pages.value, titleOf(source.name)) : pages
  },
}

/** Between pages that come to stand beside each other, and between what is on one and its border. */
const BETWEEN_PAGES = 240
const PAGE_BORDER = 40

function readPages(pages: readonly Page[], title: string): Parsed<Imported> {
  const draft = new Draft('drawio')
  const drawing = new Drawing(draft)
  const read = pages.map((page) => {
    const { cells, others } = page.root === null ? { cells: [], others: [] } : cellsOf(page.root)
    return { page, cells, others, sheet: sheetOf(cells) }
  })
  if (read.some(({ sheet }) => sheet.gaveUp)) return tooManyAcross
  const boards = read.map(({ cells }) => boardIn(cells))
  const ours = boards.findIndex((board) => board !== null)
  const board = boards[ours]
  if (board === undefined || board === null) draft.setMeta({ title })
  else draft.addBoard(board)

  let free = 0
  for (const [index, { page, cells, others, sheet }] of read.entries()) {
    const isWhole = pages.length === 1 || index === ours
    const bounds = pageBounds(cells, sheet)
    const shift: Point = isWhole || bounds === null ? [0, 0] : [free - bounds.at[0], -bounds.at[1]]
    const box = bounds === null ? null : moved(bounds, shift)
    free = Math.max(free, box === null ? 0 : box.at[0] + box.size[0] + BETWEEN_PAGES)
    const nth = index + 1
    const name = page.name === '' ? `page ${nth}` : page.name
    const place: PagePlace = {
      idOf: (key) => draft.id(`page ${nth}`, key),
      home: isWhole ? null : addPage(drawing, draft.fresh(`page-${nth}`), name, box),
      shift,
      isOurs: ours >= 0,
    }
    if (isWhole && ours < 0 && page.name !== '')
      drawing.tell(() =>
        draft.account.changed('page', name, 'is the board itself, which is called after the file'),
      )
    const at = (key: string) => (pages.length === 1 ? key : `${name}: ${key}`)
    for (const cell of cells) readCell(cell, sheet, place, at(cell.key), draft, drawing)
    for (const { name: tag, line } of others)
      drawing.tell(() =>
        draft.account.dropped('element', at(`line ${line}`), `<${tag}> is no cell of a diagram`),
      )
  }
  const settled = drawing.settle((drawn) => (ours >= 0 ? AS_DRAWN : { scale: roomFor(drawn), grows: true }))
  return settled.ok ? { ok: true, value: draft.finish(true) } : settled
}

function readCell(
  cell: Cell,
  sheet: Sheet,
  place: PagePlace,
  at: string,
  draft: Draft,
  drawing: Drawing,
): void {
  const role = sheet.roles.get(cell.key)
  const changes = changesOf(cell, sheet)
  if (role !== undefined) {
    const piece = pieceOf(cell, role, sheet, place)
    drawing.addPiece(piece, { what: 'vertex', at, changes })
    if (piece.kind === 'components' && cell.own === null)
      draft.isForeign(piece.record.id, shapeOf(cell.style), piece.record.name)
  } else if (cell.isEdge) drawing.addLine(lineOf(cell, sheet, place), { what: 'edge', at, changes })
  else if (cell.isVertex) drawing.tell(() => draft.account.tell('label', at, changes))
  else if (cell.label !== '' && cell.packed === null)
    drawing.tell(() => draft.account.dropped('layer', at, 'is left out; what is on it is read'))
}

/** What of a cell is not as the file has it, in words. */
function changesOf(cell: Cell, { cut }: Sheet): string[] {
  const changes: string[] = []
  if (cell.isSecond) changes.push('has the id of another cell, and got one of its own')
  if (cut.has(cell.key)) changes.push('lay within itself, and stands on the page')
  if (cell.geometry.isOdd) changes.push('stood where no board reaches, and was brought within')
  if (cell.own === null && fieldsOf(cell.data) === null) changes.push(TOO_MANY_FIELDS)
  if (cell.hasLink) changes.push('had an address to open, which is left out')
  return changes
}

/** The segment that stands for a page among others; its id. */
function addPage(drawing: Drawing, id: string, name: string, box: Box | null): string {
  const record = { ...blankSegment(id), name }
  drawing.addPiece({ kind: 'segments', record, box }, { what: 'page', at: name, changes: [] })
  return id
}

const boardIn = (cells: readonly Cell[]) => {
  for (const { isVertex, isEdge, packed } of cells) {
    const board = isVertex || isEdge || packed === null ? null : unpackBoard(packed)
    if (board !== null) return board
  }
  return null
}

/** Of all that is drawn on a page, with a border; null where that is nothing. */
function pageBounds(cells: readonly Cell[], sheet: Sheet): Box | null {
  const points = cells.flatMap((cell) => {
    const [x, y] = sheet.originOf(cell)
    return [cell.geometry.start, cell.geometry.end].flatMap((point): Box[] =>
      point === null ? [] : [{ at: [point[0] + x, point[1] + y], size: [0, 0] }],
    )
  })
  const bounds = boundsOf([...sheet.boxes.values(), ...points])
  return bounds === null ? null : grown(bounds, PAGE_BORDER)
}
