import type { Normalised } from '../model/normalise.ts'
import { RATINGS } from '../model/terms.ts'
import { COVERAGE_STATES, type CoverageColumns, shareOf } from './coverage.ts'
import { TAKEN } from './exposures.ts'
import type { ExposureColumns, Outcome } from './outcome.ts'
import {
  type Coverage,
  type CoreResult,
  type Exposure,
  RESULT_FORMAT,
  RESULT_VERSION,
  type Route,
  type Routes,
} from './result.ts'
import type { RouteNumbers } from './routes.ts'

type Records = readonly { readonly id: string }[]

/** An outcome with ids for numbers, all of it. `normalised` is the model that it was made of. */
export function nameOutcome(outcome: Outcome, normalised: Normalised): CoreResult {
  const { components, links, risks } = normalised.model
  return {
    ...nameCounts(outcome, normalised),
    exposures: nameExposures(outcome.exposures, { components, links, risks }),
    coverage: nameCoverage(outcome.coverage, { components, risks }),
    setAside: normalised.setAside,
  }
}

/** What of it is never long. */
export function nameCounts(
  { date, policy, counts, held, sources, targets }: Outcome,
  { model: { components } }: Pick<Normalised, 'model'>,
): Omit<CoreResult, 'exposures' | 'coverage' | 'setAside'> {
  return {
    format: RESULT_FORMAT,
    version: RESULT_VERSION,
    date,
    policy,
    counts,
    held: namesOf(held, components),
    sources: namesOf(sources, components),
    targets: namesOf(targets, components),
  }
}

/** Ids in the order of the numbers. */
export function namesOf(numbers: Int32Array, records: Records): string[] {
  const names: string[] = []
  for (let i = 0; i < numbers.length; i++) names.push(nameOf(numbers[i] as number, records))
  return names
}

export const nameOf = (number: number, records: Records): string => records[number]?.id ?? ''

/** Records in the order in which columns number them. */
export type ExposureRecords = Readonly<Record<'components' | 'links' | 'risks', Records>>
export type CoverageRecords = Pick<ExposureRecords, 'components' | 'risks'>

export const nameExposures = (columns: ExposureColumns, records: ExposureRecords): Exposure[] =>
  Array.from({ length: columns.count }, (_, i) => {
    const { risk, target, kind, source, hops, ...rest } = nameEnds(i, columns, records)
    return { risk, target, kind, source, hops, ...namePath(i, columns, records), ...rest }
  })

/** All of exposure `i` but its path. */
export function nameEnds(
  i: number,
  columns: ExposureColumns,
  { components, links, risks }: ExposureRecords,
): Omit<Exposure, 'path' | 'links'> {
  const entry = columns.entryComponent[i] as number
  return {
    risk: nameOf(columns.risk[i] as number, risks),
    target: nameOf(columns.target[i] as number, components),
    kind: columns.state[i] === TAKEN ? 'taken' : 'reached',
    source: nameOf(columns.source[i] as number, components),
    hops: (columns.pathStart[i + 1] as number) - (columns.pathStart[i] as number),
    entry:
      entry === -1
        ? null
        : {
            component: nameOf(entry, components),
            link: nameOf(columns.entryLink[i] as number, links),
          },
    rating: RATINGS[columns.rating[i] as number] ?? 'critical',
    accepted: columns.accepted[i] === 1,
  }
}

export function namePath(
  i: number,
  { source, pathStart, pathComponent, pathLink }: ExposureColumns,
  { components, links }: ExposureRecords,
): Pick<Exposure, 'path' | 'links'> {
  const [begin, end] = [pathStart[i], pathStart[i + 1]]
  return {
    path: [
      nameOf(source[i] as number, components),
      ...namesOf(pathComponent.subarray(begin, end), components),
    ],
    links: namesOf(pathLink.subarray(begin, end), links),
  }
}

export function nameCoverage(columns: CoverageColumns, { components, risks }: CoverageRecords): Coverage {
  const { risk, component, state } = columns
  return {
    share: shareOf(columns),
    instances: Array.from({ length: risk.length }, (_, i) => ({
      risk: nameOf(risk[i] as number, risks),
      component: nameOf(component[i] as number, components),
      state: COVERAGE_STATES[state[i] as number] ?? 'uncovered',
    })),
  }
}

export function nameRoutes(
  { taken, reached }: RouteNumbers,
  { model: { components, links } }: Pick<Normalised, 'model'>,
): Routes {
  const name = (route: RouteNumbers['taken']): Route => ({
    components: namesOf(route.components, components),
    links: namesOf(route.links, links),
  })
  return { taken: name(taken), reached: name(reached) }
}
