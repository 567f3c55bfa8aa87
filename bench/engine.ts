import type { Examined } from '../src/core/analysis/analyse.ts'
import { countChokePoints } from '../src/core/analysis/choke-points.ts'
import { type Compiled, compile, type makeCompiler } from '../src/core/analysis/compile.ts'
import { type Credit, countingCredit } from '../src/core/analysis/credit.ts'
import {
  TAKEN as ENGINE_TAKEN,
  type Exposures,
  findExposures,
  findSourceSets,
  type SourceSets,
} from '../src/core/analysis/exposures.ts'
import { type Standing, standingUnder } from '../src/core/analysis/held.ts'
import { DOOR, STEP } from '../src/core/analysis/ways.ts'
import { namesOf } from '../src/core/analysis/name-outcome.ts'
import { type Assessed, assess } from '../src/core/analysis/outcome.ts'
import { findPlan } from '../src/core/analysis/plan.ts'
import { findRoutes } from '../src/core/analysis/routes.ts'
import { separatingSet } from '../src/core/analysis/separating-set.ts'
import { lastOf } from '../src/core/analysis/steps.ts'
import { findChanges } from '../src/core/analysis/what-if.ts'
import type { Model } from '../src/core/model/records.ts'
import type { CutProblem } from './rivals/cut-problem.ts'
import { NONE, REACHED, type SearchProblem, type Searcher, type SetAnswer, TAKEN } from './rivals/problem.ts'

/** The only file of the bench that knows the engine's inside. */

/** The engine at work on one model: each field is what the phase of that name left. */
export type Work = {
  readonly model: Model
  /** Keeps from the last model what this one has, too; a fresh one where there is none. */
  readonly compile?: ReturnType<typeof makeCompiler>
  compiled: Compiled
  credit: Credit
  standing: Standing
  assessed: Assessed
}

export type Phase = Readonly<{
  name: string
  tier: 'first' | 'rest' | 'choke counts' | 'plan'
  run: (work: Work) => unknown
}>

const OPTIONS = { date: '2026-11-23' }

/** In the order in which a board is answered. `model` has to be normalised. */
export const PHASES: readonly Phase[] = [
  {
    name: 'compile',
    tier: 'first',
    run: (work) => (work.compiled = (work.compile ?? compile)(work.model, OPTIONS)),
  },
  { name: 'credit', tier: 'first', run: (work) => (work.credit = countingCredit(work.compiled)) },
  {
    name: 'standing',
    tier: 'first',
    run: (work) => (work.standing = standingUnder(work.credit, work.compiled)),
  },
  {
    name: 'exposures, ratings, coverage',
    tier: 'first',
    run: (work) => (work.assessed = assess(work.standing, work.compiled)),
  },
  {
    name: 'routes',
    tier: 'rest',
    run: ({ assessed, standing, compiled }) => findRoutes(assessed.sources, standing, compiled),
  },
  { name: 'separating set', tier: 'rest', run: separate },
  { name: 'what-if', tier: 'rest', run: (work) => lastOf(findChanges(examinedOf(work))) },
  { name: 'choke counts', tier: 'choke counts', run: (work) => lastOf(countChokePoints(examinedOf(work))) },
  { name: 'plan', tier: 'plan', run: ({ credit, compiled }) => findPlan(credit, compiled) },
]

const examinedOf = ({ compiled, standing, assessed }: Work): Examined => ({ compiled, standing, ...assessed })

/** A normalised model with all of the first tier done. */
export function workOn(model: Model): Work {
  const work = { model } as Work
  for (const { tier, run } of PHASES) if (tier === 'first') run(work)
  return work
}

export function separate({ standing, compiled }: Work): readonly string[] {
  return namesOf(separatingSet(standing, compiled), compiled.links)
}

/** Held set and exposures, from the compiled graph on. The engine does more than its rivals: it finds steps and sources, too. */
export function engineSearcher({ compiled, credit }: Work, problem: SearchProblem): Searcher {
  return {
    name: 'engine',
    search: () => {
      const standing = standingUnder(credit, compiled)
      const sets = findSourceSets(standing, compiled)
      const exposures = findExposures(sets, standing, compiled)
      return () => ({ held: standing.held, sets: answersOf(exposures, sets, compiled, problem) })
    },
  }
}

function answersOf(
  { risk, target, state, source, pathStart, arcs, count }: Exposures,
  { sets: found, of }: SourceSets,
  { graph }: Compiled,
  { sets, targets }: SearchProblem,
): SetAnswer[] {
  const placeOf = new Map(Array.from(targets, (each, place) => [each, place]))
  const answers = sets.map(() => ({
    kinds: new Uint8Array(targets.length).fill(NONE),
    hops: new Int32Array(targets.length).fill(-1),
    paths: [] as number[][],
  }))
  const answerOf = new Map(sets.map((set, index) => [set.join(), answers[index]]))
  for (let i = 0; i < count; i++) {
    const answer = answerOf.get(found[of[risk[i] as number] as number]?.join() ?? '')
    const place = placeOf.get(target[i] as number) ?? -1
    if (answer === undefined) continue
    const path = Array.from(arcs.subarray(pathStart[i], pathStart[i + 1]), (arc) => graph.head[arc] as number)
    answer.kinds[place] = state[i] === ENGINE_TAKEN ? TAKEN : REACHED
    answer.hops[place] = path.length
    answer.paths[place] = [source[i] as number, ...path]
  }
  return answers.map(({ kinds, hops, paths }) => ({ kinds, hops, pathTo: (place) => paths[place] ?? [] }))
}

/** The same question for the rivals, each step and door once. */
export function searchProblemOf({ compiled, standing, assessed }: Work): SearchProblem {
  const { components, graph, owns, targets, untrusted } = compiled
  const { foothold, passage } = standing
  const steps = { tail: [] as number[], head: [] as number[] }
  const seeds = new Set<number>()
  const doors = new Map<number, Set<number>>(Array.from(targets, (target) => [target, new Set()]))
  for (let node = 0; node < components.length; node++) if (foothold[node] === 1) seeds.add(node)
  for (let arc = 0; arc < graph.arcCount; arc++) {
    const [tail, head] = [graph.tail[arc] as number, graph.head[arc] as number]
    if (passage[arc] === DOOR) doors.get(head)?.add(tail)
    if (passage[arc] !== STEP) continue
    if (untrusted[tail] === 1 && owns[arc] === 0) seeds.add(head)
    if (steps.tail.at(-1) === tail && steps.head.at(-1) === head) continue
    steps.tail.push(tail)
    steps.head.push(head)
  }
  const doorsOf = Array.from(targets, (target) => [...(doors.get(target) ?? [])])
  return {
    ids: components.map(({ id }) => id),
    tail: Int32Array.from(steps.tail),
    head: Int32Array.from(steps.head),
    seeds: Int32Array.from(seeds).sort(),
    sets: [...assessed.sets.sets],
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
