import { recordIn } from '../core/model/lookup.ts'
import type { Model } from '../core/model/records.ts'
import type { MitigationStatus, Scenario } from '../core/model/terms.ts'
import { nameOf } from '../state/record-names.ts'
import { countsInTrial, withSwitch } from '../state/trial.ts'
import { setTrial, type TrialState } from '../state/trial-store.ts'
import { setView } from '../state/view-store.ts'
import { type Command, command, type Situation } from './command.ts'
import { situation } from './execute.ts'

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
    host.announce(`${nameOf(model, id)}: taken ${on ? '' : 'not '}to be in force. ${tried}`)
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
  run: async ({ host, edit, ...before }) => {
    const asked = statusesToKeep(before)
    if (typeof asked === 'string') return host.notify(asked, 'warning')
    const agreed = await host.confirm({
      title: asked.length === 1 ? 'Keep this change?' : `Keep these ${asked.length} changes?`,
      body: 'The status of each is changed for everybody, as one undo step:',
      lines: asked.map(({ title, from, to }) => `${title}: ${from} → ${to}`),
      confirm: 'Keep',
      tone: 'plain',
    })
    if (!agreed) return
    // Others may have edited while the question stood: what was read is written, or nothing.
    const now = situation()
    if (JSON.stringify(statusesToKeep(now)) !== JSON.stringify(asked))
      return host.notify('The board has changed meanwhile, so nothing was kept. Look at it again.', 'warning')
    edit(asked.length === 1 ? 'Keep a tried change' : `Keep ${asked.length} tried changes`, (editor) => {
      for (const { id, to } of asked) editor.set('mitigations', id, { status: to })
    })
    setTrial(null)
    host.announce(`Kept: ${asked.length === 1 ? '1 status' : `${asked.length} statuses`} changed`)
  },
})

/** Tries all mitigations of the plan that was suggested, besides what is tried already. */
export const tryPlan = command({
  id: 'trial.plan',
  label: 'Try the suggested plan',
  icon: 'plan',
  group: 'exposure',
  role: 'viewer',
  when: ({ analysis }) => (analysis.plan.plan?.mitigations.length ?? 0) > 0,
  run: ({ model, trial, analysis, host }) => {
    let { switched } = trial
    for (const id of analysis.plan.plan?.mitigations ?? []) {
      const mitigation = recordIn(model, 'mitigations', id)
      if (mitigation !== undefined) switched = withSwitch(switched, mitigation, true, model)
    }
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
  when: ({ model, analysis }) => model.mitigations.length > 0 && !analysis.plan.searching,
  run: ({ analysis }) => {
    setView({ bottom: true, bottomTab: 'what-if' })
    analysis.suggestPlan()
  },
})

const triedInWords = (count: number): string =>
  `Trying ${count} ${count === 1 ? 'change' : 'changes'}; nothing is saved`

type StatusToKeep = Readonly<{ id: string; title: string; from: MitigationStatus; to: MitigationStatus }>

/** The least status that counts in a scenario and that does not claim a check that nobody made; null where there is none. */
const KEPT_AS: Readonly<Record<Scenario, MitigationStatus | null>> = {
  inherent: null,
  assured: null,
  current: 'implemented',
  target: 'planned',
}

/** By title. A sentence instead where statuses alone cannot make it so. */
function statusesToKeep({
  model,
  trial,
}: {
  model: Model
  trial: TrialState
}): readonly StatusToKeep[] | string {
  const { scenario } = model.meta.policy
  const kept = KEPT_AS[scenario]
  const statuses: StatusToKeep[] = []
  for (const [id, on] of trial.switched ?? []) {
    const mitigation = recordIn(model, 'mitigations', id)
    if (mitigation === undefined) continue
    if (on && kept === null) return WHY_NOT_KEPT[scenario === 'inherent' ? 'inherent' : 'assured']
    statuses.push({
      id,
      title: nameOf(model, id),
      from: mitigation.status,
      to: on && kept ? kept : 'retired',
    })
  }
  return statuses.sort((a, b) => a.title.localeCompare(b.title, 'en') || (a.id < b.id ? -1 : 1))
}

const WHY_NOT_KEPT = {
  inherent: 'In the inherent scenario no mitigation counts, so there is no status that would keep this.',
  assured:
    'In the assured scenario only verified mitigations count. A switch cannot verify anything: what is kept would be implemented, and would not count here. Keep it in the current or the target scenario.',
} as const
