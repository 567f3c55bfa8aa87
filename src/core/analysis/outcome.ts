import type { Policy } from '../model/records.ts'
import type { Compiled } from './compile.ts'
import { type CoverageColumns, findCoverage } from './coverage.ts'
import { type Exposures, findExposures, findSourceSets, type SourceSets, TAKEN } from './exposures.ts'
import { marked } from './graph.ts'
import type { Standing } from './held.ts'
import { findShownSteps, type StepColumns } from './shown-steps.ts'
import { bandOf, makeRater } from './ratings.ts'
import type { Counts } from './result.ts'

/**
 * What `CoreResult` says, by the numbers of records (AN14) in typed arrays, which pass between threads without being
 * copied. `nameOutcome` makes it readable.
 */
export type Outcome = Readonly<{
  date: string
  policy: Policy
  counts: Counts
  held: Int32Array
  sources: Int32Array
  targets: Int32Array
  exposures: ExposureColumns
  shownSteps: StepColumns
  coverage: CoverageColumns
}>

/** By risk, then target. Path i is steps pathStart[i] … pathStart[i + 1] − 1 from `source`: over `link` to `component`. */
export type ExposureColumns = Readonly<{
  count: number
  risk: Int32Array
  target: Int32Array
  /** `TAKEN` or `REACHED`. */
  state: Uint8Array
  source: Int32Array
  /** A place in `RATINGS`. */
  rating: Uint8Array
  accepted: Uint8Array
  /** −1 for a foothold. */
  entryComponent: Int32Array
  entryLink: Int32Array
  pathStart: Int32Array
  pathComponent: Int32Array
  pathLink: Int32Array
}>

export type Assessed = Readonly<{
  sets: SourceSets
  exposures: Exposures
  sources: Int32Array
  outcome: Outcome
}>

/** The first tier: AN8–AN10, RT, CO. Throws `TooLarge`. */
export function assess(standing: Standing, compiled: Compiled, mostExposures?: number): Assessed {
  const sets = findSourceSets(standing, compiled)
  const isSource = new Uint8Array(compiled.components.length)
  for (const set of sets.sets) for (let i = 0; i < set.length; i++) isSource[set[i] as number] = 1
  const sources = marked(isSource)
  const exposures = findExposures(sets, standing, compiled, mostExposures)
  const held = marked(standing.held)
  const columns = describe(exposures, standing, compiled)
  return {
    sets,
    exposures,
    sources,
    outcome: {
      date: compiled.date,
      policy: compiled.policy,
      counts: {
        components: compiled.components.length,
        links: compiled.links.length,
        held: held.length,
        targets: compiled.targets.length,
        taken: exposures.state.reduce((sum, state) => sum + Number(state === TAKEN), 0),
        reached: exposures.state.reduce((sum, state) => sum + Number(state !== TAKEN), 0),
        accepted: columns.accepted.reduce((sum, accepted) => sum + accepted, 0),
      },
      held,
      // Copies, since what is sent away is gone, and later tiers go on from these.
      sources: sources.slice(),
      targets: compiled.targets.slice(),
      exposures: columns,
      shownSteps: findShownSteps(exposures, compiled),
      coverage: findCoverage(sets, standing, compiled),
    },
  }
}

function describe(exposures: Exposures, standing: Standing, compiled: Compiled): ExposureColumns {
  const { graph, risks } = compiled
  const { count, risk, target, state, source, entry, pathStart, arcs } = exposures
  const { gradesOf } = makeRater(standing, compiled)
  const rating = new Uint8Array(count)
  const accepted = new Uint8Array(count)
  const entryComponent = new Int32Array(count).fill(-1)
  const entryLink = new Int32Array(count).fill(-1)
  for (let i = 0; i < count; i++) {
    const of = risk[i] as number
    const kind = state[i] === TAKEN ? 'taken' : 'reached'
    const { likelihood, impact } = gradesOf(of, source[i] as number, kind)
    rating[i] = bandOf(likelihood * impact, kind)
    accepted[i] = Number(risks[of]?.accepted ?? false)
    const arc = entry[i] as number
    if (arc === -1) continue
    entryComponent[i] = graph.tail[arc] as number
    entryLink[i] = graph.link[arc] as number
  }
  const pathComponent = new Int32Array(arcs.length)
  const pathLink = new Int32Array(arcs.length)
  for (let i = 0; i < arcs.length; i++) {
    pathComponent[i] = graph.head[arcs[i] as number] as number
    pathLink[i] = graph.link[arcs[i] as number] as number
  }
  const paths = { pathStart: pathStart.slice(), pathComponent, pathLink }
  const who = { risk: risk.slice(), target: target.slice(), state: state.slice(), source: source.slice() }
  return { count, ...who, rating, accepted, entryComponent, entryLink, ...paths }
}
