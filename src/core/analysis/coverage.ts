import type { MitigationStatus } from '../model/terms.ts'
import type { Compiled, CompiledRisk } from './compile.ts'
import { effectsOf } from './credit.ts'
import { OPEN, type Standing, STEP } from './held.ts'
import { reach } from './walks.ts'
import type { Coverage, CoverageInstance, CoverageState } from './result.ts'

/** CO1–CO7, by risk, then component. */
export function findCoverage(
  sourcesByRisk: readonly (readonly number[])[],
  standing: Standing,
  compiled: Compiled,
): Coverage {
  const { risks, components, instanceComponent } = compiled
  const dangerous = leadsToTarget(standing, compiled)
  const removedBy = removalStates(compiled)
  const named = statusesByRisk(compiled)
  const instances: CoverageInstance[] = []
  risks.forEach((risk, index) => {
    if (risk.propagation !== 'foothold' && risk.propagation !== 'weakness') return
    const sources = new Set(sourcesByRisk[index])
    const whenExposed = stateWhenExposed(risk, named.get(risk.record.id) ?? NO_STATUSES)
    for (let instance = risk.first; instance < risk.end; instance++) {
      const component = instanceComponent[instance] as number
      const exposed = sources.has(component) && dangerous[component] === 1
      const state: CoverageState =
        risk.record.status === 'closed' || risk.record.status === 'not-applicable'
          ? risk.record.status
          : (removedBy.get(instance) ?? (exposed ? whenExposed : 'contained'))
      instances.push({ risk: risk.record.id, component: components[component]?.id ?? '', state })
    }
  })
  return { share: shareOf(instances), instances }
}

function shareOf(instances: readonly CoverageInstance[]): number | null {
  const count = (...states: CoverageState[]) => instances.filter(({ state }) => states.includes(state)).length
  const all = instances.length - count('closed', 'not-applicable')
  return all === 0 ? null : count('removed', 'verified', 'contained') / all
}

/** Marks the components from which, as a source, some critical component is taken or reached. */
function leadsToTarget({ passage }: Standing, { graph, critical, targets }: Compiled): Uint8Array {
  const ends = new Set(targets)
  for (let arc = 0; arc < graph.arcCount; arc++) {
    if (passage[arc] === OPEN && critical[graph.head[arc] as number] === 1)
      ends.add(graph.tail[arc] as number)
  }
  const steps = passage.map((kind) => Number(kind === STEP))
  return reach(graph, steps, ends, true)
}

/** CO2, by instance. */
function removalStates(compiled: Compiled): ReadonlyMap<number, 'verified' | 'removed'> {
  const states = new Map<number, 'verified' | 'removed'>()
  for (const mitigation of compiled.mitigations) {
    if (!mitigation.counts) continue
    const verified = mitigation.record.status === 'verified'
    for (const instance of effectsOf(mitigation, compiled).removals) {
      if (verified) states.set(instance, 'verified')
      else if (!states.has(instance)) states.set(instance, 'removed')
    }
  }
  return states
}

type Statuses = Readonly<{ counting: boolean; statuses: ReadonlySet<MitigationStatus> }>
const NO_STATUSES: Statuses = { counting: false, statuses: new Set() }

/** What the mitigations that name a risk in `treats` have come to. */
function statusesByRisk({ mitigations }: Compiled): ReadonlyMap<string, Statuses> {
  const byRisk = new Map<string, { counting: boolean; statuses: Set<MitigationStatus> }>()
  for (const { record, counts } of mitigations) {
    for (const risk of record.treats) {
      const known = byRisk.get(risk) ?? { counting: false, statuses: new Set() }
      known.counting ||= counts
      known.statuses.add(record.status)
      byRisk.set(risk, known)
    }
  }
  return byRisk
}

/** CO4–CO7. */
function stateWhenExposed({ accepted }: CompiledRisk, { counting, statuses }: Statuses): CoverageState {
  if (accepted) return 'accepted'
  if (counting) return 'partial'
  if (statuses.has('planned')) return 'planned'
  return statuses.has('proposed') ? 'proposed' : 'uncovered'
}
