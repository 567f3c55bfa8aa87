import type { Kind, RecordOf } from '../core/model/records.ts'
import { type Command, command } from './command.ts'

/** Fields of one record to change. */
export type FieldsOf = {
  [K in Kind]: { kind: K; id: string; fields: Partial<Omit<RecordOf[K], 'id'>> }
}[Kind]

/** Changes fields of one record; `label` names the undo step ("Rename AMF 1"). */
export const setFields: Command<FieldsOf & { label: string }> = command({
  id: 'record.set-fields',
  label: 'Change',
  icon: 'edit',
  group: 'edit',
  role: 'editor',
  run: ({ edit }, { kind, id, fields, label }) => edit(label, (editor) => editor.set(kind, id, fields)),
})

/** The same for several records, as one undo step. */
export const setFieldsOfEach: Command<{ changes: readonly FieldsOf[]; label: string }> = command({
  id: 'record.set-fields-of-each',
  label: 'Change several',
  icon: 'edit',
  group: 'edit',
  role: 'editor',
  run: ({ edit }, { changes, label }) =>
    edit(label, (editor) => {
      for (const { kind, id, fields } of changes) editor.set(kind, id, fields)
    }),
})

/** Changes the board's own fields: title, description, jurisdiction, policy (only the parts given). */
export const setMeta: Command<{ fields: Readonly<Record<string, unknown>>; label: string }> = command({
  id: 'board.set-meta',
  label: 'Change the board',
  icon: 'edit',
  group: 'board',
  role: 'editor',
  run: ({ edit }, { fields, label }) => edit(label, (editor) => editor.setMeta(fields)),
})
