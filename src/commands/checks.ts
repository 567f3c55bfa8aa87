import type { Finding, Fix } from '../core/analysis/checks/findings.ts'
import { kindOf } from '../core/model/lookup.ts'
import { select } from '../state/selection-store.ts'
import { setView } from '../state/view-store.ts'
import { type Command, command } from './command.ts'
import { newId } from './new-id.ts'

type NewWaiver = Readonly<{ finding: Finding; reason: string; by: string; until: string | null }>

/** Waives a finding, that is a check for all of its records, with a reason and a person, to a last day or for good. */
export const waiveFinding: Command<NewWaiver> = command({
  id: 'checks.waive',
  label: 'Waive',
  icon: 'check',
  group: 'edit',
  role: 'editor',
  run: ({ edit, host }, { finding, reason, by, until }) => {
    const [why, who] = [reason.trim(), by.trim()]
    if (why === '' || who === '') return
    edit('Waive a check', (editor) =>
      editor.create('waivers', {
        id: newId('waivers'),
        check: finding.check,
        on: finding.records,
        reason: why,
        by: who,
        until,
      }),
    )
    host.announce('Waived')
  },
})

export const liftWaiver: Command<string> = command({
  id: 'checks.lift',
  label: 'Lift a waiver',
  icon: 'undo',
  group: 'edit',
  role: 'editor',
  run: ({ edit, host }, waiver) => {
    edit('Lift a waiver', (editor) => editor.remove('waivers', waiver))
    host.announce('Lifted: what it waived is open again')
  },
})

export const applyFix: Command<Fix> = command({
  id: 'checks.fix',
  label: 'Fix',
  icon: 'check',
  group: 'edit',
  role: 'editor',
  run: ({ edit, host }, { label, changes }) => {
    edit(label, (editor) => {
      for (const { kind, id, fields } of changes) editor.set(kind, id, fields)
    })
    host.announce(label)
  },
})

/** Selects what a finding is about and brings it into view; what has no place on the canvas stays in the sentence. */
export const revealFinding: Command<Finding> = command({
  id: 'checks.reveal',
  label: 'Show a finding',
  icon: 'search',
  group: 'view',
  role: 'viewer',
  run: ({ host, model }, { records }) => {
    const placed = records.filter((id) =>
      ['components', 'links', 'segments'].includes(kindOf(model, id) ?? ''),
    )
    select(placed)
    setView({ inspected: null })
    host.canvas?.reveal(placed)
  },
})
