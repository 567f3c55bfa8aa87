import type { Box } from '../../layout/geometry.ts'
import { nameType } from '../../model/issues.ts'
import { type Parsed, type Problem, refused } from '../../model/problem.ts'
import { FARTHEST } from '../../model/reach.ts'
import type { Point } from '../../model/records.ts'
import { type Fields, fieldsIn, isObject, listIn, numberIn, textIn } from '../loose.ts'
import { type CellKind, termOf } from './terms.ts'
import { toVersion2 } from './version-1.ts'

/** A model of Threat Dragon as far as it matters here, whatever version it is of. */
export type DragonFile = Readonly<{
  summary: Fields
  detail: Fields
  top: Fields
  diagrams: readonly Diagram[]
}>

/** `fields` are all but the cells. */
export type Diagram = Readonly<{ at: string; fields: Fields; cells: readonly Cell[] }>

/** Where a line ends: at a cell or at a point of the diagram. */
export type End = Readonly<{ cell: string }> | Readonly<{ point: Point }> | null

export type Cell = Readonly<{
  /** Its place in the file. */
  at: string
  id: string
  /** Null for what cannot be read. */
  kind: CellKind | null
  /** `tm.Store`, as the file says. */
  type: string
  /** `store`, `trust boundary box`: for people. */
  what: string
  name: string
  /** Of nodes, boxes and text, in the diagram. */
  box: Box | null
  source: End
  target: End
  vertices: readonly Point[]
  data: Fields
  threats: readonly unknown[]
}>

/** A file of that tool may be damaged and still be meant as one. */
export const isDragon = (value: unknown): value is Fields =>
  isObject(value) &&
  isObject(value['summary']) &&
  (isObject(value['detail']) || isObject(value['details'])) &&
  !['format', 'bomFormat', 'specFormat', 'otmVersion'].some((mark) => mark in value)

/** Takes a parsed file apart, or says what of it is no Threat Dragon model. */
export function takeApart(value: unknown): Parsed<DragonFile> {
  const file = fieldsIn(value)
  const summary = fieldsIn(file['summary'])
  const problems: Problem[] = []
  const expect = (at: string, found: unknown, isRight: boolean, wanted: string) => {
    if (isRight) return
    const isMissing = found === undefined
    const message = `${isMissing ? 'is missing; ' : ''}a Threat Dragon model has ${wanted}${isMissing ? '' : `, found ${nameType(found)}`}`
    problems.push({ code: isMissing ? 'missing' : 'wrong-type', at, message })
  }
  expect('summary', file['summary'], isObject(file['summary']), 'its title in a summary')
  if (isObject(file['summary'])) {
    expect('summary.title', summary['title'], typeof summary['title'] === 'string', 'a title as text')
  }
  expect('detail', file['detail'], isObject(file['detail']), 'its diagrams in a detail')
  const detail = fieldsIn(file['detail'])
  const list = detail['diagrams']
  if (isObject(file['detail'])) {
    expect('detail.diagrams', list, Array.isArray(list), 'a list of diagrams')
  }
  const diagrams = listIn(list).map((item, index): Diagram => {
    const at = `detail.diagrams[${index}]`
    expect(at, item, isObject(item), 'an object for each diagram')
    const { cells, ...fields } = toVersion2(fieldsIn(item))
    const isRight = cells === undefined || Array.isArray(cells)
    expect(`${at}.cells`, cells, isRight, 'a list of cells in each diagram')
    return { at, fields, cells: listIn(cells).map((cell, nth) => readCell(cell, `${at}.cells[${nth}]`)) }
  })
  if (problems.length > 0) return refused(...problems.slice(0, MOST_PROBLEMS))
  return { ok: true, value: { summary, detail, top: file, diagrams } }
}

const MOST_PROBLEMS = 20

function readCell(item: unknown, at: string): Cell {
  const cell = fieldsIn(item)
  const data = fieldsIn(cell['data'])
  const type = textIn(data['type']) || textIn(cell['type'])
  const shape = textIn(cell['shape'])
  const term = termOf(type, shape)
  const box = readBox(cell)
  // Kinds of nodes that came after this was written have a place and a name as well.
  const kind = term?.kind ?? (box !== null && type.startsWith('tm.') ? 'node' : null)
  return {
    at,
    id: textIn(cell['id']),
    kind,
    type: term?.type ?? type,
    what: term?.name ?? (shape || type || 'cell'),
    name: textIn(data['name']) || labelOf(cell),
    box,
    source: readEnd(cell['source']),
    target: readEnd(cell['target']),
    vertices: listIn(cell['vertices']).flatMap((vertex) => {
      const point = readPoint(vertex)
      return point === null ? [] : [point]
    }),
    data,
    threats: listIn(data['threats'] ?? cell['threats']),
  }
}

/** Where older versions keep the name: what is drawn on the cell. */
function labelOf(cell: Fields): string {
  const attrs = fieldsIn(cell['attrs'])
  const label = fieldsIn(fieldsIn(listIn(cell['labels'])[0])['attrs'])
  for (const part of [
    attrs['text'],
    attrs['label'],
    attrs['headerText'],
    label['labelText'],
    label['text'],
  ]) {
    const text = textIn(fieldsIn(part)['text'])
    if (text !== '') return text
  }
  return ''
}

function readEnd(value: unknown): End {
  const end = fieldsIn(value)
  const cell = textIn(end['cell']) || textIn(end['id'])
  if (cell !== '') return { cell }
  const point = readPoint(end)
  return point === null ? null : { point }
}

const readBox = (cell: Fields): Box | null => {
  const at = readPoint(cell['position'])
  const size = fieldsIn(cell['size'])
  const [width, height] = [numberIn(size['width']), numberIn(size['height'])]
  if (at === null || width === null || height === null) return null
  return { at, size: [within(width, 1), within(height, 1)] }
}

function readPoint(value: unknown): Point | null {
  const { x, y } = fieldsIn(value)
  const [left, top] = [numberIn(x), numberIn(y)]
  return left === null || top === null ? null : [within(left), within(top)]
}

/** Places are added up on the board; far enough within its reach, any sum of two of them is. */
const within = (value: number, least = -FARTHEST / 8): number =>
  Math.max(least, Math.min(FARTHEST / 8, value))
