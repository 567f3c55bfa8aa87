import { defaultPropagation, isExternal } from '../../core/catalogue/defaults.ts'
import type { BoardResult } from '../../core/analysis/board-result.ts'
import type { CoverageState, CoreResult, Exposure } from '../../core/analysis/result.ts'
import { compareCodeUnits } from '../../core/model/order.ts'
import type { Component, Link, Model, Risk } from '../../core/model/records.ts'
import type { Propagation } from '../../core/model/terms.ts'
import { nameOf } from '../../state/record-names.ts'
import { indexResult } from '../../state/result-index.ts'

/** Where a component stands in the analysis. Lists are worst first. */
export type Standing = Readonly<{
  target: boolean
  held: boolean
  untrusted: boolean
  /** Exposures that end here, and those that start here and end elsewhere. */
  exposedBy: readonly Exposure[]
  leadsTo: readonly Exposure[]
}>

export function standingOf(result: CoreResult, component: Component): Standing {
  const index = indexResult(result)
  const { id } = component
  return {
    target: index.targets.has(id),
    held: index.held.has(id),
    untrusted: component.untrusted ?? isExternal(component.function),
    exposedBy: index.exposuresByTarget.get(id) ?? [],
    leadsTo: (index.exposuresBySource.get(id) ?? []).filter(({ target }) => target !== id),
  }
}

/** Through what a risk applies to a component (AN2), null where it does not. */
export type Because = 'component' | 'product' | 'vendor'

export function applies({ on }: Pick<Risk, 'on'>, component: Component): Because | null {
  if ('component' in on) return on.component === component.id ? 'component' : null
  if (on.vendor !== component.vendor) return null
  if (on.product === undefined || on.product === null) return 'vendor'
  return on.product === component.product ? 'product' : null
}

export type RiskHere = Readonly<{
  risk: Risk
  because: Because
  propagation: Propagation
  /** Null for a risk that changes ratings alone, and while there is no analysis. */
  state: CoverageState | null
  /** The worst exposure of the risk that starts here. */
  worst: Exposure | null
}>

/** The risks that apply to a component: those that expose something first, then by title. */
export function risksAtComponent(model: Model, result: BoardResult | null, component: Component): RiskHere[] {
  const starting = result === null ? [] : (indexResult(result).exposuresBySource.get(component.id) ?? [])
  const place = ({ worst }: RiskHere) => (worst === null ? starting.length : starting.indexOf(worst))
  return model.risks
    .flatMap((risk): RiskHere[] => {
      const because = applies(risk, component)
      if (because === null) return []
      return [
        {
          risk,
          because,
          propagation: risk.propagation ?? defaultPropagation(risk.category),
          state: result?.coverage.stateOf(risk.id, component.id) ?? null,
          worst: starting.find((exposure) => exposure.risk === risk.id) ?? null,
        },
      ]
    })
    .toSorted((a, b) => place(a) - place(b) || compareCodeUnits(a.risk.title, b.risk.title))
}

export type LinkHere = Readonly<{ link: Link; other: string; controls: boolean }>

/** The links of a component by the name of the other end; `controls` where this is the controlling end. */
export function linksOfComponent(model: Model, id: string): LinkHere[] {
  const named = model.links.flatMap((link) => {
    if (link.from !== id && link.to !== id) return []
    const other = (link.from === id ? link.to : link.from) ?? id
    return [{ link, other, controls: link.from === id, name: nameOf(model, other) }]
  })
  return named
    .toSorted((a, b) => compareCodeUnits(a.name, b.name) || compareCodeUnits(a.link.id, b.link.id))
    .map(({ link, other, controls }) => ({ link, other, controls }))
}
