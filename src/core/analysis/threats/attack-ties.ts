import { attack } from '../../catalogue/attack.ts'
import type { NetworkFunction } from '../../catalogue/types.ts'
import { BY_PART, type Tie } from './suggestion.ts'

/** Functions that are what ATT&CK calls a platform. Its data ties techniques to nothing nearer. */
const FUNCTIONS_OF_PLATFORM: Readonly<Record<string, readonly string[]>> = {
  'Network Devices': [
    'csr',
    'agg-router',
    'pe-router',
    'p-router',
    'route-reflector',
    'peering-router',
    'dc-switch',
    'fronthaul-switch',
    'otn-switch',
    'firewall',
    'segw',
    'cgnat',
    'bng',
    'lns',
    'cpe',
  ],
  ESXi: ['hypervisor'],
  Containers: ['k8s-cp', 'k8s-node', 'container-registry'],
  'Identity Provider': ['idp'],
  IaaS: ['public-cloud', 'vim'],
}

export function attackForFunction(fn: NetworkFunction): Tie[] {
  const platforms = Object.keys(FUNCTIONS_OF_PLATFORM).filter((platform) =>
    FUNCTIONS_OF_PLATFORM[platform]?.includes(fn.id),
  )
  return attack.techniques.flatMap((technique) =>
    platforms
      .filter((platform) => technique.platforms.includes(platform))
      .map((platform) => ({
        technique: technique.id,
        why: `${fn.name}: ATT&CK names the platform “${platform}”`,
        rank: BY_PART,
      })),
  )
}
