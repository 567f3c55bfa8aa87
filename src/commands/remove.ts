import type { Editor } from '../collab/doc/board-doc.ts'
import { kindOf, recordIn } from '../core/model/lookup.ts'
import type { Kind, MitigationSubject, Model } from '../core/model/records.ts'
import { subjectIdOf } from '../core/model/threats.ts'
import { useBoard } from '../state/board-store.ts'
import { nameOf } from '../state/record-names.ts'
import { select } from '../state/selection-store.ts'
import { setView } from '../state/view-store.ts'
import { type Command, command, type CommandContext } from './command.ts'
import { isEnabled } from './execute.ts'
import { leavePins } from './leave-pins.ts'

/** Deletes records and what cannot stand without them, as one undo step. Asks first where risks would go along. */
export const removeRecords: Command<{ ids: readonly string[] }> = command({
  id: 'record.remove',
  label: 'Delete',
  icon: 'delete',
  group: 'edit',
  role: 'editor',
  run: (context, { ids }) => {
    const body = questionFor(context.model, ids)
    if (body === null) return remove(context, ids, 'Delete')
    const title = `Delete ${label(context.model, ids, withDependants(context.model, ids))}?`
    return context.host.confirm({ title, body, confirm: 'Delete' }).then((yes) => {
      // Others may have edited, or taken back the right to, while the question stood.
      if (yes && isEnabled(removeRecords))
        remove({ ...context, model: useBoard.getState().model }, ids, 'Delete')
    })
  },
})

export const deleteSelection: Command = command({
  id: 'selection.delete',
  label: 'Delete',
  icon: 'delete',
  group: 'edit',
  keys: ['Delete', 'Backspace'],
  canvasOnly: true,
  role: 'editor',
  when: ({ selection }) => selection.ids.size > 0,
  run: (context) => removeRecords.run(context, { ids: [...context.selection.ids] }),
})

/** Deletes without asking. `verb` names the undo step. */
export function remove({ edit, model, host }: CommandContext, ids: readonly string[], verb: string): void {
  const doomed = withDependants(model, ids)
  if (doomed.size === 0) return
  edit(`${verb} ${label(model, ids, doomed)}`, (editor) => {
    for (const [id, kind] of doomed) editor.remove(kind, id)
    releaseReferences(model, doomed, editor)
  })
  select([])
  setView({ inspected: null, renaming: null })
  host.announce(`${countOf(doomed.size)} deleted`)
}

/** The records and all that goes with them: what a segment contains, the links, risks and threats of a component. */
function withDependants(model: Model, ids: readonly string[]): Map<string, Kind> {
  const doomed = new Map<string, Kind>()
  const take = (kind: Kind, id: string, ...homes: (string | null)[]) => {
    if (homes.some((home) => home !== null && doomed.has(home))) doomed.set(id, kind)
  }
  for (const id of ids) {
    const kind = kindOf(model, id)
    if (kind !== null) doomed.set(id, kind)
  }
  // Parents come before their children in a normalised model, so one pass reaches every depth.
  for (const { id, parent } of model.segments) take('segments', id, parent)
  for (const { id, segment } of model.components) take('components', id, segment)
  for (const { id, segment } of model.notes) take('notes', id, segment)
  for (const { id, from, to } of model.links) take('links', id, from, to)
  for (const { id, vendor } of model.products) take('products', id, vendor)
  for (const { id, vendor } of model.statements) take('statements', id, vendor)
  for (const { id, on } of model.risks) take('risks', id, 'component' in on ? on.component : on.vendor)
  for (const { id, on } of model.threats) take('threats', id, subjectIdOf(on))
  return doomed
}

/**
 * Takes the doomed out of what stays, except where a mitigation would be left covering nothing by name: that would
 * mean everything (AN3). It keeps its dead names and is set aside instead.
 */
function releaseReferences(model: Model, doomed: ReadonlyMap<string, Kind>, editor: Editor): void {
  for (const { id, vendor } of model.components) {
    if (vendor !== null && doomed.has(vendor)) editor.set('components', id, { vendor: null })
  }
  leavePins(model, doomed, editor)
  for (const { id, on, treats } of model.mitigations) {
    if (doomed.has(id)) continue
    const covers = on.filter((subject) => !doomed.has(subjectId(subject)))
    const treated = treats.filter((risk) => !doomed.has(risk))
    if (covers.length < on.length && covers.length > 0) editor.set('mitigations', id, { on: covers })
    if (treated.length < treats.length) editor.set('mitigations', id, { treats: treated })
  }
}

/** The id that one entry of a mitigation's `on` names. */
export function subjectId(subject: MitigationSubject): string {
  if ('component' in subject) return subject.component
  if ('link' in subject) return subject.link
  return 'segment' in subject ? subject.segment : subject.vendor
}

/** A risk that goes along unseen would make the board look better than the network is: say so before. */
function questionFor(model: Model, ids: readonly string[]): string | null {
  const doomed = withDependants(model, ids)
  const risks = [...doomed].filter(([id, kind]) => kind === 'risks' && !ids.includes(id)).length
  if (risks === 0) return null
  const also = risks === 1 ? 'one risk' : `${risks} risks`
  const isVendor = ids.some((id) => recordIn(model, 'vendors', id) !== undefined)
  const what = isVendor ? 'recorded against the vendor' : 'recorded against what you delete'
  return `This also deletes ${also} ${what}. You can undo it.`
}

const countOf = (count: number): string => (count === 1 ? '1 record' : `${count} records`)

function label(model: Model, ids: readonly string[], doomed: ReadonlyMap<string, Kind>): string {
  const [only] = ids
  return ids.length === 1 && only !== undefined ? nameOf(model, only) : countOf(doomed.size)
}
