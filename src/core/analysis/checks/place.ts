import { defaultCriticality, isExternal } from '../../catalogue/defaults.ts'
import { functionDetailsById } from '../../catalogue/function-details.ts'
import { functionById } from '../../catalogue/functions.ts'
import type { Component, Link } from '../../model/records.ts'
import type { Plane } from '../../model/terms.ts'
import { ELEMENT_SEGMENTS, MANAGERS } from './function-groups.ts'

/** A component with what the rules ask of it, and its neighbours in order of link id. */
export type Place = Readonly<{
  component: Component
  id: string
  /** Its place in the list of all. */
  index: number
  /** What to call it. */
  name: string
  fn: string
  /** Where the catalogue puts its function; empty for something of one's own. */
  part: string
  /** The trust zone of the nearest segment around it that has one. */
  zone: string | null
  /** Ids of the segments around it, the nearest first. */
  within: readonly string[]
  critical: boolean
  edge: boolean
  oversight: boolean
  thirdParty: boolean
  /** Outside the operator's own network. */
  external: boolean
  element: boolean
  manager: boolean
  /** Links of which it is the controlling end, and the others. */
  out: readonly Join[]
  into: readonly Join[]
  /** What it runs on, null where nobody says, and what runs on it directly, in order of id. */
  host: Place | null
  guests: readonly Place[]
}>

/** A link with both ends; `from` is the controlling one. `via` is its interface, or empty. */
export type Join = Readonly<{ link: Link; from: Place; to: Place; plane: Plane; via: string }>

/** A place while its neighbours are being found. */
export type PlaceInMaking = Omit<Place, 'out' | 'into' | 'host' | 'guests'> & {
  /** How many there are of each; then how many are still to be listed. */
  outs: number
  intos: number
  out: Join[]
  into: Join[]
  host: Place | null
  guests: Place[]
}

/** Of most places, and so one list for all of them. Nothing is ever put in. */
export const NONE: never[] = []

/** Makes places; what the catalogue says is looked up once for each function. */
export function placeMaker(): (
  component: Component,
  index: number,
  around: Readonly<{ zone: string | null; within: readonly string[] }>,
) => PlaceInMaking {
  const known = new Map<string | null, Facts>()
  return (component, index, { zone, within }) => {
    let facts = known.get(component.function)
    if (facts === undefined) known.set(component.function, (facts = factsOf(component.function)))
    const external = component.untrusted ?? (facts.external || zone === 'partner' || zone === 'vendor')
    return {
      component,
      id: component.id,
      index,
      name: component.name || (facts.name ?? component.id),
      fn: facts.fn,
      part: facts.part,
      zone,
      within,
      critical: component.criticality === null ? facts.critical : component.criticality === 'critical',
      edge: component.exposedEdge ?? (facts.edge || zone === 'exposed-edge'),
      oversight: facts.oversight || zone === 'oversight',
      thirdParty: component.thirdParty ?? (facts.thirdParty || zone === 'third-party'),
      external,
      element: facts.element && !external,
      manager: facts.manager,
      outs: 0,
      intos: 0,
      out: NONE,
      into: NONE,
      host: null,
      guests: NONE,
    }
  }
}

type Facts = ReturnType<typeof factsOf>

function factsOf(id: string | null) {
  const fn = id ?? ''
  const known = functionById(id)
  const details = functionDetailsById(id)
  const part = known?.segment ?? ''
  const manager = MANAGERS.has(fn)
  return {
    fn,
    name: known?.name,
    part,
    manager,
    element: ELEMENT_SEGMENTS.has(part) && !manager,
    external: isExternal(id),
    critical: defaultCriticality(id) === 'critical',
    edge: details?.exposedEdge === true,
    oversight: details?.oversight === true,
    thirdParty: details?.thirdParty === true,
  }
}
