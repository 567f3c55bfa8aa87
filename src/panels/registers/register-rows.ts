import { defaultEffect, defaultPropagation } from '../../core/catalogue/defaults.ts'
import { counts } from '../../core/analysis/counting.ts'
import type { Changes, CoreResult, Exposure } from '../../core/analysis/result.ts'
import { canCut, mitigationById } from '../../core/catalogue/mitigations.ts'
import { riskById } from '../../core/catalogue/risks.ts'
import { recordIn } from '../../core/model/lookup.ts'
import type { Mitigation, Model, Risk, Vendor } from '../../core/model/records.ts'
import { type Effect, MITIGATION_STATUSES, type Propagation, RATINGS } from '../../core/model/terms.ts'
import { mitigationSubjectName, nameOf, riskSubjectName } from '../../state/record-names.ts'
import { indexResult } from '../../state/result-index.ts'

/** Exposures in figures: the worst, and how many of each kind. Null while there is no analysis. */
export type Exposing = Readonly<{ worst: Exposure | null; taken: number; reached: number }>

export type RiskRow = Readonly<{
  risk: Risk
  category: string | null
  on: string
  /** Name of the vendor that it is about, of its component where it sits on one; empty where there is none. */
  vendor: string
  propagation: Propagation
  /** How many mitigations are meant to treat it, and how many of them count now. */
  treatedBy: number
  treatedNow: number
  exposing: Exposing | null
}>

export function riskRows(model: Model, result: CoreResult | null): RiskRow[] {
  const { scenario } = model.meta.policy
  const treating = new Map<string, Mitigation[]>()
  for (const mitigation of model.mitigations) {
    for (const risk of mitigation.treats) treating.set(risk, [...(treating.get(risk) ?? []), mitigation])
  }
  return model.risks.map((risk) => {
    const mitigations = treating.get(risk.id) ?? []
    const vendor = vendorOfRisk(model, risk)
    return {
      risk,
      category: riskById(risk.category)?.title ?? risk.category,
      on: riskSubjectName(model, risk.on),
      vendor: vendor === null ? '' : nameOf(model, vendor),
      propagation: risk.propagation ?? defaultPropagation(risk.category),
      treatedBy: mitigations.length,
      treatedNow: mitigations.filter(({ status }) => counts(status, scenario)).length,
      exposing: result === null ? null : exposing(indexResult(result).exposuresByRisk.get(risk.id)),
    }
  })
}

function vendorOfRisk(model: Model, { on }: Risk): string | null {
  if ('vendor' in on) return on.vendor
  return recordIn(model, 'components', on.component)?.vendor ?? null
}

export type MitigationRow = Readonly<{
  mitigation: Mitigation
  /** What it is in the library, in words; empty for one of one's own. */
  control: string
  effect: Effect
  cuts: boolean
  counts: boolean
  covers: string
  treats: string
  overdue: boolean
  /** How many exposures would appear or worsen without it (AN13); null while that is being computed. */
  bears: number | null
}>

/** `today` is a calendar day; what is due before it and not yet in force is overdue. */
export function mitigationRows(model: Model, today: string | null, changes: Changes | null): MitigationRow[] {
  const { scenario } = model.meta.policy
  const bears = new Map(changes?.loadBearing.map(({ id, opens }) => [id, opens]))
  return model.mitigations.map((mitigation) => {
    const { effect, control, status, due, on, treats } = mitigation
    const resolved = effect ?? defaultEffect(control)
    const pending = status === 'proposed' || status === 'planned'
    return {
      mitigation,
      control: mitigationById(control)?.title ?? control ?? '',
      effect: resolved,
      cuts: canCut(resolved),
      counts: counts(status, scenario),
      covers:
        on.length === 0
          ? 'Everything'
          : on.map((subject) => mitigationSubjectName(model, subject)).join(', '),
      treats: treats.map((risk) => nameOf(model, risk)).join(', '),
      bears: changes === null ? null : (bears.get(mitigation.id) ?? 0),
      overdue: pending && due !== null && today !== null && due < today,
    }
  })
}

export type VendorRow = Readonly<{
  vendor: Vendor
  components: number
  products: string
  risks: number
  exposing: Exposing | null
}>

/** Risks of a vendor are those on it, on its products and on single components of it. */
export function vendorRows(model: Model, result: CoreResult | null): VendorRow[] {
  const risks = new Map<string, string[]>()
  for (const risk of model.risks) {
    const vendor = vendorOfRisk(model, risk)
    if (vendor !== null) risks.set(vendor, [...(risks.get(vendor) ?? []), risk.id])
  }
  const index = result === null ? null : indexResult(result)
  return model.vendors.map((vendor) => {
    const supplied = model.components.filter((component) => component.vendor === vendor.id)
    const own = risks.get(vendor.id) ?? []
    return {
      vendor,
      components: supplied.length,
      products: [...new Set(supplied.flatMap(({ product }) => product ?? []))].sort().join(', '),
      risks: own.length,
      exposing:
        index === null ? null : exposing(own.flatMap((risk) => index.exposuresByRisk.get(risk) ?? [])),
    }
  })
}

const NO_EXPOSURES: readonly Exposure[] = []
const figures = new WeakMap<readonly Exposure[], Exposing>()

/** Counted once for a list, since lists are never changed in place. */
export function exposing(exposures: readonly Exposure[] = NO_EXPOSURES): Exposing {
  let known = figures.get(exposures)
  if (known === undefined) figures.set(exposures, (known = count(exposures)))
  return known
}

function count(exposures: readonly Exposure[]): Exposing {
  let worst: Exposure | null = null
  let taken = 0
  for (const exposure of exposures) {
    if (exposure.kind === 'taken') taken++
    if (worst === null || weight(exposure) > weight(worst)) worst = exposure
  }
  return { worst, taken, reached: exposures.length - taken }
}

const weight = ({ rating, kind }: Exposure): number =>
  RATINGS.indexOf(rating) * 2 + (kind === 'taken' ? 1 : 0)

/** Sorts exposures in figures: the worst rating first, then how many are taken, then reached. */
export const exposingKey = (exposing: Exposing | null): number =>
  exposing === null || exposing.worst === null
    ? -1
    : weight(exposing.worst) * 1e6 + exposing.taken * 1e3 + exposing.reached

/** Sorts statuses in the order of a mitigation's life. */
export const statusKey = ({ status }: Mitigation): number => MITIGATION_STATUSES.indexOf(status)
