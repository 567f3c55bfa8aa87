import type { MitigationStatus } from '../model/terms.ts'
import type { Compiled, CompiledRisk } from './compile.ts'
import { treatedInstances } from './credit.ts'
import type { SourceSets } from './exposures.ts'
import type { Standing } from './held.ts'
import { DOOR } from './ways.ts'
import type { CoverageState } from './result.ts'

/** CO1–CO7 as columns, by risk, then component; `state` is a place in `COVERAGE_STATES`. */
export type CoverageColumns = Readonly<{
  risk: Int32Array
  component: Int32Array
  state: Uint8Array
  /** How many are in each state. */
  tally: Int32Array
  /** How many risks are live at each component of the model. */
  live: Int32Array
}>

export const COVERAGE_STATES = [
  'closed',
  'not-applicable',
  'verified',
  'removed',
  'contained',
  'accepted',
  'partial',
  'planned',
  'proposed',
  'uncovered',
] as const satisfies readonly CoverageState[]

const codeOf = (state: CoverageState): number => COVERAGE_STATES.indexOf(state)
const CONTAINED = codeOf('contained')
/** In these the risk is not there any more, or never was. */
const GONE: ReadonlySet<CoverageState> = new Set(['closed', 'not-applicable', 'verified', 'removed'])
const IS_LIVE = COVERAGE_STATES.map((state) => !GONE.has(state))

export function findCoverage(
  { sets, of }: SourceSets,
  standing: Standing,
  compiled: Compiled,
): CoverageColumns {
  const { risks, components, instanceComponent } = compiled
  const dangerous = leadsToTarget(standing, compiled)
  const removedBy = removalStates(compiled)
  const named = statusesByRisk(compiled)
  const covered = risks.filter(({ propagation }) => propagation === 'foothold' || propagation === 'weakness')
  const count = covered.reduce((sum, { first, end }) => sum + end - first, 0)
  const columns = {
    risk: new Int32Array(count),
    component: new Int32Array(count),
    state: new Uint8Array(count),
    tally: new Int32Array(COVERAGE_STATES.length),
    live: new Int32Array(components.length),
  }
  const isSource = new Uint8Array(components.length)
  let next = 0
  risks.forEach((risk, index) => {
    if (risk.propagation !== 'foothold' && risk.propagation !== 'weakness') return
    const sources = sets[of[index] as number] ?? []
    for (const source of sources) isSource[source] = 1
    const ended = risk.record.status === 'closed' || risk.record.status === 'not-applicable'
    const whenEnded = ended ? codeOf(risk.record.status) : 0
    const whenExposed = codeOf(stateWhenExposed(risk, named.get(risk.record.id) ?? NO_STATUSES))
    for (let instance = risk.first; instance < risk.end; instance++) {
      const component = instanceComponent[instance] as number
      const exposed = isSource[component] === 1 && dangerous[component] === 1
      const removed = removedBy[instance] as number
      const state = ended ? whenEnded : removed !== 0 ? removed : exposed ? whenExposed : CONTAINED
      columns.risk[next] = index
      columns.component[next] = component
      columns.state[next++] = state
      columns.tally[state] = (columns.tally[state] as number) + 1
      if (IS_LIVE[state] === true) columns.live[component] = (columns.live[component] as number) + 1
    }
    for (const source of sources) isSource[source] = 0
  })
  return columns
}

export const countIn = (tally: Int32Array, state: CoverageState): number => tally[codeOf(state)] ?? 0

/** Null where there is nothing to cover. */
export function shareOf({ state, tally }: CoverageColumns): number | null {
  const count = (...states: CoverageState[]) => states.reduce((sum, one) => sum + countIn(tally, one), 0)
  const all = state.length - count('closed', 'not-applicable')
  return all === 0 ? null : count('removed', 'verified', 'contained') / all
}

/** Marks the components from which, as a source, some critical component is taken or reached. */
function leadsToTarget({ passage }: Standing, { graph, targets }: Compiled): Uint8Array {
  const { nodeCount, inStart, inArcs, tail } = graph
  const leads = new Uint8Array(nodeCount)
  const queue = new Int32Array(nodeCount)
  let length = 0
  for (const target of targets) {
    leads[target] = 1
    queue[length++] = target
  }
  for (let next = 0; next < length; next++) {
    const node = queue[next] as number
    const end = inStart[node + 1] as number
    for (let place = inStart[node] as number; place < end; place++) {
      const arc = inArcs[place] as number
      const from = tail[arc] as number
      // Doors are into targets only, so that none follows upon a step.
      if (leads[from] === 1 || (passage[arc] as number) < DOOR) continue
      leads[from] = 1
      queue[length++] = from
    }
  }
  return leads
}

/** CO2, by instance: the code of a state, 0 for none. */
function removalStates(compiled: Compiled): Uint8Array {
  const states = new Uint8Array(compiled.instanceComponent.length)
  const [verified, removed] = [codeOf('verified'), codeOf('removed')]
  for (const mitigation of compiled.mitigations) {
    if (!mitigation.counts || mitigation.effect !== 'removes-risk') continue
    const checked = mitigation.record.status === 'verified'
    for (const instance of treatedInstances(mitigation.record, compiled)) {
      if (checked) states[instance] = verified
      else if (states[instance] === 0) states[instance] = removed
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
