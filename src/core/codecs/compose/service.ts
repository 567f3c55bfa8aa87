import { entriesIn, type Fields, isObject, listIn, wordIn, wordsIn } from '../loose.ts'
import { type Image, imageIn } from './image.ts'
import { interpolate } from './interpolate.ts'

/** A service in the terms of the file, variables with defaults filled in. */
export type Service = Readonly<{
  key: string
  /** As people call it: its container, else the service. */
  name: string
  image: Image | null
  /** Names of networks; the one that all share where it names none; none where it stands outside of all. */
  networks: readonly string[]
  /** `host`, `none`, `service:amf` …; empty where it is in networks. */
  networkMode: string
  /** By what the others can name it: names, aliases, addresses. */
  hosts: readonly string[]
  dependsOn: readonly string[]
  /** Services of the older `links`. */
  linked: readonly string[]
  environment: readonly (readonly [name: string, value: string])[]
  /** Kept with the component: what it has of the machine that it runs on. */
  kept: Fields
  /** Names of fields that a board has no place for. */
  leftOut: readonly string[]
}>

/** The network of all services that name none. */
export const DEFAULT_NETWORK = 'default'

export function serviceIn(key: string, value: unknown): Service {
  const fields = isObject(value) ? value : {}
  const read = (name: string) => interpolate(wordIn(fields[name]))
  const container = read('container_name')
  const networks = isObject(fields['networks'])
    ? Object.keys(fields['networks'])
    : wordsIn(fields['networks'])
  const networkMode = read('network_mode')
  const inDefault = networks.length === 0 && (networkMode === '' || networkMode === 'bridge')
  return {
    key,
    name: container || key,
    image: imageIn(read('image')),
    networks: inDefault ? [DEFAULT_NETWORK] : networkMode === '' ? networks : [],
    networkMode: networkMode === 'bridge' ? '' : networkMode,
    hosts: [
      key,
      container,
      read('hostname'),
      ...entriesIn(fields['networks']).flatMap(([, at]) => hostsIn(at)),
    ]
      .filter((host) => host !== '')
      .map((host) => host.toLowerCase()),
    dependsOn: isObject(fields['depends_on'])
      ? Object.keys(fields['depends_on'])
      : wordsIn(fields['depends_on']),
    linked: wordsIn(fields['links']).map((link) => link.split(':', 1)[0] ?? ''),
    environment: environmentIn(fields['environment']),
    kept: Object.fromEntries(KEPT.flatMap((name) => (name in fields ? [[name, fields[name]]] : []))),
    leftOut: Object.keys(fields).filter((name) => !SEEN.has(name) && !name.startsWith('x-')),
  }
}

function hostsIn(network: unknown): readonly string[] {
  if (!isObject(network)) return []
  const addresses = [wordIn(network['ipv4_address']), wordIn(network['ipv6_address'])]
  return [...wordsIn(network['aliases']), ...addresses].map(interpolate)
}

/** `NAME=value` in a list, or a mapping. */
function environmentIn(value: unknown): Service['environment'] {
  const pairs: readonly (readonly [string, string])[] = isObject(value)
    ? entriesIn(value).map(([name, each]) => [name, wordIn(each)])
    : listIn(value).map((each) => {
        const text = wordIn(each)
        const at = text.indexOf('=')
        return at === -1 ? [text, ''] : [text.slice(0, at), text.slice(at + 1)]
      })
  return pairs.map(([name, each]) => [name, interpolate(each)])
}

const KEPT = ['image', 'networks', 'network_mode', 'ports', 'cap_add', 'privileged', 'devices'] as const
const SEEN: ReadonlySet<string> = new Set([
  ...KEPT,
  'container_name',
  'hostname',
  'depends_on',
  'links',
  // Only their addresses are told, as links; values may be secret, and are kept nowhere.
  'environment',
])
