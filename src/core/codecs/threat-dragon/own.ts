import { normalise } from '../../model/normalise.ts'
import { emptyModel, KINDS, type Kind, type Model, type RecordOf } from '../../model/records.ts'
import { EXTENSION, type UnpackedBoard, unpackBoard, unpackRecord } from '../extension.ts'
import { fieldsIn, textIn } from '../loose.ts'
import { cellIdOf, recordIdOf } from './cells.ts'
import { type Cell, type Diagram, type DragonFile, takeApart } from './file.ts'
import type { CellKind } from './terms.ts'
import { fileOf } from './write.ts'

/** What a file that we wrote says of our own records, and what we would write for them now. */
export type Own = Readonly<{
  board: UnpackedBoard
  /** Of what was packed, by kind: `segments s1`. */
  packed: ReadonlyMap<string, object>
  /** Our records as we would write them. */
  file: DragonFile
  cells: ReadonlyMap<string, Cell>
  threats: ReadonlyMap<string, unknown>
  /** Whether the record is whole without anything that is no longer in the file. */
  isWhole: (kind: Kind, id: string) => boolean
}>

export const KIND_OF: Readonly<Record<CellKind, 'components' | 'segments' | 'links' | 'notes'>> = {
  node: 'components',
  box: 'segments',
  flow: 'links',
  text: 'notes',
  curve: 'notes',
}

export const packedOf = <K extends Kind>(own: Own, kind: K, id: string): RecordOf[K] | null =>
  (own.packed.get(`${kind} ${id}`) as RecordOf[K] | undefined) ?? null

/** The segment of ours that a diagram stands for. */
export const packedDiagram = ({ fields }: Diagram): Readonly<{ id: string; packed: unknown }> | null => {
  const { segment } = fieldsIn(fields[EXTENSION])
  const { id, ...packed } = fieldsIn(segment)
  return segment === undefined ? null : { id: textIn(id), packed }
}

/** Null where the file is not ours, or was written by a newer version. */
export function recover(file: DragonFile): Own | null {
  const board = unpackBoard(file.top[EXTENSION])
  if (board === null) return null
  const packed = new Map<string, object>()
  const take = (kind: Kind, id: string, fields: unknown) => {
    const key = `${kind} ${id}`
    const record = packed.has(key) ? null : unpackRecord(kind, id, fields)
    if (record !== null) packed.set(key, record)
  }
  for (const { kind, record } of board.records) packed.set(`${kind} ${record.id}`, record)
  for (const diagram of file.diagrams) {
    const segment = packedDiagram(diagram)
    if (segment !== null) take('segments', segment.id, segment.packed)
    for (const { id, kind, data, threats } of diagram.cells) {
      if (kind !== null) take(KIND_OF[kind], recordIdOf(id), data[EXTENSION])
      for (const threat of threats) {
        const fields = fieldsIn(threat)
        take('threats', recordIdOf(textIn(fields['id'])), fields[EXTENSION])
      }
    }
  }
  return { board, packed, ...expected({ ...emptyModel(), meta: board.meta, ...byKind(packed) }, packed) }
}

const byKind = (packed: ReadonlyMap<string, object>): Partial<Model> => {
  const lists = new Map<string, object[]>(KINDS.map((kind) => [kind, []]))
  for (const [key, record] of packed) lists.get(key.slice(0, key.indexOf(' ')))?.push(record)
  return Object.fromEntries(lists) as Partial<Model>
}

function expected(all: Model, packed: ReadonlyMap<string, object>) {
  const { model } = normalise(all)
  const apart = takeApart(fileOf(model, []))
  const file: DragonFile = apart.ok ? apart.value : { summary: {}, detail: {}, top: {}, diagrams: [] }
  const cells = new Map(
    file.diagrams.flatMap((diagram) => diagram.cells.map((cell) => [cell.id, cell] as const)),
  )
  const threats = new Map(
    [...cells.values()].flatMap((cell) =>
      cell.threats.map((threat) => [recordIdOf(textIn(fieldsIn(threat)['id'])), threat] as const),
    ),
  )
  const whole = new Set<unknown>(KINDS.flatMap((kind) => model[kind] as readonly unknown[]))
  const isWhole = (kind: Kind, id: string) => whole.has(packed.get(`${kind} ${id}`))
  return { file, cells, threats, isWhole }
}

/** The cell that we would write for a record. */
export const cellFor = (own: Own, id: string): Cell | null => own.cells.get(cellIdOf(id)) ?? null
