import { type Examined, makeEngine } from '../../analysis/analyse.ts'
import { type BoardResult, boardResult } from '../../analysis/board-result.ts'
import type { CheckResult } from '../../analysis/checks/findings.ts'
import { runChecks } from '../../analysis/checks/run-checks.ts'
import { checksOf } from '../../analysis/checks/checks-of.ts'
import { TooLarge } from '../../analysis/limits.ts'
import type { Exposure } from '../../analysis/result.ts'
import { nameIn } from '../../analysis/review/names.ts'
import { compareCodeUnits } from '../../model/order.ts'
import { normalise } from '../../model/normalise.ts'
import type { Model } from '../../model/records.ts'
import type { SetAside } from '../../model/set-aside.ts'
import { RATINGS } from '../../model/terms.ts'
import type { SectionId } from './document.ts'

/** What the analysis of a board came to, in the forms that the sections read. */
export type Analysed = Readonly<{
  examined: Examined
  result: BoardResult
  /** The exposures, the worst first: by rating, taken before reached, open before accepted, then by risk and target. */
  ranked: readonly Exposure[]
}>

/** What all sections are drawn from, made once. */
export type Grounds = Readonly<{
  model: Model
  setAside: readonly SetAside[]
  date: string
  /** What a person calls a record; empty for none. */
  name: (id: string | null | undefined) => string
  analysed: Analysed | null
  /** Why there is no analysis; empty where there is one. */
  tooLarge: string
  checks: CheckResult
  /** Whether the report has a section, and so may send its reader there. */
  has: (section: SectionId) => boolean
}>

type Given = Readonly<{ date: string; sections: readonly SectionId[]; setAside?: readonly SetAside[] }>

export function groundsOf(given: Model, { date, sections, setAside: before = [] }: Given): Grounds {
  const normalised = normalise(given)
  const { model } = normalised
  const has = (section: SectionId) => sections.includes(section)
  const setAside = distinct([...before, ...normalised.setAside])
  const base = { model, setAside, date, name: remembered(nameIn(model)), has }
  try {
    const examined = makeEngine()(model, { date })
    const result = boardResult(examined.outcome, { model, setAside })
    const ranked = result.exposures.toSorted(worstFirst)
    const checks = checksOf(examined, model)
    return { ...base, analysed: { examined, result, ranked }, tooLarge: '', checks }
  } catch (error) {
    if (!(error instanceof TooLarge)) throw error
    return { ...base, analysed: null, tooLarge: error.message, checks: runChecks(model, { date }) }
  }
}

function distinct(setAside: readonly SetAside[]): readonly SetAside[] {
  const seen = new Map(setAside.map((each) => [JSON.stringify([each.id, each.reason]), each]))
  return [...seen.values()].sort(
    (a, b) => compareCodeUnits(a.id, b.id) || compareCodeUnits(a.reason, b.reason),
  )
}

const rank = ({ rating, kind, accepted }: Exposure): number =>
  4 * RATINGS.indexOf(rating) + 2 * Number(kind === 'taken') + Number(!accepted)

const worstFirst = (a: Exposure, b: Exposure): number =>
  rank(b) - rank(a) || compareCodeUnits(a.risk, b.risk) || compareCodeUnits(a.target, b.target)

/** Paths name the same few components over and over. */
function remembered(called: (id: string) => string): Grounds['name'] {
  const names = new Map<string, string>()
  return (id) => {
    if (id === null || id === undefined) return ''
    let known = names.get(id)
    if (known === undefined) names.set(id, (known = called(id)))
    return known
  }
}
