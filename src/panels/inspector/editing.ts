import { setFields } from '../../commands/edit-fields.ts'
import { execute } from '../../commands/execute.ts'
import { recordIn } from '../../core/model/lookup.ts'
import type { Kind, RecordOf } from '../../core/model/records.ts'
import { useBoard } from '../../state/board-store.ts'
import { mayEdit, useConnection } from '../../state/connection-store.ts'
import { select } from '../../state/selection-store.ts'
import { setView } from '../../state/view-store.ts'

/** Whether this person may only look. */
export const useReadOnly = (): boolean => useConnection((connection) => !mayEdit(connection))

type Changed<K extends Kind> = Partial<Omit<RecordOf[K], 'id'>>

/**
 * Writes fields of one record as one undo step. A field that loses the focus because somebody else deleted its record
 * has nothing left to write to.
 */
export function change<K extends Kind>(kind: K, id: string, fields: Changed<K>, label: string): void {
  if (recordIn(useBoard.getState().model, kind, id) === undefined) return
  execute(setFields, { kind, id, fields, label } as Parameters<typeof setFields.run>[1])
}

const ON_CANVAS: ReadonlySet<Kind> = new Set(['segments', 'components', 'links', 'notes'])

/** Brings a record into the inspector: by selecting it where it has a place on the canvas. */
export function showRecord(kind: Kind, id: string): void {
  if (!ON_CANVAS.has(kind)) return setView({ inspected: id })
  select([id])
  setView({ inspected: null })
}

/** An empty text is no text. */
export const orNull = (text: string): string | null => (text === '' ? null : text)
