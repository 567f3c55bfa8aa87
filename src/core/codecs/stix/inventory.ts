import { componentName, linkName, vendorName } from '../../analysis/naming.ts'
import { catalogueCarries, defaultCriticality, defaultPlane, isExternal } from '../../catalogue/defaults.ts'
import { functionById } from '../../catalogue/functions.ts'
import { segmentById } from '../../catalogue/segments.ts'
import type { Component, Link, Model } from '../../model/records.ts'
import type { Account } from '../report.ts'
import type { Bundle } from './bundle.ts'

/** What there is on the board: suppliers, network functions, the links between them, and the segments around them. */
export function addInventory(bundle: Bundle, model: Model, account: Account): void {
  addSegments(bundle, model, account)
  for (const vendor of model.vendors) {
    const name = vendorName(vendor)
    bundle.add('identity', [vendor.id], { name, identity_class: 'organization' })
    account.tell(
      'vendors',
      vendor.id,
      vendor.restricted ? ['that it is marked as restricted is left out'] : [],
    )
  }
  for (const component of model.components) {
    addComponent(bundle, component)
    account.changed(
      'components',
      component.id,
      'an infrastructure object, without its place and the rest of its fields',
    )
  }
  for (const link of model.links) {
    addLink(bundle, model, link)
    account.changed('links', link.id, 'a relationship, without the rest of its fields')
  }
}

export const componentId = (bundle: Bundle, component: string): string =>
  bundle.idOf('infrastructure', component)

export const linkId = (bundle: Bundle, link: string): string => bundle.idOf('relationship', link)

export const segmentId = (bundle: Bundle, segment: string): string => bundle.idOf('grouping', segment)

function addComponent(bundle: Bundle, component: Component): void {
  const { id, function: kind, product, version, hardware, vendor, host } = component
  const outside = component.untrusted ?? isExternal(kind)
  const facts = [
    functionById(kind)?.fullName ?? kind ?? '',
    product === null || product === ''
      ? ''
      : `Product: ${[product, version, hardware].filter(Boolean).join(', ')}`,
    `Criticality: ${component.criticality ?? defaultCriticality(kind)}`,
    outside ? 'Outside the operator’s trust' : '',
  ]
  const infrastructure = bundle.add('infrastructure', [id], {
    name: componentName(component),
    description: facts.filter((fact) => fact !== '').join('. '),
  })
  if (vendor !== null)
    bundle.relate('related-to', infrastructure, bundle.idOf('identity', vendor), 'Supplied by')
  if (host !== null) bundle.relate('related-to', infrastructure, componentId(bundle, host), 'Runs on')
}

/** A link that carries control says that its first end controls the other. */
function addLink(bundle: Bundle, model: Model, link: Link): void {
  const plane = link.plane ?? defaultPlane(link.interface)
  const carries = link.carries ?? catalogueCarries(link.interface) ?? model.meta.policy.planes[plane]
  bundle.add('relationship', [link.id], {
    relationship_type: carries === 'control' ? 'controls' : 'communicates-with',
    description: `${linkName(link)} (${plane})`,
    source_ref: componentId(bundle, link.from ?? ''),
    target_ref: componentId(bundle, link.to ?? ''),
  })
}

/** A grouping has to hold something, so an empty segment is none; the inner ones come first, since the outer ones hold them. */
function addSegments(bundle: Bundle, model: Model, account: Account): void {
  const inside = new Map<string, string[]>()
  const hold = (segment: string | null, id: string) => {
    if (segment === null) return
    const held = inside.get(segment)
    if (held === undefined) inside.set(segment, [id])
    else held.push(id)
  }
  for (const { id, segment } of model.components) hold(segment, componentId(bundle, id))
  for (const segment of model.segments.toReversed()) {
    const object_refs = inside.get(segment.id) ?? []
    if (object_refs.length === 0) continue
    const kind = segmentById(segment.kind)?.name ?? segment.kind ?? ''
    hold(segment.parent, segmentId(bundle, segment.id))
    bundle.add('grouping', [segment.id], {
      name: segment.name || kind || segment.id,
      description: [kind, segment.zone === null ? '' : `Trust zone: ${segment.zone}`]
        .filter(Boolean)
        .join('. '),
      context: 'unspecified',
      object_refs,
    })
  }
  for (const { id } of model.segments) {
    if (bundle.has(segmentId(bundle, id)))
      account.changed('segments', id, 'a grouping, without its place and size')
    else account.dropped('segments', id, 'nothing stands in it, and a grouping cannot be empty')
  }
}
