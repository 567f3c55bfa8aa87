import type { CoreResult } from '../../core/analysis/result.ts'
import { defaultCriticality } from '../../core/catalogue/defaults.ts'
import { functionById } from '../../core/catalogue/functions.ts'
import type { Component, Model } from '../../core/model/records.ts'
import type { Criticality } from '../../core/model/terms.ts'
import { componentName } from '../../state/record-names.ts'
import { indexResult, type ResultIndex } from '../../state/result-index.ts'
import { type Exposing, exposing } from './register-rows.ts'

export type ComponentRow = Readonly<{
  component: Component
  name: string
  function: string
  segment: string
  vendor: string
  criticality: Criticality
  /** Name of what hosts it. */
  host: string
  /** Support has ended, or its removal was due. */
  late: Readonly<{ support: boolean; removal: boolean }>
  /** What an attacker has of it: exposures start there, he gets hold of it on the way, or neither. */
  foothold: 'source' | 'held' | 'none' | null
  /** How many exposures start there. */
  starts: number
  /** As a target: what takes or reaches it. */
  exposing: Exposing | null
}>

/** `today` is a calendar day; a day that is over is late, today itself is not. */
export function componentRows(model: Model, result: CoreResult | null, today: string | null): ComponentRow[] {
  const segments = new Map(model.segments.map(({ id, name }) => [id, name || 'Segment']))
  const vendors = new Map(model.vendors.map(({ id, name }) => [id, name || 'Vendor']))
  const names = new Map(model.components.map((component) => [component.id, componentName(component)]))
  const index = result === null ? null : indexResult(result)
  const isOver = (day: string | null) => day !== null && today !== null && day < today
  return model.components.map((component) => ({
    component,
    name: names.get(component.id) ?? '',
    function: functionById(component.function)?.name ?? component.function ?? '',
    segment: segments.get(component.segment ?? '') ?? '',
    vendor: vendors.get(component.vendor ?? '') ?? '',
    criticality: component.criticality ?? defaultCriticality(component.function),
    host: component.host === null ? '' : (names.get(component.host) ?? component.host),
    late: { support: isOver(component.supportEnd), removal: isOver(component.removal) },
    ...(index === null ? { foothold: null, starts: 0 } : footholdOf(component.id, index)),
    exposing: index === null ? null : exposing(index.exposuresByTarget.get(component.id)),
  }))
}

function footholdOf(id: string, index: ResultIndex): Pick<ComponentRow, 'foothold' | 'starts'> {
  const starts = index.exposuresBySource.get(id)?.length ?? 0
  return { foothold: starts > 0 ? 'source' : index.held.has(id) ? 'held' : 'none', starts }
}
