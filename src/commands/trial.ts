import { recordIn } from '../core/model/lookup.ts'
import { nameOf } from '../state/record-names.ts'
import { countsInTrial, withSwitch } from '../state/trial.ts'
import { showExposure } from '../state/selection-store.ts'
import { moveBoard, setTrial } from '../state/trial-store.ts'
import { setView } from '../state/view-store.ts'
import { type Command, command, type Situation } from './command.ts'

const isTrying = ({ trial }: Situation): boolean => trial.switched !== null

/** Takes one mitigation to count where it does not, and the other way round, for this person alone. */
export const switchMitigation: Command<{ id: string }> = command({
  id: 'trial.switch',
  label: 'Try a mitigation',
  icon: 'what-if',
  group: 'exposure',
  role: 'viewer',
  run: ({ model, trial, host }, { id }) => {
    const mitigation = recordIn(model, 'mitigations', id)
    if (mitigation === undefined) return
    const on = !countsInTrial(mitigation, trial.switched, model)
    const next = withSwitch(trial.switched, mitigation, on, model)
    setTrial(next)
    const tried = next === null ? 'Nothing is tried any more' : triedInWords(next.size)
    const back = trial.day === null ? '' : 'Back to today. '
    host.announce(`${back}${nameOf(model, id)}: taken ${on ? '' : 'not '}to be in force. ${tried}`)
  },
})

export const discardTrial = command({
  id: 'trial.discard',
  label: 'Discard what is tried',
  icon: 'close',
  group: 'exposure',
  role: 'viewer',
  when: isTrying,
  run: ({ host }) => {
    setTrial(null)
    host.announce('Discarded: the board as it stands')
  },
})

/** Writes the statuses that make the trial so, as one undo step, once they have been read and agreed to. */
export const keepTrial = command({
  id: 'trial.keep',
  label: 'Keep what is tried…',
  icon: 'check',
  group: 'exposure',
  role: 'editor',
  when: isTrying,
  run: async (context) => {
    const { keep } = await import('./keep-trial.ts')
    await keep(context)
  },
})

/** Tries all mitigations of the plan that was suggested, besides what is tried already. */
export const tryPlan = command({
  id: 'trial.plan',
  label: 'Try the suggested plan',
  icon: 'plan',
  group: 'exposure',
  role: 'viewer',
  when: ({ analysis: { plan } }) => !plan.isOld && (plan.plan?.mitigations.length ?? 0) > 0,
  run: ({ model, trial, analysis, host }) => {
    let { switched } = trial
    for (const id of analysis.plan.plan?.mitigations ?? []) {
      const mitigation = recordIn(model, 'mitigations', id)
      if (mitigation !== undefined) switched = withSwitch(switched, mitigation, true, model)
    }
    // One exposure shown alone would hide what the plan does to the others.
    showExposure(null)
    setTrial(switched)
    if (switched !== null) host.announce(`The suggested plan. ${triedInWords(switched.size)}`)
  },
})

export const openWhatIf = command({
  id: 'trial.open',
  label: 'What if…',
  icon: 'what-if',
  group: 'exposure',
  role: 'viewer',
  when: ({ model }) => model.mitigations.length > 0,
  run: () => setView({ bottom: true, bottomTab: 'what-if' }),
})

export const suggestPlan = command({
  id: 'trial.suggest-plan',
  label: 'Suggest a plan',
  icon: 'plan',
  group: 'exposure',
  role: 'viewer',
  when: ({ model, analysis }) =>
    model.mitigations.length > 0 && analysis.result !== null && !analysis.plan.searching,
  run: ({ trial, analysis }) => {
    setView({ bottom: true, bottomTab: 'what-if' })
    if (trial.day !== null) moveBoard(null)
    analysis.suggestPlan()
  },
})

const triedInWords = (count: number): string =>
  `Trying ${count} ${count === 1 ? 'change' : 'changes'}; nothing is saved`
