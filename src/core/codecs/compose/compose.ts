import { BLANK_COMPONENT } from '../../model/blank.ts'
import type { Component, Segment } from '../../model/records.ts'
import type { Imported, Reader } from '../codec.ts'
import { Draft } from '../draft.ts'
import { withForeign } from '../extension.ts'
import { guessFunction } from '../guess.ts'
import { entriesIn, type Fields, isObject, listIn, wordIn } from '../loose.ts'
import type { Source } from '../source.ts'
import { type Parsed, refused } from '../../model/problem.ts'
import { addressesIn } from './addresses.ts'
import { hasVariable, interpolate } from './interpolate.ts'
import { Joins } from './join.ts'
import { DEFAULT_NETWORK, type Service, serviceIn } from './service.ts'

/**
 * docker-compose of a core network: services are components, networks segments, and what one service is told of another is a
 * link. Nothing but the file itself is read: no `.env`, no `include`, no `extends` in other files.
 */
export const readCompose: Reader = {
  format: 'compose',
  detect: (source) => {
    if (source.looksLike !== 'other') return false
    if (/compose[^/\\]*\.ya?ml$/i.test(source.name)) return true
    const text = source.text()
    if (!text.ok || !/^services\s*:/m.test(text.value)) return false
    const yaml = source.yaml()
    return yaml.ok && isObject(yaml.value) && isObject(yaml.value['services'])
  },
  read: (source) => {
    const services = servicesIn(source)
    return services.ok ? { ok: true, value: assemble(services.value) } : services
  },
}

function servicesIn(source: Source): Parsed<Fields> {
  const yaml = source.yaml()
  if (!yaml.ok) return yaml
  if (!isObject(yaml.value) || !isObject(yaml.value['services']))
    return refused({ code: 'missing', at: 'services', message: 'is missing: it names the services' })
  return { ok: true, value: yaml.value }
}

function assemble(file: Fields): Imported {
  const draft = new Draft('compose')
  const title = interpolate(wordIn(file['name']))
  if (title !== '') draft.setMeta({ title })
  const services = entriesIn(file['services']).map(([key, value]) => serviceIn(key, value))
  const componentOf = new Map(services.map(({ key }) => [key, draft.id('service', key)]))
  const segmentOf = addNetworks(draft, file, services)
  const homes = homesOf(services)
  const components = new Map(
    services.map((service) => [
      service.key,
      addComponent(draft, service, {
        id: componentOf.get(service.key) ?? '',
        segment: segmentOf.get(homes.get(service.key) ?? '') ?? null,
      }),
    ]),
  )
  addLinks(draft, services, components)
  for (const [name, value] of Object.entries(file)) {
    if (name === 'volumes' || name === 'secrets' || name === 'configs')
      for (const [key] of entriesIn(value)) draft.account.dropped(name, key, 'is no part of a network')
    else if (name === 'include')
      for (const each of listIn(value))
        draft.account.dropped(name, wordIn(each) || name, 'is another file, and is not read')
    else if (!KNOWN.has(name)) draft.account.dropped('field', name, 'says nothing that a board has')
  }
  return draft.finish(false)
}

const KNOWN: ReadonlySet<string> = new Set(['name', 'version', 'services', 'networks'])

/** Networks of the file, and those that services are in without that it says more; segments by network. */
function addNetworks(draft: Draft, file: Fields, services: readonly Service[]): ReadonlyMap<string, string> {
  const segments = new Map<string, string>()
  const add = (key: string, name: string, foreign: Fields) => {
    const id = draft.id('network', key)
    segments.set(key, id)
    const record: Segment = { id, name, kind: null, parent: null, zone: null, pos: [0, 0], size: [320, 240] }
    return draft.add('segments', withForeign(record, 'compose', foreign), 'network', key)
  }
  for (const [key, value] of entriesIn(file['networks'])) {
    const { name, ...rest } = isObject(value) ? value : {}
    const leftOut = Object.keys(rest)
    if (!add(key, interpolate(wordIn(name)) || key, rest)) continue
    draft.account.tell('network', key, leftOut.length === 0 ? [] : [`keeps ${leftOut.join(', ')} unread`])
  }
  for (const key of services.flatMap(({ networks }) => networks)) {
    if (segments.has(key)) continue
    add(key, key, {})
    if (key !== DEFAULT_NETWORK)
      draft.account.changed('network', key, 'is named by a service, yet declared nowhere')
  }
  return segments
}

/** The network in which each service is drawn: its first; of one that shares another's, that one's. */
function homesOf(services: readonly Service[]): ReadonlyMap<string, string> {
  const byKey = new Map(services.map((service) => [service.key, service]))
  const homes = new Map<string, string | null>()
  for (const service of services) {
    const trail: string[] = []
    let at: Service | undefined = service
    while (at !== undefined && at.networks.length === 0 && !homes.has(at.key)) {
      trail.push(at.key)
      homes.set(at.key, null)
      at = byKey.get(/^service:(.+)$/.exec(at.networkMode)?.[1] ?? '')
    }
    const home = at === undefined ? null : (at.networks[0] ?? homes.get(at.key) ?? null)
    for (const key of [...trail, service.key]) homes.set(key, home)
  }
  return new Map([...homes].filter((entry): entry is [string, string] => entry[1] !== null))
}

function addComponent(
  draft: Draft,
  service: Service,
  { id, segment }: Pick<Component, 'id' | 'segment'>,
): Component {
  const { key, name, image, kept } = service
  const { kind, clash } = functionOf(service)
  const record: Component = withForeign(
    {
      id,
      ...BLANK_COMPONENT,
      name,
      function: kind,
      segment,
      product: image?.product ?? null,
      version: image === null || hasVariable(image.version ?? '') ? null : image.version,
    },
    'compose',
    kept,
  )
  const at = `services.${key}`
  if (!draft.add('components', record, 'service', at)) return record
  draft.isForeign(id, image?.base ?? '', name, kind)
  draft.account.tell('service', at, [...clash, ...changesOf(service)])
  return record
}

/** EX7: by the names that the file gives, as long as they do not name two. */
function functionOf({
  key,
  name,
  image,
  hosts,
}: Service): Readonly<{ kind: string | null; clash: string[] }> {
  const terms = [key, name, image?.base ?? '', ...hosts.map((host) => host.split('.', 1)[0] ?? '')]
  const found = new Set(terms.flatMap((term) => guessFunction(term) ?? []))
  const [kind = null] = found
  if (found.size < 2) return { kind, clash: [] }
  return { kind: null, clash: [`is named like several network functions (${[...found].join(', ')})`] }
}

function changesOf({ networks, networkMode, image, kept, leftOut }: Service): readonly string[] {
  const [, ...others] = networks
  const ports = listIn(kept['ports'])
  return [
    ...(others.length === 0
      ? []
      : [`is in ${others.join(', ')}, too, and drawn in the first of its networks alone`]),
    ...(networkMode === '' ? [] : [`has the network of ${networkMode}`]),
    ...(ports.length === 0 ? [] : [`publishes ${ports.length} ports on its host`]),
    ...(image !== null && hasVariable(`${image.product}:${image.version ?? ''}`)
      ? ['names its image by a variable, of which the file does not say what it is']
      : []),
    ...(leftOut.length === 0 ? [] : [`leaves out ${leftOut.join(', ')}`]),
  ]
}

/** Addresses first: what is certain names the ends as they call each other. */
function addLinks(
  draft: Draft,
  services: readonly Service[],
  components: ReadonlyMap<string, Component>,
): void {
  const joins = new Joins(draft)
  const byHost = new Map<string, string | null>()
  for (const { key, hosts } of services)
    for (const host of new Set(hosts)) byHost.set(host, byHost.has(host) ? null : key)
  const told: (() => void)[] = []
  const join = (service: Service, target: string | null, what: string, place: string, isCertain: boolean) => {
    const from = components.get(service.key)
    const to = components.get(target ?? '')
    const at = `services.${service.key}.${place}`
    const { account } = draft
    if (from === undefined || to === undefined) {
      told.push(() => account.dropped(what, at, 'names a service that is not in the file'))
      return
    }
    if (from.id === to.id) return
    const words = joins.join(from, to, isCertain)
    told.push(() => {
      if (words === null)
        account.dropped(what, at, 'is an order to start in: the catalogue knows no interface between the two')
      else account.tell(what, at, words === '' ? [] : [words])
    })
  }
  for (const service of services) {
    for (const [name, value] of service.environment)
      for (const host of new Set(addressesIn(name, value))) {
        const target = byHost.get(host)
        if (target !== undefined && target !== null)
          join(service, target, 'address', `environment.${name}`, true)
      }
    for (const target of service.linked) join(service, target, 'link', `links.${target}`, true)
  }
  for (const service of services)
    for (const target of service.dependsOn) join(service, target, 'dependency', `depends_on.${target}`, false)
  for (const link of joins.links) draft.add('links', link)
  for (const tell of told) tell()
}
