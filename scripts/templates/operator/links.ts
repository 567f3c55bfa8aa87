import type { LinkFacts } from '../board.ts'
import type { Key } from './components.ts'

/** What runs on an interface, where the catalogue's name for it is too long to stand between two neighbours. */
const SHORT_NAMES: Readonly<Record<string, string>> = {
  'backup-if': 'Backup',
  'dia-ix': 'Diameter',
  'ems-ne': 'NETCONF',
  'image-pull': 'OCI',
  'itf-n': 'Itf-N',
  'ofh-cus': 'eCPRI',
  'pki-if': 'CMP',
  's1-n2-ipsec': 'IPsec',
  'sbi-scp': 'SBI',
  'sc-build': 'Source',
  'sc-sign': 'Release',
  'ss7-ix': 'SIGTRAN',
  'sw-dist': 'SFTP',
  'vn-nf': 'Vn-Nf',
  cli: 'SSH',
  ibgp: 'IS-IS',
  n32: 'N32',
  optical: 'OTN',
  ptp: 'PTP',
  syslog: 'Syslog',
  tacacs: 'TACACS+',
}

/** The controlling end stands first, as the catalogue names the ends of management interfaces. */
const facts: readonly LinkFacts<Key>[] = [
  // How Kestrivane's software comes about and in; the core EMS fetches its own, past the repository.
  ['os-supplier', 'sc-build', 'development'],
  ['development', 'sc-build', 'build'],
  ['build', 'sc-sign', 'signing'],
  ['signing', 'sc-sign', 'update'],
  ['update', 'sc-update', 'sw-repo'],
  ['update', 'sc-update', 'ems-core', { name: 'Direct update channel' }],
  ['support', 'sc-remote', 'jump'],

  // Who administers what
  ['jump', 'cli', 'pam'],
  ['jump', 'cli', 'oss', { direction: 'forward' }],
  ['jump', 'cli', 'nms', { direction: 'forward' }],
  ['jump', 'cli', 'ems-voice', { direction: 'forward' }],
  ['aaa', 'tacacs', 'pam'],
  ['aaa', 'syslog', 'log', { direction: 'forward' }],
  ['ems-core', 'syslog', 'log', { direction: 'forward' }],
  ['ems-voice', 'syslog', 'log', { direction: 'forward' }],
  ['log', 'syslog', 'siem', { direction: 'forward' }],
  ['pki', 'pki-if', 'ems-voice'],
  ['backup', 'backup-if', 'ems-voice'],
  ['oss', 'itf-n', 'nms'],
  ['oss', 'itf-n', 'ems-voice'],
  ['nms', 'itf-n', 'ems-core'],
  ['nms', 'itf-n', 'ems-ran'],
  ['nms', 'itf-n', 'ems-transport'],
  ['sw-repo', 'sw-dist', 'ems-ran'],

  // Element management
  ['ems-core', 'ems-ne', 'amf'],
  ['ems-core', 'ems-ne', 'smf'],
  ['ems-core', 'ems-ne', 'udm'],
  ['ems-core', 'ems-ne', 'ausf'],
  ['ems-ran', 'ems-ne', 'cu-cp'],
  ['ems-ran', 'ems-ne', 'cu-up', { direction: 'forward' }],
  ['ems-transport', 'ems-ne', 'agg'],
  ['ems-voice', 'ems-ne', 'tas'],
  ['ems-voice', 'ems-ne', 'p-cscf'],

  // Radio access and transport
  ['handsets', 'uu', 'ru-a'],
  ['handsets', 'uu', 'ru-b'],
  ['du-a', 'ofh-cus', 'ru-a'],
  ['du-b', 'ofh-cus', 'ru-b'],
  ['cu-cp', 'f1-c', 'du-a'],
  ['cu-cp', 'f1-c', 'du-b'],
  ['cu-up', 'f1-u', 'du-a'],
  ['cu-up', 'f1-u', 'du-b'],
  ['cu-cp', 'e1', 'cu-up'],
  ['du-a', 'backhaul', 'csr-a'],
  ['du-b', 'backhaul', 'csr-b'],
  ['csr-a', 'backhaul', 'agg'],
  ['csr-b', 'backhaul', 'agg'],
  ['ptp', 'ptp', 'csr-b'],
  ['agg', 'ibgp', 'pe'],
  ['agg', 'optical', 'dwdm'],
  ['cu-up', 's1-n2-ipsec', 'segw'],
  ['segw', 's1-n2-ipsec', 'upf'],
  ['segw', 's1-n2-ipsec', 'amf'],
  ['cu-cp', 'n2', 'amf'],
  ['cu-up', 'n3', 'upf'],
  ['upf', 'n6', 'firewall'],
  ['firewall', 'fw-edge', 'internet'],
  ['firewall', 'fw-edge', 'pe'],

  // 5G core
  ['amf', 'n11', 'smf'],
  ['amf', 'sbi-scp', 'scp'],
  ['smf', 'n4', 'upf'],
  ['smf', 'n10', 'udm'],
  ['smf', 'n7', 'pcf'],
  ['ausf', 'n13', 'udm'],
  ['udm', 'n35', 'udr'],
  ['pcf', 'n36', 'udr'],
  ['pcf', 'n28', 'chf'],
  ['nssf', 'sbi-scp', 'scp'],
  ['nef', 'sbi-scp', 'scp'],
  ['scp', 'nnrf', 'nrf'],

  // Voice
  ['wifi-callers', 'gm', 'sbc'],
  ['sbc', 'mw', 'i-cscf'],
  ['sbc', 'mw', 's-cscf'],
  ['p-cscf', 'mw', 's-cscf'],
  ['i-cscf', 'mw', 's-cscf'],
  ['s-cscf', 'isc', 'tas'],

  // Interconnect
  ['sepp', 'nnrf', 'nrf'],
  ['sepp', 'n32', 'ipx'],
  ['dea', 'dia-ix', 'ipx'],
  ['dea', 'dia-ix', 'sig-fw'],
  ['stp', 'ss7-ix', 'ipx'],
  ['stp', 'ss7-ix', 'sig-fw'],

  // Lawful intercept
  ['admf', 'li-x1', 'poi'],
  ['poi', 'li-embed', 'udm'],
  ['poi', 'li-embed', 's-cscf'],

  // Virtualisation
  ['cicd', 'image-pull', 'registry'],
  ['registry', 'image-pull', 'node-1'],
  ['registry', 'image-pull', 'node-2'],
  ['k8s-cp', 'nf-vi', 'node-1'],
  ['k8s-cp', 'nf-vi', 'node-2'],
  ['node-1', 'vn-nf', 'nef'],
  ['node-2', 'vn-nf', 'nrf'],
  ['vim', 'nf-vi', 'hypervisor-1'],
  ['vim', 'nf-vi', 'nfvi'],
  ['nfvi', 'vn-nf', 'hypervisor-1'],
  ['nfvi', 'vn-nf', 'hypervisor-2'],
  ['hypervisor-1', 'vn-nf', 'smf'],
  ['hypervisor-2', 'vn-nf', 's-cscf'],
]

export const links = facts.map(([from, interfaceId, to, more]): LinkFacts<Key> => {
  const name = SHORT_NAMES[interfaceId]
  return [from, interfaceId, to, { ...(name === undefined ? {} : { name }), ...more }]
})
