import { functionById } from './functions.ts'
import { lazy } from './lazy.ts'
import type { NetworkFunction } from './types.ts'

/** The groups of functions that share a glyph; `custom` is anything that the catalogue does not know. */
export const FAMILIES = [
  'device',
  'radio',
  'fixed-access',
  'router',
  'optical',
  'timing',
  'core',
  'gateway',
  'database',
  'voice',
  'messaging',
  'border',
  'compute',
  'orchestration',
  'management',
  'security',
  'interception',
  'supplier',
  'external',
  'custom',
] as const
export type FunctionFamily = (typeof FAMILIES)[number]

const BY_SEGMENT: Readonly<Record<string, FunctionFamily>> = {
  device: 'device',
  ran: 'radio',
  'fixed-access': 'fixed-access',
  transport: 'router',
  'core-5g': 'core',
  'core-4g': 'core',
  'core-2g3g': 'core',
  ims: 'voice',
  interconnect: 'messaging',
  virtualisation: 'compute',
  management: 'management',
  security: 'security',
  'lawful-intercept': 'interception',
  'supply-chain': 'supplier',
  external: 'external',
}

/** Functions whose task, rather than their segment, says what they look like: ids separated by spaces. */
export const FAMILY_MEMBERS: Readonly<Partial<Record<FunctionFamily, string>>> = {
  device: 'onu cable-modem cpe paw',
  radio: 'microwave satellite-gw',
  router: 'stp dra dea',
  optical: 'dwdm roadm otn-switch cable-landing',
  timing: 'ptp-gm gnss ntp-server',
  gateway: 'upf n3iwf tngf sgw sgw-u pgw pgw-u ggsn epdg henb-gw bng lns w-agf cgnat',
  database:
    'udm udr udsf nf-db adrf eir-5g hss eir hlr vlr auc mnp-db storage backup log-server oss-inventory container-registry sw-repo',
  border: 'segw firewall ddos sepp sig-fw sms-fw sbc ibcf',
  compute: 'corp-it',
  orchestration:
    'nfvo vnfm vim wim k8s-cp mec-platform mec-orchestrator cicd smo near-rt-ric non-rt-ric sdn-controller nsmf automation',
  management: 'acs',
}

const byMember = lazy(
  () =>
    new Map(
      FAMILIES.flatMap((family) =>
        (FAMILY_MEMBERS[family]?.split(' ') ?? []).map((id): [string, FunctionFamily] => [id, family]),
      ),
    ),
)

const bySegment = ({ segment, external }: NetworkFunction): FunctionFamily =>
  external && segment !== 'supply-chain' ? 'external' : (BY_SEGMENT[segment] ?? 'custom')

/** The glyph family of a function; `custom` for null or an unknown one. */
export const familyOf = (functionId: string | null): FunctionFamily => {
  const item = functionById(functionId)
  return item === null ? 'custom' : (byMember().get(item.id) ?? bySegment(item))
}
