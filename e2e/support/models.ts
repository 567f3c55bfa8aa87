import { BLANK_COMPONENT, BLANK_LINK, BLANK_RISK } from '../../src/core/model/blank.ts'
import {
  emptyModel,
  type Component,
  type Link,
  type Mitigation,
  type Model,
  type Risk,
} from '../../src/core/model/records.ts'

export const component = (id: string, fields: Partial<Component> = {}): Component => ({
  ...BLANK_COMPONENT,
  id,
  name: id,
  ...fields,
})

export const link = (id: string, from: string, to: string, fields: Partial<Link> = {}): Link => ({
  ...BLANK_LINK,
  id,
  from,
  to,
  ...fields,
})

export const risk = (id: string, on: Risk['on'], fields: Partial<Risk> = {}): Risk => ({
  ...BLANK_RISK,
  id,
  title: id,
  category: 'vr-build',
  on,
  likelihood: 4,
  impact: 4,
  ...fields,
})

export const mitigation = (id: string, fields: Partial<Mitigation> = {}): Mitigation => ({
  id,
  title: id,
  control: null,
  effect: 'governs',
  treats: [],
  on: [],
  status: 'planned',
  effort: null,
  due: null,
  owner: '',
  evidence: [],
  ...fields,
})

/** An element manager at risk that controls an AMF: one taken exposure, of `r1` at `amf`. */
export function managedCore(fields: Partial<Model> = {}): Model {
  return {
    ...emptyModel('Managed core'),
    vendors: [{ id: 'v1', name: 'Northwind Systems', restricted: false }],
    components: [
      component('ems', {
        name: 'EMS north',
        function: 'ems',
        criticality: 'high',
        vendor: 'v1',
        product: 'Manager',
        pos: [0, 0],
      }),
      component('amf', { name: 'AMF 1', function: 'amf', pos: [320, 0] }),
      component('gnb', { name: 'gNB 7', function: 'gnb', pos: [0, 200] }),
    ],
    links: [
      link('manages', 'ems', 'amf', { interface: 'ems-ne' }),
      link('n2', 'gnb', 'amf', { interface: 'n2' }),
    ],
    risks: [risk('r1', { vendor: 'v1', product: 'Manager' }, { title: 'Builds cannot be reproduced' })],
    mitigations: [
      mitigation('m1', {
        title: 'Jump host before the managers',
        effect: 'blocks-propagation',
        treats: ['r1'],
        on: [{ link: 'manages' }],
      }),
    ],
    ...fields,
  }
}

/** A board of `count` components in a grid of segments with three links each, deterministic. */
export function largeModel(count: number): Model {
  const perSegment = 25
  const columns = 8
  const segments = Array.from({ length: Math.ceil(count / perSegment) }, (_, index) => ({
    id: `s${index}`,
    name: `Site ${index}`,
    kind: 'core-5g',
    parent: null,
    zone: null,
    pos: [(index % columns) * 1240, Math.floor(index / columns) * 760] as [number, number],
    size: [1160, 680] as [number, number],
  }))
  const functions = ['amf', 'smf', 'upf', 'ems', 'gnb', 'pe-router', 'udm', 'hypervisor']
  const components = Array.from({ length: count }, (_, index) => {
    const place = index % perSegment
    return component(`c${index}`, {
      name: `Function ${index}`,
      function: functions[index % functions.length] ?? null,
      segment: `s${Math.floor(index / perSegment)}`,
      vendor: index % 20 === 0 ? 'v1' : null,
      pos: [30 + (place % 5) * 224, 60 + Math.floor(place / 5) * 122],
    })
  })
  const links = components.flatMap((_, index) =>
    [1, 5, 25].map((step) => link(`l${index}-${step}`, `c${index}`, `c${(index + step) % count}`)),
  )
  return {
    ...emptyModel(`${count} components`),
    vendors: [{ id: 'v1', name: 'Northwind Systems', restricted: false }],
    segments,
    components,
    links,
    risks: [risk('r1', { vendor: 'v1' })],
  }
}
