import { recordIn } from '../core/model/lookup.ts'
import type { MitigationStatus, Scenario } from '../core/model/terms.ts'
import { nameOf } from '../state/record-names.ts'
import { setTrial } from '../state/trial-store.ts'
import type { CommandContext, Situation } from './command.ts'
import { situation } from './execute.ts'

/** What `trial.keep` does: asks with a list of all that it would write, then writes just that, or nothing. */
export async function keep({ host, edit }: Pick<CommandContext, 'host' | 'edit'>): Promise<void> {
  const asked = statusesToKeep(situation())
  if (typeof asked === 'string') return host.notify(asked, 'warning')
  if (asked.length === 0) return
  const agreed = await host.confirm({
    title: asked.length === 1 ? 'Keep this change?' : `Keep these ${asked.length} changes?`,
    body: `The status of each is changed for everybody, as one undo step.${asserted(asked)}`,
    lines: asked.map(({ title, from, to }) => `${title}: ${from} → ${to}`),
    confirm: 'Keep',
    tone: 'plain',
  })
  if (!agreed) return
  // Others may have edited while the question stood: what was read is written, or nothing.
  if (JSON.stringify(statusesToKeep(situation())) !== JSON.stringify(asked))
    return host.notify('The board has changed meanwhile, so nothing was kept. Look at it again.', 'warning')
  // First, so that nobody is told that the board has ended it.
  setTrial(null)
  edit(asked.length === 1 ? 'Keep a tried change' : `Keep ${asked.length} tried changes`, (editor) => {
    for (const { id, to } of asked) editor.set('mitigations', id, { status: to })
  })
  host.announce(`Kept: ${asked.length === 1 ? '1 status' : `${asked.length} statuses`} changed`)
}

/** What the new statuses say to everybody who reads them, so that nobody keeps more than is true. */
function asserted(asked: readonly StatusToKeep[]): string {
  const says = (to: MitigationStatus, what: string) => (asked.some((each) => each.to === to) ? what : '')
  return (
    says('implemented', ' Implemented says that it is in force: keep that only where it is.') +
    says('retired', ' Retired says that it is no longer in force.')
  )
}

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
}: Pick<Situation, 'model' | 'trial'>): readonly StatusToKeep[] | string {
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
