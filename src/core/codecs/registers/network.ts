import { componentName } from '../../analysis/naming.ts'
import { catalogueCarries, defaultCriticality, defaultPlane, isExternal } from '../../catalogue/defaults.ts'
import { functionById } from '../../catalogue/functions.ts'
import { segmentById } from '../../catalogue/segments.ts'
import { interfaceTitle } from '../../catalogue/titles.ts'
import { zoneById } from '../../catalogue/zones.ts'
import { grouped } from '../../analysis/grouped.ts'
import { originOf } from '../../layout/frames.ts'
import type { Component, Link, Model, Segment } from '../../model/records.ts'
import { RATINGS, type Carries, type Rating } from '../../model/terms.ts'
import type { Exposure } from '../../analysis/result.ts'
import { date, type Drawn, inWords, number, registerKind, text, yesNo } from './register.ts'

type ComponentRow = Readonly<{ component: Component; exposures: readonly Exposure[]; held: boolean }>

/** Of exposures in figures: the worst rating, and how many of each kind. */
export const worstOf = (exposures: readonly Exposure[]): Rating | null =>
  exposures.reduce<Rating | null>(
    (worst, { rating }) =>
      worst === null || RATINGS.indexOf(rating) > RATINGS.indexOf(worst) ? rating : worst,
    null,
  )
export const countOf = (exposures: readonly Exposure[], wanted: Exposure['kind']): number =>
  exposures.filter(({ kind }) => kind === wanted).length

function componentRows({ model, result }: Drawn): readonly ComponentRow[] {
  const byTarget = grouped(result.exposures, ({ target }) => target)
  const held = new Set(result.held)
  return model.components.map((component) => ({
    component,
    exposures: byTarget.get(component.id) ?? [],
    held: held.has(component.id),
  }))
}

const standing = ({ segment, pos }: Component, model: Model, axis: 0 | 1): number =>
  pos[axis] + originOf(model, segment)[axis]

/** Criticality and trust are those that hold (MO2), whether the board says so or the catalogue. Places are on the open canvas. */
export const components = registerKind<ComponentRow>('components', 'Components', componentRows, [
  text('id', 'Id', ({ component }) => component.id, 14),
  text('name', 'Name', ({ component }) => componentName(component), 24),
  text('function', 'Function', ({ component: { function: id } }) => functionById(id)?.name ?? id, 14),
  text('function-id', 'Function id', ({ component }) => component.function, 14),
  text('segment', 'Segment', ({ component }, { name }) => name(component.segment)),
  text('segment-id', 'Segment id', ({ component }) => component.segment, 14),
  text('vendor', 'Vendor', ({ component }, { name }) => name(component.vendor)),
  text('vendor-id', 'Vendor id', ({ component }) => component.vendor, 14),
  text('product', 'Product', ({ component }) => component.product),
  text('version', 'Version', ({ component }) => component.version, 10),
  text('hardware', 'Hardware', ({ component }) => component.hardware, 14),
  text('criticality', 'Criticality', ({ component: { criticality, function: id } }) =>
    inWords(criticality ?? defaultCriticality(id)),
  ),
  text(
    'untrusted',
    'Untrusted',
    ({ component: { untrusted, function: id } }) => yesNo(untrusted ?? isExternal(id)),
    10,
  ),
  date('support-end', 'Support ends', ({ component }) => component.supportEnd),
  date('removal', 'To be removed', ({ component }) => component.removal),
  text('host', 'Host', ({ component }, { name }) => name(component.host)),
  text('host-id', 'Host id', ({ component }) => component.host, 14),
  text('site', 'Site', ({ component }) => component.site),
  text('sensitive-site', 'Sensitive site', ({ component }) => yesNo(component.sensitiveSite), 10),
  text('sensitive-data', 'Sensitive data', ({ component }) => yesNo(component.sensitiveData), 10),
  text('exposed-edge', 'Exposed edge', ({ component }) => yesNo(component.exposedEdge), 10),
  text('third-party', 'Third party', ({ component }) => yesNo(component.thirdParty), 10),
  number('weight', 'Weight', ({ component }) => component.weight),
  number('x', 'X', ({ component }, { model }) => standing(component, model, 0)),
  number('y', 'Y', ({ component }, { model }) => standing(component, model, 1)),
  text('held', 'Held', ({ held }) => yesNo(held), 8),
  number('taken', 'Taken by', ({ exposures }) => countOf(exposures, 'taken')),
  number('reached', 'Reached by', ({ exposures }) => countOf(exposures, 'reached')),
  text('worst', 'Worst rating', ({ exposures }) => inWords(worstOf(exposures)), 12),
])

/** AN4. */
function carriesOf({ carries, interface: id, plane }: Link, { policy }: Drawn['result']): Carries {
  return carries ?? catalogueCarries(id) ?? policy.planes[plane ?? defaultPlane(id)]
}

/** Plane and what a link carries are those that hold (MO2, AN4). */
export const links = registerKind<Link>('links', 'Links', ({ model }) => model.links, [
  text('id', 'Id', ({ id }) => id, 14),
  text('name', 'Name', ({ name }) => name, 24),
  text('interface', 'Interface', ({ interface: id }) => interfaceTitle(id) ?? id, 14),
  text('interface-id', 'Interface id', ({ interface: id }) => id, 14),
  text('from', 'From', ({ from }, { name }) => name(from), 24),
  text('from-id', 'From id', ({ from }) => from, 14),
  text('to', 'To', ({ to }, { name }) => name(to), 24),
  text('to-id', 'To id', ({ to }) => to, 14),
  text('direction', 'Direction', ({ direction }) => inWords(direction), 10),
  text('plane', 'Plane', ({ plane, interface: id }) => inWords(plane ?? defaultPlane(id))),
  text('carries', 'Carries', (link, { result }) => inWords(carriesOf(link, result)), 10),
  text('protection', 'Protection', ({ protection }) => protection),
])

type SegmentRow = Readonly<{ segment: Segment; components: number }>

function segmentRows({ model }: Drawn): readonly SegmentRow[] {
  const within = grouped(model.components, ({ segment }) => segment)
  return model.segments.map((segment) => ({ segment, components: within.get(segment.id)?.length ?? 0 }))
}

export const segments = registerKind<SegmentRow>('segments', 'Segments', segmentRows, [
  text('id', 'Id', ({ segment }) => segment.id, 14),
  text('name', 'Name', ({ segment: { id } }, { name }) => name(id), 24),
  text('kind', 'Kind', ({ segment: { kind } }) => segmentById(kind)?.name ?? kind),
  text('zone', 'Zone', ({ segment: { zone } }) => zoneById(zone)?.name ?? zone),
  text('parent', 'Inside', ({ segment: { parent } }, { name }) => name(parent)),
  text('parent-id', 'Inside id', ({ segment: { parent } }) => parent, 14),
  number('components', 'Components', ({ components }) => components),
])
