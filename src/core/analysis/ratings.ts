import type { Effect } from '../model/terms.ts'
import { type Compiled, instanceAt } from './compile.ts'
import { treatedInstances } from './credit.ts'
import type { Standing } from './held.ts'
import type { ExposureKind } from './result.ts'

/** Likelihood and impact of a risk at one component, each 1 to 5. */
type Grades = Readonly<{ likelihood: number; impact: number }>

export type Rater = Readonly<{
  /** RT1. */
  gradesAt: (risk: number, component: number) => Grades
  /** RT2: the grades behind the score of an exposure from that source. */
  gradesOf: (risk: number, source: number, kind: ExposureKind) => Grades
}>

const MOST_RAISES = 2
const LEAST_IMPACT_WHEN_TAKEN = 4

export function makeRater({ live }: Pick<Standing, 'live'>, compiled: Compiled): Rater {
  const raises = countRaises(live, compiled)
  const { likelier, graver } = countEasings(compiled)

  const gradesAt = (risk: number, component: number): Grades => {
    const of = compiled.risks[risk]
    if (of === undefined) throw new RangeError(`no risk ${risk}`)
    const { record } = of
    const instance = instanceAt(of, component, compiled)
    const raise = Math.min(MOST_RAISES, raises[component] ?? 0)
    return {
      likelihood: withinGrades(record.likelihood + raise + (likelier[instance] ?? 0)),
      impact: withinGrades(record.impact + (graver[instance] ?? 0)),
    }
  }
  const gradesOf = (risk: number, source: number, kind: ExposureKind): Grades => {
    const { likelihood, impact } = gradesAt(risk, source)
    return { likelihood, impact: kind === 'taken' ? Math.max(LEAST_IMPACT_WHEN_TAKEN, impact) : impact }
  }
  return { gradesAt, gradesOf }
}

const withinGrades = (grade: number): number => Math.min(5, Math.max(1, grade))

/** RT2. The highest score of each band but the last. */
const BAND_ENDS = [4, 9, 15]

/** The place of the band in `RATINGS`. */
export function bandOf(score: number, kind: ExposureKind): number {
  let band = 0
  while (band < BAND_ENDS.length && score > (BAND_ENDS[band] as number)) band++
  return kind === 'reached' ? Math.max(0, band - 1) : band
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

/** How much counting mitigations change the grades of each instance: 0 or less. */
function countEasings(compiled: Compiled): Readonly<{ likelier: Int32Array; graver: Int32Array }> {
  const likelier = new Int32Array(compiled.instanceComponent.length)
  const graver = new Int32Array(compiled.instanceComponent.length)
  for (const { record, effect, counts } of compiled.mitigations) {
    if (!counts || !EASING.has(effect)) continue
    const grades = effect === 'reduces' ? likelier : graver
    for (const instance of treatedInstances(record, compiled))
      grades[instance] = (grades[instance] as number) - 1
  }
  return { likelier, graver }
}
