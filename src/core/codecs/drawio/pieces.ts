import { type Box, COMPONENT_SIZE, NOTE_LEAST } from '../../layout/geometry.ts'
import { BLANK_COMPONENT, BLANK_LINK } from '../../model/blank.ts'
import type { Component, Link, Note, Point, RecordOf } from '../../model/records.ts'
import { blankSegment } from '../blanks.ts'
import type { Piece } from '../drawing/arrange.ts'
import type { Line } from '../drawing/drawing.ts'
import type { DrawnEnd } from '../drawing/ends.ts'
import { fieldsOf } from '../drawing/fields.ts'
import { withForeign } from '../extension.ts'
import { type Cell, wordsOf } from './cells.ts'
import { labelFor } from './labels.ts'
import { ownAs } from './packed.ts'
import type { Role, Sheet } from './sheet.ts'
import { arrowsOf, safeStyle } from './style.ts'

/** Where a page comes to stand among others, and what its cells are called there. */
export type PagePlace = Readonly<{
  idOf: (key: string) => string
  /** The segment that stands for the page. */
  home: string | null
  shift: Point
  /** That the file is one of ours, in which records stand where they say, unless somebody has moved them. */
  isOurs: boolean
}>

/** The piece that a vertex becomes. Of a record that it carries all is kept that nobody has changed in the diagram. */
export function pieceOf(cell: Cell, role: Role, sheet: Sheet, place: PagePlace): Piece {
  const id = place.idOf(cell.key)
  const homeKey = sheet.homes.get(cell.key) ?? null
  const home = homeKey === null ? place.home : place.idOf(homeKey)
  const drawn = sheet.boxes.get(cell.key)
  const box = drawn === undefined ? null : moved(drawn, place.shift)
  const words = wordsOf(cell)
  const name = words.replaceAll('\n', ' ')
  switch (role) {
    case 'segments': {
      const own = ownAs(role, id, cell.own)
      const record = own ?? foreign(blankSegment(id), cell)
      const named = isSame(role, own, cell) ? record : { ...record, name }
      const settled = place.isOurs && own !== null && own.parent === home && isAt(cell, own.pos, own.size)
      return { kind: role, record: { ...named, parent: home }, box, settled }
    }
    case 'components': {
      const own = ownAs(role, id, cell.own)
      const record: Component = own ?? foreign({ ...BLANK_COMPONENT, id }, cell)
      const named = isSame(role, own, cell) ? record : { ...record, name }
      const settled =
        place.isOurs && own !== null && own.segment === home && isAt(cell, own.pos, COMPONENT_SIZE)
      return { kind: role, record: { ...named, segment: home }, box, settled }
    }
    case 'notes': {
      const own = ownAs(role, id, cell.own)
      const record: Note =
        own ??
        foreign({ id, text: '', segment: null, pos: [0, 0], size: [NOTE_LEAST[0], NOTE_LEAST[1]] }, cell)
      const named = isSame(role, own, cell) ? record : { ...record, text: words }
      const settled = place.isOurs && own !== null && own.segment === home && isAt(cell, own.pos, own.size)
      return { kind: role, record: { ...named, segment: home }, box, settled }
    }
  }
}

/** The line that an edge becomes. Labels that lie on it are its name, as its own is. */
export function lineOf(cell: Cell, sheet: Sheet, { idOf, shift }: PagePlace): Line {
  const id = idOf(cell.key)
  const own = ownAs('links', id, cell.own)
  const labels = [cell, ...(sheet.labels.get(cell.key) ?? [])]
  const words = labels.map((one) => wordsOf(one).replaceAll('\n', ' ')).filter((line) => line !== '')
  const record: Link = own ?? foreign({ ...BLANK_LINK, id }, cell)
  const isNamed = labels.length === 1 && isSame('links', own, cell)
  const name = isNamed ? record.name : words.length === 0 ? null : words.join(', ')
  const arrows = arrowsOf(cell.style)
  const origin = sheet.originOf(cell)
  const end = (key: string | null, at: Point | null): DrawnEnd => {
    const tied = key !== null && sheet.roles.has(key) ? key : null
    const box = tied === null ? undefined : sheet.boxes.get(tied)
    const inside = box === undefined ? null : centre(box)
    const point: Point | null = at === null ? inside : [at[0] + origin[0], at[1] + origin[1]]
    return {
      on: tied === null ? null : idOf(tied),
      at: point === null ? null : [point[0] + shift[0], point[1] + shift[1]],
    }
  }
  const [start, stop] = [end(cell.source, cell.geometry.start), end(cell.target, cell.geometry.end)]
  return {
    record: { ...record, name, direction: arrows === 'both' ? 'both' : 'forward' },
    from: arrows === 'reversed' ? stop : start,
    to: arrows === 'reversed' ? start : stop,
  }
}

const isSame = <K extends Role | 'links'>(kind: K, own: RecordOf[K] | null, { label }: Cell): boolean =>
  own !== null && label === labelFor(kind, own)

const isAt = ({ geometry: { at, size, isRelative } }: Cell, pos: Point, own: Point): boolean =>
  !isRelative && at[0] === pos[0] && at[1] === pos[1] && size[0] === own[0] && size[1] === own[1]

/** With what only draw.io has a place for. */
function foreign<T extends object>(record: T, { styleText, data }: Cell): T {
  const style = safeStyle(styleText)
  const kept = data.size === 0 ? null : fieldsOf(data)
  const fields = kept === null ? {} : { data: kept }
  return withForeign(record, 'drawio', style === '' ? fields : { style, ...fields })
}

const centre = ({ at, size }: Box): Point => [at[0] + size[0] / 2, at[1] + size[1] / 2]
export const moved = ({ at, size }: Box, by: Point): Box => ({ at: [at[0] + by[0], at[1] + by[1]], size })
