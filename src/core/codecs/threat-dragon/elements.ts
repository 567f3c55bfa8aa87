import { type Box, COMPONENT_SIZE, middle, minus } from '../../layout/geometry.ts'
import { BLANK_COMPONENT, BLANK_LINK } from '../../model/blank.ts'
import type {
  CommentSubject,
  Component,
  Link,
  Mitigation,
  Note,
  Point,
  Segment,
  Threat,
} from '../../model/records.ts'
import { EXTENSION, withForeign } from '../extension.ts'
import { type Fields, saying, some, textIn, without } from '../loose.ts'
import { CURVE_TEXT } from './cells.ts'
import type { Cell } from './file.ts'
import { decisionOf, FORMAT, isPlaceholder, strideOf } from './terms.ts'

/** What each element says by itself, as a record. Who lies in what, and where on the board, is settled apart. */

const DRAWN = ['type', 'name', 'threats', 'hasOpenThreats', 'isTrustBoundary', EXTENSION]
const kept = ({ data }: Cell, names: readonly string[] = []): Fields =>
  saying(without(data, [...DRAWN, ...names]))

/** Our component has one size, and stands where the middle of theirs is. */
export const ourBox = (box: Box): Box => {
  const [x, y] = middle(box)
  return { at: [x - COMPONENT_SIZE[0] / 2, y - COMPONENT_SIZE[1] / 2], size: COMPONENT_SIZE }
}

export const componentOf = (cell: Cell, id: string): Component =>
  withForeign({ ...BLANK_COMPONENT, id, name: cell.name }, FORMAT, {
    ...(cell.type === '' ? {} : { type: cell.type }),
    ...(cell.box === null ? {} : { size: cell.box.size }),
    ...some('data', kept(cell)),
  })

export const segmentOf = (cell: Cell, id: string): Segment =>
  withForeign(
    { id, name: cell.name, kind: null, parent: null, zone: null, pos: [0, 0], size: [1, 1] },
    FORMAT,
    some('data', kept(cell)),
  )

/** `between` lies half way between the ends, in the diagram. */
export function linkOf(cell: Cell, id: string, from: string, to: string, between: Point): Link {
  const protocol = textIn(cell.data['protocol'])
  const bends = cell.vertices.map((vertex) => minus(vertex, between))
  return withForeign(
    {
      ...BLANK_LINK,
      id,
      from,
      to,
      name: cell.name === '' ? null : cell.name,
      direction: cell.data['isBidirectional'] === true ? 'both' : 'forward',
      protection: cell.data['isEncrypted'] === true ? protocol || 'encrypted' : null,
    },
    FORMAT,
    {
      ...some('data', kept(cell, ['isBidirectional', 'isEncrypted'])),
      ...(bends.length === 0 ? {} : { bends }),
    },
  )
}

export function noteOf(cell: Cell, id: string, at: Point): Note {
  const note = {
    id,
    text: cell.name,
    segment: null,
    pos: [0, 0] as [number, number],
    size: [1, 1] as [number, number],
  }
  if (cell.kind === 'text') return withForeign(note, FORMAT, some('data', kept(cell)))
  return withForeign({ ...note, text: cell.name || CURVE_TEXT }, FORMAT, {
    ...some('data', kept(cell)),
    curve: curveOf(cell).map((point) => minus(point, at)),
  })
}

/** The points of a trust boundary curve, from end to end. */
export const curveOf = ({ source, target, vertices }: Cell): readonly Point[] => [
  ...(source !== null && 'point' in source ? [source.point] : []),
  ...vertices,
  ...(target !== null && 'point' in target ? [target.point] : []),
]

/** What is written where others write what is done: why the threat does not apply, or nothing yet. */
export function wordsIn(entry: Fields): Readonly<{ done: string; reason: string }> {
  const text = textIn(entry['mitigation'])
  if (text.trim() === '' || isPlaceholder(text)) return { done: '', reason: '' }
  return decisionOf(textIn(entry['status'])) === 'dismissed'
    ? { done: '', reason: text }
    : { done: text, reason: '' }
}

const READ_OF_THREAT = ['id', 'title', 'description', 'mitigation', 'number', 'new', 'threatId', EXTENSION]

export function threatOf(entry: Fields, id: string, number: number, on: CommentSubject): Threat {
  const description = textIn(entry['description'])
  const decision = decisionOf(textIn(entry['status']))
  return withForeign(
    {
      id,
      number,
      technique: null,
      stride: strideOf(textIn(entry['type'])),
      title: textIn(entry['title']),
      description: isPlaceholder(description) ? '' : description,
      on,
      decision: decision ?? 'open',
      rationale: wordsIn(entry).reason,
      by: '',
      at: null,
    },
    FORMAT,
    some('data', saying(without(entry, READ_OF_THREAT))),
  )
}

/** EX6: it is on what the threat is on, treats nothing and changes nothing, until somebody says what it does. */
export const mitigationOf = (words: string, id: string, threat: Threat, status: string): Mitigation =>
  withForeign(
    {
      id,
      title: `Against: ${threat.title}`,
      control: null,
      effect: 'governs',
      treats: [],
      on: [threat.on],
      status: decisionOf(status) === 'mitigate' ? 'implemented' : 'proposed',
      effort: null,
      due: null,
      owner: '',
      evidence: [words],
    },
    FORMAT,
    { threat: threat.id },
  )
