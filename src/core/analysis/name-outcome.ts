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

/** An outcome with ids for numbers. `normalised` is the model that it was made of. */
export function nameOutcome(outcome: Outcome, { model, setAside }: Normalised): CoreResult {
  const { components, links, risks } = model
  const { date, policy, counts, held, sources, targets, exposures, coverage } = outcome
  return {
    format: RESULT_FORMAT,
    version: RESULT_VERSION,
    date,
    policy,
    counts,
    held: namesOf(held, components),
    sources: namesOf(sources, components),
    targets: namesOf(targets, components),
    exposures: nameExposures(exposures, { components, links, risks }),
    coverage: nameCoverage(coverage, { components, risks }),
    setAside,
  }
}

/** Ids in the order of the numbers. */
export function namesOf(numbers: Int32Array, records: Records): string[] {
  const names: string[] = []
  for (let i = 0; i < numbers.length; i++) names.push(nameOf(numbers[i] as number, records))
  return names
}

const nameOf = (number: number, records: Records): string => records[number]?.id ?? ''

/** `records` as the columns number them. */
export function nameExposures(
  columns: ExposureColumns,
  { components, links, risks }: Readonly<Record<'components' | 'links' | 'risks', Records>>,
): Exposure[] {
  const { count, pathStart, pathComponent, pathLink } = columns
  return Array.from({ length: count }, (_, i): Exposure => {
    const [begin, end] = [pathStart[i] as number, pathStart[i + 1] as number]
    const source = nameOf(columns.source[i] as number, components)
    const entry = columns.entryComponent[i] as number
    return {
      risk: nameOf(columns.risk[i] as number, risks),
      target: nameOf(columns.target[i] as number, components),
      kind: columns.state[i] === TAKEN ? 'taken' : 'reached',
      source,
      hops: end - begin,
      path: [source, ...namesOf(pathComponent.subarray(begin, end), components)],
      links: namesOf(pathLink.subarray(begin, end), links),
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
  })
}

function nameCoverage(
  { risk, component, state }: CoverageColumns,
  { components, risks }: Readonly<Record<'components' | 'risks', Records>>,
): Coverage {
  return {
    share: shareOf(state),
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
