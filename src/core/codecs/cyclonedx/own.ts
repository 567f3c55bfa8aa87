import { isFields } from '../../model/issues.ts'
import { parseJson } from '../../model/json.ts'
import { KINDS, type Kind, type Meta, type RecordOf } from '../../model/records.ts'
import { stableJson } from '../edits.ts'
import { foreignOf, packRecord, unpackBoard, type UnpackedBoard, unpackRecord } from '../extension.ts'
import type { Fields } from '../kept.ts'
import { BOARD_PROPERTY, FORMAT, propertyOf, RECORD_PROPERTY } from './kept.ts'

/** Our own records in the properties of a file, as JSON text, since a property holds nothing but text. */

export const recordProperty = <K extends Kind>(kind: K, record: RecordOf[K]): Fields => ({
  name: RECORD_PROPERTY,
  value: stableJson({ kind, id: record.id, record: packRecord(kind, record) }),
})

/** A record of one of these kinds that an element carries; null where it carries none that can be read. */
export function ownOf<K extends Kind>(element: Fields, kind: K): RecordOf[K] | null {
  const packed = fieldsIn(propertyOf(element['properties'], RECORD_PROPERTY))
  if (packed === null || packed['kind'] !== kind) return null
  return unpackRecord(kind, String(packed['id']), packed['record'])
}

export const boardProperty = (board: object): Fields => ({ name: BOARD_PROPERTY, value: stableJson(board) })

/** The board, without what is in the file itself besides. */
export function boardOf(root: Fields): UnpackedBoard | null {
  const board = unpackBoard(fieldsIn(propertyOf(root['properties'], BOARD_PROPERTY)))
  if (board === null || Object.keys(foreignOf(board.meta, FORMAT)).length === 0) return board
  const { foreign: _foreign, ...meta } = board.meta as Meta & { foreign?: unknown }
  return { ...board, meta }
}

/** The kinds that have elements in the format; all others travel with the board. */
const ELEMENTS = ['segments', 'components', 'links', 'threats', 'mitigations', 'risks'] as const
export type ElementKind = (typeof ELEMENTS)[number]
export const BOARD_KINDS: readonly Kind[] = KINDS.filter(
  (kind) => !(ELEMENTS as readonly Kind[]).includes(kind),
)

function fieldsIn(json: string | null): Fields | null {
  const parsed = json === null ? null : parseJson(json)
  return parsed?.ok === true && isFields(parsed.value) ? parsed.value : null
}
