import { FARTHEST } from '../../model/reach.ts'
import type { Point } from '../../model/records.ts'
import { parseJson } from '../../model/json.ts'
import { EXTENSION } from '../extension.ts'
import { FreshNames } from '../fresh-names.ts'
import { htmlText, looksLikeHtml } from '../html-text.ts'
import { READ_LIMITS } from '../limits.ts'
import { tooManyRecords } from '../too-large.ts'
import { childOf, childrenOf, localName, type XmlElement } from '../xml.ts'
import { type Carried, unpackKind } from './packed.ts'
import { isHtml, parseStyle, type Style } from './style.ts'

/** Places and sizes as the file has them: relative to the cell around it, or as shares of that. */
type Geometry = Readonly<{
  at: Point
  size: Point
  isRelative: boolean
  offset: Point
  /** Where an edge is drawn to begin and end, if it says so. */
  start: Point | null
  end: Point | null
  /** That a number is none, or beyond what a board can hold, and was brought within. */
  isOdd: boolean
}>

/** One `mxCell`, with the user object around it, if there is one. */
export type Cell = Readonly<{
  /** The id in the file; of cells without one, or with that of another, one that no cell has. */
  key: string
  /** That another cell before has the same id. */
  isSecond: boolean
  line: number
  /** As the file has it. */
  label: string
  styleText: string
  style: Style
  parent: string | null
  isVertex: boolean
  isEdge: boolean
  source: string | null
  target: string | null
  geometry: Geometry
  /** That names between percent signs in the label stand for fields of its own. */
  hasPlaceholders: boolean
  /** Fields of its own that a user object has, our extension apart. */
  data: ReadonlyMap<string, string>
  /** The record that our extension holds, null where there is none that fits; and all that it holds. */
  own: Carried | null
  packed: unknown
  /** That it has an address to open when it is clicked. */
  hasLink: boolean
}>

/** Whether an attribute of a user object means something to draw.io or to us, and so is no field of its owner's. */
export const isReserved = (name: string): boolean =>
  name === EXTENSION || /^(?:id|placeholders|xmlns|linktarget|(?:label|tooltip|link)(?:_.*)?)$/i.test(name)

/** The cells of a page in the order of the file, and the elements that are none. */
export function cellsOf(root: XmlElement): { cells: readonly Cell[]; others: readonly XmlElement[] } {
  const cells: Cell[] = []
  const others: XmlElement[] = []
  const keys = new FreshNames()
  for (const element of root.children) {
    const inner = localName(element.name) === 'mxCell' ? element : childOf(element, 'mxCell')
    if (inner === undefined) {
      others.push(element)
      continue
    }
    const id = element.attributes.get('id') ?? inner.attributes.get('id') ?? ''
    const key = keys.fresh(id || 'cell')
    const isSecond = id !== '' && key !== id
    if (cells.length === READ_LIMITS.records) throw tooManyRecords()
    cells.push(cellOf(element, inner, key, isSecond))
  }
  return { cells, others }
}

function cellOf(outer: XmlElement, inner: XmlElement, key: string, isSecond: boolean): Cell {
  const isUserObject = outer !== inner
  const styleText = inner.attributes.get('style') ?? ''
  const packed = isUserObject ? outer.attributes.get(EXTENSION) : undefined
  const json = packed === undefined ? null : parseJson(packed)
  const value = (name: string) => inner.attributes.get(name) ?? null
  const isEdge = value('edge') === '1'
  const isVertex = value('vertex') === '1' && !isEdge
  const own = json?.ok === true ? unpackKind(json.value) : null
  return {
    key,
    isSecond,
    line: outer.line,
    label: (isUserObject ? outer.attributes.get('label') : inner.attributes.get('value')) ?? '',
    styleText,
    style: parseStyle(styleText),
    parent: value('parent'),
    isVertex,
    isEdge,
    source: value('source'),
    target: value('target'),
    geometry: geometryOf(childOf(inner, 'mxGeometry')),
    hasPlaceholders: isUserObject && outer.attributes.get('placeholders') === '1',
    data: isUserObject ? dataOf(outer) : new Map(),
    own: (own?.kind === 'links' ? isEdge : isVertex) ? own : null,
    packed: json?.ok === true ? json.value : null,
    hasLink: isUserObject && (outer.attributes.get('link') ?? '') !== '',
  }
}

/** Its owner's fields, and with them the words that are shown when somebody points at it. */
function dataOf({ attributes }: XmlElement): ReadonlyMap<string, string> {
  const data = new Map([...attributes].filter(([name]) => !isReserved(name)))
  const tip = htmlText(attributes.get('tooltip') ?? '')
  return tip === '' ? data : data.set('tooltip', tip)
}

function geometryOf(element: XmlElement | undefined): Geometry {
  let isOdd = false
  const number = (from: XmlElement | undefined, name: string): number => {
    const text = from?.attributes.get(name)
    const value = text === undefined ? 0 : Number(text)
    const within = Number.isNaN(value) ? 0 : Math.min(Math.max(value, -FARTHEST), FARTHEST)
    if (within !== value) isOdd = true
    return within
  }
  const point = (as: string): Point | null => {
    const found = element === undefined ? [] : childrenOf(element, 'mxPoint')
    const one = found.find(({ attributes }) => attributes.get('as') === as)
    return one === undefined ? null : [number(one, 'x'), number(one, 'y')]
  }
  return {
    at: [number(element, 'x'), number(element, 'y')],
    size: [Math.max(number(element, 'width'), 0), Math.max(number(element, 'height'), 0)],
    isRelative: element?.attributes.get('relative') === '1',
    offset: point('offset') ?? [0, 0],
    start: point('sourcePoint'),
    end: point('targetPoint'),
    isOdd,
  }
}

/** The words of the label, one line for each that it shows. */
export function wordsOf({ label, style, data, hasPlaceholders }: Cell): string {
  const filled = hasPlaceholders
    ? label.replace(/%([A-Za-z_][\w.-]*)%/g, (whole, name: string) => data.get(name) ?? whole)
    : label
  return isHtml(style) || looksLikeHtml(filled) ? htmlText(filled) : filled.trim()
}
