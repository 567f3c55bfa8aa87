import type { Editor } from '../collab/doc/board-doc.ts'
import { recordIn } from '../core/model/lookup.ts'
import type { Kind, MitigationSubject, Model } from '../core/model/records.ts'
import { select } from '../state/selection-store.ts'
import { setView } from '../state/view-store.ts'
import { type Command, command } from './command.ts'

/** Deletes records and what cannot stand without them, as one undo step. Asks first where a vendor still has products. */
export const removeRecords: Command<{ ids: readonly string[] }> = command({
  id: 'record.remove',
  label: 'Delete',
  icon: 'delete',
  group: 'edit',
  role: 'editor',
  run: async ({ edit, model, host }, { ids }) => {
    const doomed = withDependants(model, ids)
    if (doomed.size === 0) return
    const question = questionFor(model, ids, doomed)
    if (question !== null && !(await host.confirm({ title: 'Delete?', body: question, confirm: 'Delete' })))
      return
    edit(nameOf(model, ids, doomed), (editor) => {
      for (const [id, kind] of doomed) editor.remove(kind, id)
      releaseReferences(model, doomed, editor)
    })
    select([])
    setView({ inspected: null })
    host.announce(`${doomed.size === 1 ? '1 record' : `${doomed.size} records`} deleted`)
  },
})

export const deleteSelection = command({
  id: 'selection.delete',
  label: 'Delete',
  icon: 'delete',
  group: 'edit',
  keys: ['Delete', 'Backspace'],
  role: 'editor',
  when: ({ selection }) => selection.ids.size > 0,
  run: async (context) => await removeRecords.run(context, { ids: [...context.selection.ids] }),
})

/** The records and all that goes with them: what a segment contains, the links and risks of a component. */
function withDependants(model: Model, ids: readonly string[]): Map<string, Kind> {
  const doomed = new Map<string, Kind>()
  const kinds = ['segments', 'vendors', 'components', 'links', 'risks', 'mitigations', 'notes'] as const
  for (const id of ids) {
    const kind = kinds.find((candidate) => recordIn(model, candidate, id) !== undefined)
    if (kind !== undefined) doomed.set(id, kind)
  }
  // Parents come before their children in a normalised model, so one pass reaches every depth.
  for (const { id, parent } of model.segments)
    if (parent !== null && doomed.has(parent)) doomed.set(id, 'segments')
  for (const { id, segment } of model.components)
    if (segment !== null && doomed.has(segment)) doomed.set(id, 'components')
  for (const { id, segment } of model.notes)
    if (segment !== null && doomed.has(segment)) doomed.set(id, 'notes')
  for (const { id, from, to } of model.links) {
    if ((from !== null && doomed.has(from)) || (to !== null && doomed.has(to))) doomed.set(id, 'links')
  }
  for (const { id, on } of model.risks) {
    if (doomed.has('component' in on ? on.component : on.vendor)) doomed.set(id, 'risks')
  }
  return doomed
}

/**
 * Takes the doomed out of what stays, except where a mitigation would be left covering nothing by name: that would
 * mean everything (AN3). It keeps its dead names and is set aside instead.
 */
function releaseReferences(model: Model, doomed: ReadonlyMap<string, Kind>, editor: Editor): void {
  for (const component of model.components) {
    if (component.vendor !== null && doomed.has(component.vendor))
      editor.set('components', component.id, { vendor: null })
  }
  for (const { id, on, treats } of model.mitigations) {
    if (doomed.has(id)) continue
    const covers = on.filter((subject) => !doomed.has(subjectId(subject)))
    const treated = treats.filter((risk) => !doomed.has(risk))
    if (covers.length < on.length && covers.length > 0) editor.set('mitigations', id, { on: covers })
    if (treated.length < treats.length) editor.set('mitigations', id, { treats: treated })
  }
}

function subjectId(subject: MitigationSubject): string {
  if ('component' in subject) return subject.component
  if ('link' in subject) return subject.link
  return 'segment' in subject ? subject.segment : subject.vendor
}

/** A risk that goes along unseen would make the board look better than the network is: say so before. */
function questionFor(model: Model, ids: readonly string[], doomed: ReadonlyMap<string, Kind>): string | null {
  const risks = [...doomed].filter(([id, kind]) => kind === 'risks' && !ids.includes(id)).length
  if (risks === 0) return null
  const also = risks === 1 ? 'one risk' : `${risks} risks`
  const vendors = ids.filter((id) => recordIn(model, 'vendors', id) !== undefined).length
  const what = vendors > 0 ? 'recorded against the vendor' : 'recorded against what you delete'
  return `This also deletes ${also} ${what}. You can undo it.`
}

function nameOf(model: Model, ids: readonly string[], doomed: ReadonlyMap<string, Kind>): string {
  const [only] = ids
  if (ids.length !== 1 || only === undefined) return `Delete ${doomed.size} records`
  const kind = doomed.get(only)
  const record = kind === undefined ? undefined : recordIn(model, kind, only)
  const name = record !== undefined && 'name' in record ? record.name : undefined
  return name === undefined || name === null || name === ''
    ? `Delete ${kind?.slice(0, -1) ?? 'record'}`
    : `Delete ${name}`
}
