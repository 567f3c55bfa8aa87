import { recordIn } from '../core/model/lookup.ts'
import type { MitigationStatus, Scenario } from '../core/model/terms.ts'
import { useBoard } from '../state/board-store.ts'
import { mayEdit } from '../state/connection-store.ts'
import { nameOf } from '../state/record-names.ts'
import { setTrial, useTrial } from '../state/trial-store.ts'
import type { CommandContext, Question, Situation } from './command.ts'
import { situation } from './execute.ts'

/**
 * What `trial.keep` does: asks with a list of all that it would write, which follows the board while it is read, then
 * writes just that, or nothing.
 */
export async function keep({ host, edit }: Pick<CommandContext, 'host' | 'edit'>): Promise<void> {
  const first = statusesToKeep(situation())
  if (typeof first === 'string') return host.notify(first, 'warning')
  if (first.length === 0) return
  let asked = first
  const agreed = await host.confirm(questionOf(first), (show) => {
    const look = () => {
      const now = statusesToKeep(situation())
      if (typeof now === 'string') host.notify(now, 'warning')
      if (typeof now === 'string' || now.length === 0) return show(null)
      if (JSON.stringify(now) === JSON.stringify(asked)) return
      asked = now
      show({ ...questionOf(now), news: 'The board has changed meanwhile. This is what would be kept now.' })
    }
    const stops = [useBoard.subscribe(look), useTrial.subscribe(look)]
    return () => stops.forEach((stop) => stop())
  })
  // The right to edit may have been taken back while the question stood.
  if (!agreed || !mayEdit(situation().connection)) return
  // First, so that nobody is told that the board has ended it.
  setTrial(null)
  edit(asked.length === 1 ? 'Keep a tried change' : `Keep ${asked.length} tried changes`, (editor) => {
    for (const { id, to } of asked) editor.set('mitigations', id, { status: to })
  })
  host.announce(`Kept: ${asked.length === 1 ? '1 status' : `${asked.length} statuses`} changed`)
}

const questionOf = (asked: readonly StatusToKeep[]): Question => ({
  title: asked.length === 1 ? 'Keep this change?' : `Keep these ${asked.length} changes?`,
  body: `The status of each is changed for everybody, as one undo step.${asserted(asked)}`,
  lines: asked.map(({ id, title, from, to }) => ({ id, words: `${title}: ${from} → ${to}` })),
  confirm: 'Keep',
  tone: 'plain',
})

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
