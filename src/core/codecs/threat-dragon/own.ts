import type { Kind, Mitigation } from '../../model/records.ts'
import { EXTENSION, unpackBoard } from '../extension.ts'
import { fieldsIn, textIn } from '../loose.ts'
import { Packed } from '../packed.ts'
import { cellIdOf, recordIdOf } from './cells.ts'
import { type Cell, type Diagram, type DragonFile, takeApart } from './file.ts'
import type { CellKind } from './terms.ts'
import { wordsOfThreats } from './threats.ts'
import { fileOf } from './write.ts'

/** What a file that we wrote says of our own records, and what we would write for them now. */
export type Own = Readonly<{
  packed: Packed
  /** Our records as we would write them. */
  file: DragonFile
  cells: ReadonlyMap<string, Cell>
  threats: ReadonlyMap<string, unknown>
  isWhole: (kind: Kind, id: string) => boolean
  /** The mitigations whose words stand with a threat. */
  words: ReadonlyMap<string, readonly Mitigation[]>
}>

export const KIND_OF: Readonly<Record<CellKind, 'components' | 'segments' | 'links' | 'notes'>> = {
  node: 'components',
  box: 'segments',
  flow: 'links',
  text: 'notes',
  curve: 'notes',
}

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
  const packed = new Packed(board)
  for (const diagram of file.diagrams) {
    const segment = packedDiagram(diagram)
    if (segment !== null) packed.take('segments', segment.id, segment.packed)
    for (const { id, kind, data, threats } of diagram.cells) {
      if (kind !== null) packed.take(KIND_OF[kind], recordIdOf(id), data[EXTENSION])
      for (const threat of threats) {
        const fields = fieldsIn(threat)
        packed.take('threats', recordIdOf(textIn(fields['id'])), fields[EXTENSION])
      }
    }
  }
  const { model, isWhole } = packed.settle()
  const apart = takeApart(fileOf(model, []))
  const written: DragonFile = apart.ok ? apart.value : { summary: {}, detail: {}, top: {}, diagrams: [] }
  const cells = new Map(
    written.diagrams.flatMap((diagram) => diagram.cells.map((cell) => [cell.id, cell] as const)),
  )
  const threats = new Map(
    [...cells.values()].flatMap((cell) =>
      cell.threats.map((threat) => [recordIdOf(textIn(fieldsIn(threat)['id'])), threat] as const),
    ),
  )
  return { packed, file: written, cells, threats, isWhole, words: wordsOfThreats(model) }
}

/** The cell that we would write for a record. */
export const cellFor = (own: Own, id: string): Cell | null => own.cells.get(cellIdOf(id)) ?? null
