import { BLANK_RISK } from '../core/model/blank.ts'
import type { Entry, MitigationSubject, RiskSubject } from '../core/model/records.ts'
import { setView } from '../state/view-store.ts'
import { type Command, command } from './command.ts'
import { newId } from './new-id.ts'

/** Puts an entry of the team's own into its library. */
export const addEntry: Command<{ entry: Entry }> = command({
  id: 'entry.add',
  label: 'Add an own entry',
  icon: 'library',
  group: 'create',
  role: 'editor',
  run: ({ edit }, { entry }) =>
    edit(`Add own entry ${entry.title}`, (editor) => editor.create('entries', entry)),
})

/** Takes entries over from a file, as one step. */
export const takeOverEntries: Command<{ entries: readonly Entry[] }> = command({
  id: 'entry.take-over',
  label: 'Take over entries',
  icon: 'library',
  group: 'create',
  role: 'editor',
  run: ({ edit }, { entries }) => {
    if (entries.length === 0) return
    const count = entries.length === 1 ? '1 entry' : `${entries.length} entries`
    edit(`Take over ${count}`, (editor) => {
      for (const entry of entries) editor.create('entries', entry)
    })
  },
})

/** Makes a risk of an own entry: a copy, so that what becomes of the entry changes nothing on the board (MO10). */
export const recordEntry: Command<{ entry: Entry; on: RiskSubject }> = command({
  id: 'entry.record',
  label: 'Record an own risk',
  icon: 'risk',
  group: 'create',
  role: 'editor',
  run: ({ edit }, { entry, on }) => {
    const id = newId('risks')
    edit(`Record risk: ${entry.title}`, (editor) =>
      editor.create('risks', {
        ...BLANK_RISK,
        id,
        title: entry.title,
        category: null,
        on,
        propagation: entry.propagation,
      }),
    )
    setView({ inspected: id, right: true })
  },
})

/** Makes a mitigation of an own entry. It treats nothing yet, and an effect that the entry leaves open cuts nothing. */
export const applyEntry: Command<{ entry: Entry; on: readonly MitigationSubject[] }> = command({
  id: 'entry.apply',
  label: 'Add an own mitigation',
  icon: 'mitigation',
  group: 'create',
  role: 'editor',
  run: ({ edit }, { entry, on }) => {
    const id = newId('mitigations')
    edit(`Add mitigation: ${entry.title}`, (editor) =>
      editor.create('mitigations', {
        id,
        title: entry.title,
        control: null,
        effect: entry.effect ?? 'governs',
        treats: [],
        on,
        status: 'proposed',
        effort: null,
        due: null,
        owner: '',
        evidence: [],
      }),
    )
    setView({ inspected: id, right: true })
  },
})
