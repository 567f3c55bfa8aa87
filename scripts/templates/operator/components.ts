import type { ComponentFacts } from '../board.ts'

/** Invented names: the operator, Ardmouth Mobile, and its five vendors exist nowhere else. */
export const vendors = {
  kestrivane: { name: 'Kestrivane' },
  osmarrick: { name: 'Osmarrick' },
  veldwyn: { name: 'Veldwyn' },
  tulgarth: { name: 'Tulgarth' },
  sandrowick: { name: 'Sandrowick' },
}

/** A product of a vendor in the version that the operator runs. */
const of = (vendor: keyof typeof vendors, product: string, version: string) => ({ vendor, product, version })

const coreProduct = of('kestrivane', 'Core', '18.2')
const radioProduct = of('kestrivane', 'Radio', '7.1')
const siteProduct = of('kestrivane', 'Site Radio', '7.1')
const managerProduct = of('kestrivane', 'Manager', '9.4')
const policyProduct = of('osmarrick', 'Policy', '4.0')
const voiceProduct = of('osmarrick', 'Voice', '6.3')
const relayProduct = of('osmarrick', 'Relay', '5.2')
const routerProduct = of('veldwyn', 'Packet', '11.6')
const accessProduct = of('veldwyn', 'Access', '3.9')
const hostProduct = of('tulgarth', 'Host', '12.1')
const clusterProduct = of('tulgarth', 'Cluster', '2.8')
const gateProduct = of('sandrowick', 'Gate', '8.0')
const shieldProduct = of('sandrowick', 'Shield', '6.5')

export const components = {
  // Supply chain
  'os-supplier': { name: 'OS supplier', function: 'component-supplier' },
  development: { name: 'Development', function: 'vendor-dev', vendor: 'kestrivane' },
  build: { name: 'Build system', function: 'vendor-build', vendor: 'kestrivane' },
  signing: { name: 'Code signing', function: 'vendor-signing', vendor: 'kestrivane' },
  update: {
    name: 'Updates',
    function: 'vendor-update',
    vendor: 'kestrivane',
    product: 'Portal',
  },
  support: {
    name: 'Support centre',
    function: 'vendor-support',
    vendor: 'kestrivane',
    product: 'Assist',
  },

  // Privileged access, oversight, management
  jump: { name: 'Jump host', function: 'jump-host', ...gateProduct },
  pam: { name: 'PAM vault', function: 'pam', ...gateProduct },
  aaa: { name: 'Admin AAA', function: 'aaa', ...gateProduct },
  log: { name: 'Log server', function: 'log-server' },
  siem: { name: 'SIEM', function: 'siem', ...of('sandrowick', 'Watch', '5.0') },
  pki: { name: 'Operator PKI', function: 'pki', ...of('sandrowick', 'Trust', '3.1') },
  nms: { name: 'NMS', function: 'nms' },
  oss: { name: 'OSS', function: 'oss' },
  'sw-repo': { name: 'Software repo', function: 'sw-repo' },
  backup: { name: 'Backup', function: 'backup' },
  'ems-core': { name: 'Core EMS', function: 'ems', ...managerProduct },
  'ems-ran': { name: 'RAN EMS', function: 'ems', ...managerProduct },
  'ems-voice': { name: 'Voice EMS', function: 'ems', ...of('osmarrick', 'Console', '2.2') },
  'ems-transport': { name: 'Transport EMS', function: 'ems', ...of('veldwyn', 'Director', '4.4') },

  // Radio access
  handsets: { name: 'Handsets', function: 'ue' },
  'ru-a': { name: 'RU Harbour', function: 'o-ru', ...siteProduct },
  'du-a': { name: 'DU Harbour', function: 'gnb-du', ...siteProduct },
  'csr-a': { name: 'CSR Harbour', function: 'csr', ...accessProduct },
  'ru-b': { name: 'RU Northgate', function: 'o-ru', ...siteProduct },
  'du-b': { name: 'DU Northgate', function: 'gnb-du', ...siteProduct },
  'csr-b': { name: 'CSR Northgate', function: 'csr', ...accessProduct },
  'cu-cp': { name: 'CU-CP 1', function: 'gnb-cu-cp', ...radioProduct },
  'cu-up': { name: 'CU-UP 1', function: 'gnb-cu-up', ...radioProduct },

  // Transport and edge
  ptp: { name: 'Grandmaster', function: 'ptp-gm', ...of('veldwyn', 'Time', '2.0') },
  agg: { name: 'Aggregation 1', function: 'agg-router', ...routerProduct },
  pe: { name: 'PE 1', function: 'pe-router', ...routerProduct },
  dwdm: { name: 'DWDM 1', function: 'dwdm', ...of('veldwyn', 'Light', '9.2') },
  segw: { name: 'SeGW 1', function: 'segw', ...shieldProduct },
  upf: { name: 'UPF 1', function: 'upf', ...of('veldwyn', 'Gateway', '1.7') },
  firewall: { name: 'Firewall 1', function: 'firewall', ...shieldProduct },
  internet: { name: 'Internet', function: 'internet' },

  // 5G core
  amf: { name: 'AMF 1', function: 'amf', ...coreProduct },
  smf: { name: 'SMF 1', function: 'smf', ...coreProduct },
  udm: { name: 'UDM 1', function: 'udm', ...coreProduct },
  ausf: { name: 'AUSF 1', function: 'ausf', ...coreProduct },
  udr: { name: 'UDR 1', function: 'udr', ...policyProduct },
  pcf: { name: 'PCF 1', function: 'pcf', ...policyProduct },
  chf: { name: 'CHF 1', function: 'chf', ...policyProduct },
  nssf: { name: 'NSSF 1', function: 'nssf', ...policyProduct },
  nef: { name: 'NEF 1', function: 'nef', ...policyProduct },
  nrf: { name: 'NRF 1', function: 'nrf', ...policyProduct },
  scp: { name: 'SCP 1', function: 'scp', ...policyProduct },

  // Voice
  tas: { name: 'Telephony AS', function: 'ims-as', ...voiceProduct },
  'p-cscf': { name: 'P-CSCF 1', function: 'p-cscf', ...voiceProduct },
  'i-cscf': { name: 'I-CSCF 1', function: 'i-cscf', ...voiceProduct },
  's-cscf': { name: 'S-CSCF 1', function: 's-cscf', ...voiceProduct },
  sbc: { name: 'Access SBC', function: 'sbc', ...of('osmarrick', 'Border', '4.1') },
  'wifi-callers': { name: 'Wi-Fi callers', function: 'ue', untrusted: true },

  // Interconnect
  sepp: { name: 'SEPP 1', function: 'sepp', ...of('osmarrick', 'Roaming', '1.3') },
  'sig-fw': {
    name: 'Sig firewall',
    function: 'sig-fw',
    ...of('sandrowick', 'Guard', '2.4'),
  },
  dea: { name: 'DEA 1', function: 'dea', ...relayProduct },
  stp: { name: 'STP 1', function: 'stp', ...relayProduct },
  ipx: { name: 'IPX carrier', function: 'ipx' },

  // Lawful intercept
  admf: { name: 'ADMF', function: 'admf', ...of('sandrowick', 'Warrant', '3.0') },
  poi: { name: 'LI POI', function: 'li-poi', ...of('sandrowick', 'Warrant', '3.0') },

  // Virtualisation
  'k8s-cp': { name: 'Cluster control', function: 'k8s-cp', ...clusterProduct },
  'node-1': { name: 'Worker node 1', function: 'k8s-node', ...clusterProduct },
  'node-2': { name: 'Worker node 2', function: 'k8s-node', ...clusterProduct },
  registry: { name: 'Image registry', function: 'container-registry', ...clusterProduct },
  cicd: { name: 'CI/CD', function: 'cicd' },
  vim: { name: 'VIM', function: 'vim', ...of('tulgarth', 'Stack', '12.1') },
  'hypervisor-1': { name: 'Hypervisor 1', function: 'hypervisor', ...hostProduct },
  'hypervisor-2': { name: 'Hypervisor 2', function: 'hypervisor', ...hostProduct },
  nfvi: { name: 'NFVI hosts', function: 'nfvi', ...of('tulgarth', 'Server', '2') },
} as const satisfies Record<string, ComponentFacts>

export type Key = keyof typeof components
