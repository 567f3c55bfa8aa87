import { functionById } from '../../catalogue/functions.ts'
import { interfaceById } from '../../catalogue/interfaces.ts'
import type { Component, Kind, Link, Model, RecordOf, Segment } from '../../model/records.ts'
import { EXTENSION, foreignOf, packRecord } from '../extension.ts'
import { type Fields, fieldsIn, numberIn, textIn } from '../loose.ts'
import type { FrameIn } from './frames.ts'
import { FORMAT } from './terms.ts'

/** Our elements as Open Threat Model has them. */

/** What came with a record from there, and our record among its attributes. */
export function common<K extends Kind>(
  kind: K,
  record: RecordOf[K],
): Readonly<{ data: Fields; attributes: Fields }> {
  const data = fieldsIn(foreignOf(record, FORMAT)['data'])
  return { data, attributes: { ...fieldsIn(data['attributes']), [EXTENSION]: packRecord(kind, record) } }
}

/** Where nobody has said how far a zone is trusted, half way is as good as any. */
const TRUST = 50

export function zoneEntry(segment: Segment, { shapes }: FrameIn): Fields {
  const { data, attributes } = common('segments', segment)
  const type = segment.kind ?? textIn(data['type'])
  return {
    ...data,
    id: segment.id,
    name: segment.name,
    ...(type === '' ? {} : { type }),
    risk: { trustRating: numberIn(fieldsIn(data['risk'])['trustRating']) ?? TRUST },
    ...(segment.parent === null ? {} : { parent: { trustZone: segment.parent } }),
    representations: shapes(segment, segment.parent),
    attributes,
  }
}

export function componentEntry(
  component: Component,
  outside: string,
  { parentOf, shapes }: FrameIn,
  threats: readonly Fields[],
  { vendors }: Model,
): Fields {
  const { data, attributes } = common('components', component)
  const parent = parentOf(component)
  const vendor = vendors.find(({ id }) => id === component.vendor)?.name
  const words = [functionById(component.function)?.fullName, vendor, component.product, component.version]
  return {
    description: words.filter(Boolean).join(' · '),
    ...data,
    id: component.id,
    name: component.name,
    type: component.function ?? (textIn(data['type']) || 'component'),
    parent: parent === null ? { trustZone: component.segment ?? outside } : { component: parent },
    representations: shapes(component, parent ?? component.segment),
    threats,
    attributes,
  }
}

export function flowEntry(link: Link, threats: readonly Fields[]): Fields {
  const { data, attributes } = common('links', link)
  const between = interfaceById(link.interface)
  return {
    description: between?.protocol ?? '',
    ...data,
    id: link.id,
    name: link.name ?? between?.name ?? '',
    bidirectional: link.direction === 'both',
    source: link.from ?? '',
    destination: link.to ?? '',
    threats,
    attributes,
  }
}
