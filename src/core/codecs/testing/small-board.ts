import type { Model } from '../../model/records.ts'
import { emptyModel } from '../../model/records.ts'
import { recordSchemas } from '../../model/schemas.ts'

/** A board with one or two records of the kinds that other formats have elements for, each with something only ours has. */
export function smallBoard(): Model {
  const { segments, vendors, components, links, risks, mitigations, threats, notes } = recordSchemas
  const lists = {
    segments: [
      { id: 's1', name: 'Core', kind: 'core-5g', pos: [0, 0], size: [640, 420] },
      { id: 's2', name: 'Edge', pos: [700, 0] },
    ].map((record) => segments.parse(record)),
    vendors: [vendors.parse({ id: 'v1', name: 'Acme', restricted: true })],
    components: [
      {
        id: 'c1',
        name: 'AMF 1',
        function: 'amf',
        segment: 's1',
        vendor: 'v1',
        product: 'CoreX',
        pos: [40, 60],
      },
      { id: 'c2', name: 'Manager', segment: 's1', vendor: 'v1', untrusted: true, pos: [40, 160] },
      { id: 'c3', name: 'Probe', pos: [900, 60] },
    ].map((record) => components.parse(record)),
    links: [
      links.parse({ id: 'l1', from: 'c2', to: 'c1', interface: 'n2', plane: 'management' }),
      links.parse({ id: 'l2', from: 'c3', to: 'c1', name: 'Tap', direction: 'forward', protection: 'TLS' }),
    ],
    risks: [
      risks.parse({
        id: 'r1',
        title: 'Builds',
        on: { vendor: 'v1', product: 'CoreX' },
        propagation: 'foothold',
        likelihood: 4,
      }),
      risks.parse({ id: 'r2', title: 'Old', on: { component: 'c2' }, status: 'accepted' }),
    ],
    mitigations: [
      mitigations.parse({
        id: 'm1',
        title: 'Segregate',
        effect: 'removes-risk',
        treats: ['r1'],
        on: [{ component: 'c1' }, { vendor: 'v1' }],
        status: 'planned',
      }),
    ],
    threats: [
      threats.parse({
        id: 't1',
        number: 4,
        title: 'Spoof',
        stride: 'S',
        on: { component: 'c1' },
        decision: 'mitigate',
      }),
      threats.parse({ id: 't2', number: 7, title: 'Tap the tap', on: { link: 'l2' } }),
    ],
    notes: [notes.parse({ id: 'n1', text: 'Ask Kim', pos: [5, 5] })],
  }
  const { meta, ...rest } = emptyModel('Small')
  return { ...rest, meta: { ...meta, lastThreat: 9 }, ...lists } as Model
}
