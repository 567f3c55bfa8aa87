import { recordIn } from '../core/model/lookup.ts'
import type { Threat } from '../core/model/records.ts'
import { threatLabels } from '../core/model/threats.ts'
import { type Command, command } from './command.ts'
import { createThreat } from './decide-threats.ts'

/** What a team says of a threat of its own; what becomes of it is decided as with any other. */
export type OwnThreat = Pick<Threat, 'on' | 'title' | 'stride' | 'description'>

/** A threat that nobody proposed is nobody's technique. Only such a one can be edited and deleted. */
export const isOwn = ({ technique }: Pick<Threat, 'technique'>): boolean => technique === null

/** Puts a threat of one's own on record, open, under a number that was never given before. Nothing without a title. */
export const addThreat: Command<OwnThreat> = command({
  id: 'threat.add-own',
  label: 'Add a threat',
  icon: 'threat',
  group: 'create',
  role: 'editor',
  run: (context, { on, title, stride, description }) => {
    if (title.trim() === '') return
    createThreat(context, 'Add', {
      on,
      technique: null,
      stride,
      title: title.trim(),
      description: description.trim(),
      decision: 'open',
      rationale: '',
    })
  },
})

/** Changes these fields of a threat of one's own, as one step; who decided, and when, stays. */
export const editThreat: Command<{ id: string; fields: Partial<OwnThreat> }> = command({
  id: 'threat.edit-own',
  label: 'Edit a threat',
  icon: 'edit',
  group: 'edit',
  role: 'editor',
  run: ({ edit, model, host }, { id, fields }) => {
    const threat = recordIn(model, 'threats', id)
    if (threat === undefined || !isOwn(threat) || Object.keys(fields).length === 0) return
    const label = threatLabels(model.threats).get(id) ?? id
    edit(`Edit ${label}`, (editor) => editor.set('threats', id, fields))
    host.announce(`${label} changed`)
  },
})

/** Deletes a threat of one's own. Its number is never given again. */
export const removeThreat: Command<{ id: string }> = command({
  id: 'threat.remove-own',
  label: 'Delete a threat',
  icon: 'delete',
  group: 'edit',
  role: 'editor',
  run: ({ edit, model, host }, { id }) => {
    const threat = recordIn(model, 'threats', id)
    if (threat === undefined || !isOwn(threat)) return
    const label = threatLabels(model.threats).get(id) ?? id
    edit(`Delete ${label}`, (editor) => editor.remove('threats', id))
    host.announce(`${label} deleted`)
  },
})
