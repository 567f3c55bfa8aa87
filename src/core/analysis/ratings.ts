import { type Effect, type Rating, RATINGS } from '../model/terms.ts'
import type { Compiled, CompiledMitigation } from './compile.ts'
import { covers } from './credit.ts'
import type { Finding } from './exposures.ts'
import type { Standing } from './held.ts'
import type { ExposureKind } from './result.ts'

/** Likelihood and impact of a risk at one component, each 1 to 5. */
type Grades = Readonly<{ likelihood: number; impact: number }>

type Rated = Pick<Finding, 'risk' | 'source' | 'kind'>

export type Rater = Readonly<{
  /** RT1. */
  gradesAt: (risk: number, component: number) => Grades
  /** RT2: the grades behind an exposure's score. */
  gradesOf: (finding: Rated) => Grades
  rate: (finding: Rated) => Rating
}>

const MOST_RAISES = 2
const LEAST_IMPACT_WHEN_TAKEN = 4

export function makeRater({ live }: Standing, compiled: Compiled): Rater {
  const raises = countRaises(live, compiled)
  const easings = easingsByRisk(compiled)

  const gradesAt = (risk: number, component: number): Grades => {
    const record = compiled.risks[risk]?.record
    if (record === undefined) throw new RangeError(`no risk ${risk}`)
    let likelihood = record.likelihood + Math.min(MOST_RAISES, raises[component] ?? 0)
    let impact = record.impact
    for (const { record: mitigation, effect } of easings.get(record.id) ?? []) {
      if (!covers(mitigation, component, compiled)) continue
      if (effect === 'reduces') likelihood--
      else impact--
    }
    return { likelihood: withinGrades(likelihood), impact: withinGrades(impact) }
  }
  const gradesOf = ({ risk, source, kind }: Rated): Grades => {
    const { likelihood, impact } = gradesAt(risk, source)
    return { likelihood, impact: kind === 'taken' ? Math.max(LEAST_IMPACT_WHEN_TAKEN, impact) : impact }
  }
  const rate = (finding: Rated): Rating => {
    const { likelihood, impact } = gradesOf(finding)
    return ratingOf(likelihood * impact, finding.kind)
  }
  return { gradesAt, gradesOf, rate }
}

const withinGrades = (grade: number): number => Math.min(5, Math.max(1, grade))

/** RT2. The highest score of each band but the last. */
const BAND_ENDS = [4, 9, 15]

export function ratingOf(score: number, kind: ExposureKind): Rating {
  const band = BAND_ENDS.filter((end) => score > end).length
  const shown = kind === 'reached' ? Math.max(0, band - 1) : band
  return RATINGS[shown] ?? 'critical'
}

function countRaises(live: Uint8Array, { risks, components, instanceComponent }: Compiled): Int32Array {
  const raises = new Int32Array(components.length)
  for (const { propagation, first, end } of risks) {
    if (propagation !== 'raises-likelihood') continue
    for (let instance = first; instance < end; instance++) {
      const component = instanceComponent[instance] as number
      raises[component] = (raises[component] as number) + (live[instance] as number)
    }
  }
  return raises
}

const EASING: ReadonlySet<Effect> = new Set(['reduces', 'detects', 'recovers'])

/** The counting mitigations that lower a grade of the risks they name. */
function easingsByRisk({ mitigations }: Compiled): ReadonlyMap<string, readonly CompiledMitigation[]> {
  const easings = new Map<string, CompiledMitigation[]>()
  for (const mitigation of mitigations) {
    if (!mitigation.counts || !EASING.has(mitigation.effect)) continue
    for (const risk of new Set(mitigation.record.treats)) {
      const others = easings.get(risk)
      if (others === undefined) easings.set(risk, [mitigation])
      else others.push(mitigation)
    }
  }
  return easings
}
