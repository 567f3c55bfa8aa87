import { create } from 'zustand'
import type { RivalEdit } from '../../collab/doc/rival-edits.ts'
import { recordIn } from '../../core/model/lookup.ts'
import type { Model } from '../../core/model/records.ts'

/** A field that this person changed offline and somebody else meanwhile: what a merge left, and what it set aside. */
export type Rival = RivalEdit & Readonly<{ stands: unknown; other: unknown }>

export const useRivals = create<{ rivals: readonly Rival[] }>()(() => ({ rivals: [] }))

/** Which of both values stands, for each field whose record is still there. */
export const standing = (model: Model, edits: readonly RivalEdit[]): readonly Rival[] =>
  edits.flatMap((edit) => {
    const stands = valueOf(model, edit)
    if (stands === undefined) return []
    return [{ ...edit, stands, other: isSame(stands, edit.mine) ? edit.theirs : edit.mine }]
  })

/** Those about which there is still something to decide: nobody has changed the field since. */
export const undecided = (model: Model, rivals: readonly Rival[]): readonly Rival[] =>
  rivals.filter((rival) => isSame(valueOf(model, rival), rival.stands))

export const keyOf = ({ record, field }: RivalEdit): string =>
  `${record === null ? 'board' : `${record.kind}/${record.id}`} ${field}`

function valueOf(model: Model, { record, field }: RivalEdit): unknown {
  const fields = record === null ? model.meta : recordIn(model, record.kind, record.id)
  return (fields as Readonly<Record<string, unknown>> | undefined)?.[field]
}

const isSame = (a: unknown, b: unknown): boolean => JSON.stringify(a) === JSON.stringify(b)
