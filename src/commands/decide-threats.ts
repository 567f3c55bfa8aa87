import { lastThreatNumber } from '../collab/doc/threat-numbers.ts'
import { recordIn } from '../core/model/lookup.ts'
import type { Threat } from '../core/model/records.ts'
import type { ThreatDecision } from '../core/model/terms.ts'
import { isSameSubject, subjectIdOf, threatLabels } from '../core/model/threats.ts'
import { nameOf } from '../state/record-names.ts'
import { select } from '../state/selection-store.ts'
import { useSession } from '../state/session-store.ts'
import { setView } from '../state/view-store.ts'
import { type Command, command, type CommandContext } from './command.ts'
import { newId } from './new-id.ts'

/** Records one threat as open, or as dismissed so that it is not proposed again. Its number was never given before. */
export const recordThreat: Command<
  Pick<Threat, 'on' | 'technique' | 'title' | 'rationale'> & { decision: 'open' | 'dismissed' }
> = command({
  id: 'threat.record',
  label: 'Record a threat',
  icon: 'threat',
  group: 'create',
  role: 'editor',
  run: (context, { on, technique, title, decision, rationale }) => {
    const isKnown = context.model.threats.some(
      (threat) => technique !== null && threat.technique === technique && isSameSubject(threat.on, on),
    )
    if (isKnown) return
    const said = { stride: null, description: '', rationale: rationale.trim() }
    createThreat(context, decision === 'open' ? 'Record' : 'Dismiss', {
      on,
      technique,
      title,
      decision,
      ...said,
    })
  },
})

/** Creates a threat under the next number, as one step of which `verb` is the name. */
export function createThreat(
  { edit, model, host }: CommandContext,
  verb: 'Add' | 'Record' | 'Dismiss',
  said: Omit<Threat, 'id' | 'number' | 'by' | 'at'>,
): void {
  const number = lastThreatNumber(host.board.doc) + 1
  edit(`${verb} a threat to ${nameOf(model, subjectIdOf(said.on))}`, (editor) => {
    editor.create('threats', { id: newId('threats'), number, ...said, ...decidedNow() })
    // Undo takes the threat away again, and never its number: somebody may have noted it down.
    editor.keepMeta({ lastThreat: number })
  })
  host.announce(`T${number} ${said.decision === 'open' ? 'recorded' : 'dismissed'}`)
}

/** One decision is one undo step, with who took it and when. */
export const decideThreat: Command<{ id: string; decision: ThreatDecision; rationale: string }> = command({
  id: 'threat.decide',
  label: 'Decide on a threat',
  icon: 'threat',
  group: 'edit',
  role: 'editor',
  run: ({ edit, model, host }, { id, decision, rationale }) => {
    const threat = recordIn(model, 'threats', id)
    const reason = rationale.trim()
    if (threat === undefined || (threat.decision === decision && threat.rationale === reason)) return
    const label = threatLabels(model.threats).get(id) ?? id
    const fields = { decision, rationale: reason, ...decidedNow() }
    edit(`Decide on ${label}`, (editor) => editor.set('threats', id, fields))
    host.announce(`${label}: ${decision}`)
  },
})

/** From the table: what the threat is to is selected and comes into the middle. */
export const goToThreat: Command<{ id: string }> = command({
  id: 'threat.go-to',
  label: 'Go to a threat',
  icon: 'threat',
  group: 'view',
  role: 'viewer',
  run: ({ model, host }, { id }) => {
    const threat = recordIn(model, 'threats', id)
    if (threat === undefined) return
    const element = subjectIdOf(threat.on)
    select([element])
    setView({ inspected: null, right: true, rightTab: 'inspector' })
    host.canvas?.centreOn(element)
  },
})

const decidedNow = (): Pick<Threat, 'by' | 'at'> => ({
  by: useSession.getState().me.name,
  at: new Date().toISOString(),
})
