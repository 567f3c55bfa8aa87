import { type Compiled, compile } from '../src/core/analysis/compile.ts'
import { chokeCandidates, clearedByCutting } from '../src/core/analysis/choke-points.ts'
import { findCoverage } from '../src/core/analysis/coverage.ts'
import { type Credit, countingCredit, effectsOf } from '../src/core/analysis/credit.ts'
import { allSources, type Finding, findExposures } from '../src/core/analysis/exposures.ts'
import { OPEN, type Standing, standingUnder, STEP } from '../src/core/analysis/held.ts'
import { findPlan } from '../src/core/analysis/plan.ts'
import { makeRater } from '../src/core/analysis/ratings.ts'
import { statesWith } from '../src/core/analysis/recount.ts'
import { findRoutes } from '../src/core/analysis/routes.ts'
import { separatingSet } from '../src/core/analysis/separating-set.ts'
import type { Model } from '../src/core/model/records.ts'
import type { CutProblem } from './rivals/cut-problem.ts'
import { NONE, REACHED, type SearchProblem, type Searcher, type SetAnswer, TAKEN } from './rivals/problem.ts'

/** The only file of the bench that knows the engine's inside. */

/** The engine at work on one model: each field is what the phase of that name left. */
export type Work = {
  readonly model: Model
  compiled: Compiled
  credit: Credit
  standing: Standing
  sources: number[][]
  findings: Finding[]
}

export type Phase = Readonly<{
  name: string
  tier: 'first' | 'rest' | 'choke counts' | 'plan'
  run: (work: Work) => unknown
}>

const OPTIONS = { date: '2026-11-23' }

/** In the order in which a board is answered. `model` has to be normalised. */
export const PHASES: readonly Phase[] = [
  { name: 'compile', tier: 'first', run: (work) => (work.compiled = compiledOf(work.model)) },
  { name: 'credit', tier: 'first', run: (work) => (work.credit = countingCredit(work.compiled)) },
  {
    name: 'standing',
    tier: 'first',
    run: (work) => (work.standing = standingUnder(work.credit, work.compiled)),
  },
  {
    name: 'sources',
    tier: 'first',
    run: (work) => (work.sources = allSources(work.standing, work.compiled)),
  },
  {
    name: 'exposures',
    tier: 'first',
    run: (work) => (work.findings = findExposures(work.sources, work.standing, work.compiled)),
  },
  { name: 'ratings', tier: 'first', run: rateAll },
  {
    name: 'coverage',
    tier: 'rest',
    run: ({ sources, standing, compiled }) => findCoverage(sources, standing, compiled),
  },
  {
    name: 'routes',
    tier: 'rest',
    run: ({ sources, standing, compiled }) => findRoutes(union(sources), standing, compiled),
  },
  { name: 'separating set', tier: 'rest', run: separate },
  { name: 'what-if', tier: 'rest', run: changeEach },
  { name: 'choke counts', tier: 'choke counts', run: countChokes },
  { name: 'plan', tier: 'plan', run: ({ credit, compiled }) => findPlan(credit, compiled) },
]

/** A normalised model with all of the first tier done. */
export function workOn(model: Model): Work {
  const work = { model } as Work
  for (const { tier, run } of PHASES) if (tier === 'first') run(work)
  return work
}

function rateAll({ standing, compiled, findings }: Work): unknown {
  const { rate } = makeRater(standing, compiled)
  return findings.map(rate)
}

export function separate({ standing, compiled }: Work): readonly string[] {
  return separatingSet(standing, compiled)
}

function changeEach({ credit, compiled }: Work): unknown {
  return compiled.mitigations.map((mitigation) => {
    const effects = effectsOf(mitigation, compiled)
    if (effects.cuts.length === 0 && effects.removals.length === 0) return null
    return statesWith(effects, mitigation.counts ? -1 : 1, credit, compiled)
  })
}

function countChokes({ findings, standing, credit, compiled }: Work): unknown {
  return clearedByCutting(chokeCandidates(findings, standing, compiled), credit, compiled)
}

const union = (sets: readonly (readonly number[])[]): number[] =>
  [...new Set(sets.flat())].sort((a, b) => a - b)

/** Held set and exposures, from the compiled graph on. The engine does more than its rivals: it finds steps and sources, too. */
export function engineSearcher({ compiled, credit }: Work, problem: SearchProblem): Searcher {
  return {
    name: 'engine',
    search: () => {
      const standing = standingUnder(credit, compiled)
      const sources = allSources(standing, compiled)
      const findings = findExposures(sources, standing, compiled)
      return () => ({ held: standing.held, sets: answersOf(findings, sources, compiled, problem) })
    },
  }
}

function answersOf(
  findings: readonly Finding[],
  sources: readonly (readonly number[])[],
  { graph }: Compiled,
  { sets, targets }: SearchProblem,
): SetAnswer[] {
  const placeOf = new Map(Array.from(targets, (target, place) => [target, place]))
  const byRisk = new Map<number, Finding[]>()
  for (const finding of findings) {
    const others = byRisk.get(finding.risk)
    if (others === undefined) byRisk.set(finding.risk, [finding])
    else others.push(finding)
  }
  const riskOf = new Map(sources.map((set, risk) => [set.join(), risk]))
  return sets.map((set) => {
    const kinds = new Uint8Array(targets.length).fill(NONE)
    const hops = new Int32Array(targets.length).fill(-1)
    const paths: number[][] = []
    for (const { target, kind, source, arcs } of byRisk.get(riskOf.get(set.join()) ?? -1) ?? []) {
      const place = placeOf.get(target) ?? -1
      kinds[place] = kind === 'taken' ? TAKEN : REACHED
      hops[place] = arcs.length
      paths[place] = [source, ...arcs.map((arc) => graph.head[arc] as number)]
    }
    return { kinds, hops, pathTo: (place) => paths[place] ?? [] }
  })
}

/** The same question for the rivals, each step and door once. */
export function searchProblemOf({ compiled, standing, sources }: Work): SearchProblem {
  const { components, graph, owns, targets, untrusted } = compiled
  const { foothold, passage } = standing
  const steps = { tail: [] as number[], head: [] as number[] }
  const seeds = new Set<number>()
  const doors = new Map<number, Set<number>>(Array.from(targets, (target) => [target, new Set()]))
  for (let node = 0; node < components.length; node++) if (foothold[node] === 1) seeds.add(node)
  for (let arc = 0; arc < graph.arcCount; arc++) {
    const [tail, head] = [graph.tail[arc] as number, graph.head[arc] as number]
    if (passage[arc] === OPEN) doors.get(head)?.add(tail)
    if (passage[arc] !== STEP) continue
    if (untrusted[tail] === 1 && owns[arc] === 0) seeds.add(head)
    if (steps.tail.at(-1) === tail && steps.head.at(-1) === head) continue
    steps.tail.push(tail)
    steps.head.push(head)
  }
  const doorsOf = Array.from(targets, (target) => [...(doors.get(target) ?? [])])
  const distinct = new Map(sources.filter((set) => set.length > 0).map((set) => [set.join(), set]))
  return {
    ids: components.map(({ id }) => id),
    tail: Int32Array.from(steps.tail),
    head: Int32Array.from(steps.head),
    seeds: Int32Array.from(seeds).sort(),
    sets: [...distinct.values()].map((set) => Int32Array.from(set)),
    targets,
    doorStart: Int32Array.from([0, ...doorsOf.map(runningCount())]),
    doorTails: Int32Array.from(doorsOf.flat()),
  }
}

function runningCount(): (list: readonly unknown[]) => number {
  let total = 0
  return ({ length }) => (total += length)
}

/** The separating set's question, by steps. */
export function cutProblemOf({ compiled, standing }: Work): CutProblem {
  const { components, links, graph, owns, targets, untrusted } = compiled
  const steps = Int32Array.from(standing.passage.keys()).filter((arc) => standing.passage[arc] === STEP)
  return {
    nodeCount: components.length,
    links: links.map(({ id }) => id),
    tail: steps.map((arc) => graph.tail[arc] as number),
    head: steps.map((arc) => graph.head[arc] as number),
    link: steps.map((arc) => graph.link[arc] as number),
    isAccess: Uint8Array.from(steps, (arc) => 1 - (owns[arc] as number)),
    foothold: standing.foothold,
    untrusted,
    targets,
  }
}

/** What is kept of a model between questions. */
export const compiledOf = (model: Model): Compiled => compile(model, OPTIONS)

export const arcCountOf = ({ graph }: Compiled): number => graph.arcCount
