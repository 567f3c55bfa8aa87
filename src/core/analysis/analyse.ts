import type { Normalised } from '../model/normalise.ts'
import { type Compiled, compile } from './compile.ts'
import { countingCredit } from './credit.ts'
import { findCoverage } from './coverage.ts'
import { allSources, type Finding, findExposures } from './exposures.ts'
import { type Standing, standingUnder } from './held.ts'
import { makeRater } from './ratings.ts'
import {
  type AnalyseOptions,
  type CoreResult,
  type Exposure,
  RESULT_FORMAT,
  RESULT_VERSION,
} from './result.ts'
import { findRoutes, namesOf } from './routes.ts'

/**
 * Who is exposed to what, on which routes, how badly, and what is covered (AN1–AN11, RT, CO). Pure and total; quick
 * enough to run after every edit. `date` must be a calendar day `YYYY-MM-DD`.
 */
export function analyseCore(normalised: Normalised, options: AnalyseOptions): CoreResult {
  return examine(normalised, options).core
}

export type Examined = Readonly<{
  compiled: Compiled
  standing: Standing
  findings: readonly Finding[]
  core: CoreResult
}>

/** The same together with what it was made of, for the parts that go on from there. */
export function examine({ model, setAside }: Normalised, options: AnalyseOptions): Examined {
  const compiled = compile(model, options)
  const standing = standingUnder(countingCredit(compiled), compiled)
  const sourcesByRisk = allSources(standing, compiled)
  const sources = [...new Set(sourcesByRisk.flat())].sort((a, b) => a - b)
  const findings = findExposures(sourcesByRisk, standing, compiled)
  const { rate } = makeRater(standing, compiled)
  const exposures = findings.map((finding) => nameExposure(finding, rate(finding), compiled))
  const held = heldComponents(standing)
  const core: CoreResult = {
    format: RESULT_FORMAT,
    version: RESULT_VERSION,
    date: compiled.date,
    policy: compiled.policy,
    counts: {
      components: compiled.components.length,
      links: compiled.links.length,
      held: held.length,
      targets: compiled.targets.length,
      taken: exposures.filter(({ kind }) => kind === 'taken').length,
      reached: exposures.filter(({ kind }) => kind === 'reached').length,
      accepted: exposures.filter(({ accepted }) => accepted).length,
    },
    held: namesOf(held, compiled.components),
    sources: namesOf(sources, compiled.components),
    targets: namesOf(compiled.targets, compiled.components),
    exposures,
    routes: findRoutes(sources, standing, compiled),
    coverage: findCoverage(sourcesByRisk, standing, compiled),
    setAside,
  }
  return { compiled, standing, findings, core }
}

const heldComponents = ({ held }: Standing): number[] =>
  [...held.keys()].filter((component) => held[component] === 1)

export function nameExposure(finding: Finding, rating: Exposure['rating'], compiled: Compiled): Exposure {
  const { graph, components, links, risks } = compiled
  const idOf = (component: number | undefined) => components[component ?? -1]?.id ?? ''
  const linkOf = (arc: number) => links[graph.link[arc] as number]?.id ?? ''
  const { risk, target, kind, source, arcs, entry } = finding
  return {
    risk: risks[risk]?.record.id ?? '',
    target: idOf(target),
    kind,
    source: idOf(source),
    hops: arcs.length,
    path: [idOf(source), ...arcs.map((arc) => idOf(graph.head[arc]))],
    links: arcs.map(linkOf),
    entry: entry === -1 ? null : { component: idOf(graph.tail[entry]), link: linkOf(entry) },
    rating,
    accepted: risks[risk]?.accepted ?? false,
  }
}
