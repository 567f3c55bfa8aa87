import {
  componentId,
  compose,
  type Facts,
  type LinkFacts,
  linkId,
  riskId,
  type SegmentPlan,
  vendorId,
} from './board.ts'

const kestrivane = { vendor: 'kestrivane' }
const osmarrick = { vendor: 'osmarrick', product: 'Session', version: '3.4' }

const components = {
  build: { name: 'Build system', function: 'vendor-build', ...kestrivane },
  signing: { name: 'Code signing', function: 'vendor-signing', ...kestrivane },
  update: { name: 'Updates', function: 'vendor-update', ...kestrivane },
  ems: {
    name: 'Core EMS',
    function: 'ems',
    ...kestrivane,
    product: 'Manager',
    version: '9.4',
  },
  jump: { name: 'Jump host', function: 'jump-host' },
  amf: { name: 'AMF', function: 'amf', ...kestrivane, product: 'Core', version: '18.2' },
  smf: { name: 'SMF', function: 'smf', ...osmarrick },
  udm: { name: 'UDM', function: 'udm', ...osmarrick },
  chf: { name: 'CHF', function: 'chf', ...osmarrick },
  gnb: { name: 'gNB', function: 'gnb', ...kestrivane, product: 'Site Radio', version: '7.1' },
  upf: { name: 'UPF', function: 'upf', ...osmarrick },
  firewall: { name: 'Firewall', function: 'firewall' },
} as const satisfies Facts['components']

type Key = keyof typeof components

const links: readonly LinkFacts<Key>[] = [
  ['build', 'sc-sign', 'signing', { name: 'Release' }],
  ['signing', 'sc-sign', 'update', { name: 'Release' }],
  ['update', 'sc-update', 'ems'],
  ['jump', 'cli', 'ems', { name: 'SSH', direction: 'forward' }],
  ['ems', 'ems-ne', 'amf'],
  ['gnb', 'n2', 'amf'],
  ['gnb', 'n3', 'upf'],
  ['amf', 'n11', 'smf'],
  ['smf', 'n4', 'upf'],
  ['smf', 'n10', 'udm'],
  ['smf', 'n40', 'chf'],
  ['upf', 'n6', 'firewall'],
]

const facts: Facts<Key> = {
  title: 'First workshop',
  description:
    'Twelve components, two vendors, two risks: one route that is taken, one door that is reached. Implement the planned mitigation and the route goes out; take the implemented one away and the door opens.',
  vendors: { kestrivane: { name: 'Kestrivane' }, osmarrick: { name: 'Osmarrick' } },
  components,
  links,
  risks: {
    build: {
      title: 'Builds cannot be reproduced',
      category: 'vr-build',
      on: { component: componentId('build') },
      likelihood: 3,
      impact: 5,
      rationale: 'Nobody but the vendor can show that a release comes from the source that was examined.',
    },
    flaws: {
      title: 'Flaws in the session interface',
      category: 'vr-vulns',
      on: { vendor: vendorId('osmarrick'), product: 'Session' },
      likelihood: 3,
      impact: 4,
      rationale: 'Malformed requests from another network function run code. Fixed in 3.4.2.',
    },
  },
  mitigations: {
    patched: {
      title: 'Release 3.4.2 installed',
      control: 'mit-patching',
      treats: [riskId('flaws')],
      on: [{ vendor: vendorId('osmarrick') }],
      status: 'implemented',
      owner: 'Core operations',
    },
    'signed-updates': {
      title: 'Updates staged and checked by the operator',
      control: 'mit-signed-updates',
      treats: [riskId('build')],
      on: [{ link: linkId('update', 'sc-update', 'ems') }],
      status: 'planned',
      effort: 2,
      due: '2027-03-31',
      owner: 'Network security',
    },
    'repeatable-build': {
      title: 'Repeatable builds in the next contract',
      control: 'mit-repeatable-build',
      treats: [riskId('build')],
      on: [{ vendor: vendorId('kestrivane') }],
      status: 'proposed',
      effort: 5,
      owner: 'Procurement',
    },
  },
}

const PITCH = [256, 136] as const

const segments: readonly SegmentPlan<Key>[] = [
  {
    key: 'supply',
    name: 'Supply chain',
    kind: 'supply-chain',
    zone: 'vendor',
    at: [0, 0],
    pitch: PITCH,
    holds: { build: [0, 0], signing: [1, 0], update: [2, 0] },
  },
  {
    key: 'management',
    name: 'Network management',
    kind: 'management',
    zone: 'management',
    at: [896, 0],
    pitch: PITCH,
    holds: { ems: [0, 0], jump: [1, 0] },
  },
  {
    key: 'access',
    name: 'Access and user plane',
    kind: 'ran',
    zone: 'access',
    at: [256, 224],
    pitch: PITCH,
    holds: { gnb: [1, 0], firewall: [0, 1], upf: [1, 1] },
  },
  {
    key: 'core',
    name: '5G core',
    kind: 'core-5g',
    zone: 'core',
    at: [896, 224],
    pitch: PITCH,
    holds: { amf: [0, 0], smf: [1, 0], udm: [2, 0], chf: [2, 1] },
  },
]

/** Small enough to be explained in five minutes. */
export const firstWorkshop = () => compose(facts, { segments })
