import { REGISTER_KINDS } from '../registers/registers.ts'
import type { RegisterId } from '../registers/register.ts'

/** What the columns of a table may be called, whatever the case, spaces and signs; the first is what the register has. */
const COMPONENT_HEADS = {
  id: ['id', 'componentid', 'uid', 'identifier', 'key'],
  name: ['name', 'component', 'componentname', 'node', 'nodename', 'element', 'hostname', 'system', 'asset'],
  function: ['function', 'networkfunction', 'nf', 'role', 'type', 'kind'],
  functionId: ['functionid'],
  segment: ['segment', 'zone', 'network', 'subnet', 'domain', 'area', 'trustzone'],
  segmentId: ['segmentid'],
  vendor: ['vendor', 'supplier', 'manufacturer', 'make'],
  vendorId: ['vendorid'],
  product: ['product', 'productname', 'model'],
  version: ['version', 'release', 'softwareversion'],
  hardware: ['hardware', 'hardwareversion', 'platform'],
  criticality: ['criticality', 'importance'],
  untrusted: ['untrusted', 'external'],
  supportEnd: ['supportends', 'supportend', 'endofsupport', 'eos'],
  removal: ['toberemoved', 'removal', 'removedby'],
  host: ['host', 'hostedon', 'runson'],
  hostId: ['hostid'],
  site: ['site', 'location'],
  sensitiveSite: ['sensitivesite'],
  sensitiveData: ['sensitivedata'],
  exposedEdge: ['exposededge'],
  thirdParty: ['thirdparty'],
  weight: ['weight'],
  x: ['x', 'posx', 'left'],
  y: ['y', 'posy', 'top'],
} as const

const LINK_HEADS = {
  id: ['id', 'linkid', 'uid', 'identifier', 'key'],
  name: ['name', 'link', 'linkname', 'label'],
  from: ['from', 'source', 'src', 'aend', 'enda'],
  fromId: ['fromid', 'sourceid'],
  to: ['to', 'target', 'destination', 'dst', 'bend', 'endb'],
  toId: ['toid', 'targetid', 'destinationid'],
  interface: ['interface', 'referencepoint', 'iface', 'protocol', 'type'],
  interfaceId: ['interfaceid'],
  direction: ['direction'],
  plane: ['plane'],
  carries: ['carries'],
  protection: ['protection', 'encryption', 'security'],
} as const

type Called<Field> = ReadonlyMap<string, Readonly<{ field: Field; rank: number }>>

/** By name, so that a row is gone through once: each behind an empty line is looked at. */
const fieldsByName = <Field extends string>(
  heads: Readonly<Record<Field, readonly string[]>>,
): Called<Field> =>
  new Map(
    (Object.entries(heads) as [Field, readonly string[]][]).flatMap(([field, names]) =>
      names.map((name, rank) => [name, { field, rank }] as const),
    ),
  )

const COMPONENT_FIELDS = fieldsByName(COMPONENT_HEADS)
const LINK_FIELDS = fieldsByName(LINK_HEADS)

export type ComponentField = keyof typeof COMPONENT_HEADS
export type LinkField = keyof typeof LINK_HEADS

/** What a table is of, by its heads; the columns by field, and those that mean nothing here. */
export type Heads =
  | Readonly<{ of: 'components'; places: ReadonlyMap<ComponentField, number>; unknown: readonly number[] }>
  | Readonly<{ of: 'links'; places: ReadonlyMap<LinkField, number>; unknown: readonly number[] }>
  | Readonly<{ of: 'register'; title: string }>

/** Null where the row is no head of a table that can be read, nor of one of our registers. */
export function headsIn(cells: readonly string[]): Heads | null {
  const folded = cells.map(fold)
  const links = placesOf(folded, LINK_FIELDS)
  if ((links.has('from') || links.has('fromId')) && (links.has('to') || links.has('toId')))
    return { of: 'links', places: links, unknown: othersThan(links, folded) }
  const components = placesOf(folded, COMPONENT_FIELDS)
  const register = registerWith(folded)
  if (register !== null && !isRead(register.id)) return { of: 'register', title: register.title }
  if (components.has('name') || (components.has('id') && components.has('function')))
    return { of: 'components', places: components, unknown: othersThan(components, folded) }
  return null
}

/** Where each field is: the name that comes first of its names wins, and of columns that are called so the first. */
function placesOf<Field extends string>(
  folded: readonly string[],
  fields: Called<Field>,
): ReadonlyMap<Field, number> {
  const places = new Map<Field, number>()
  const ranks = new Map<Field, number>()
  for (const [place, head] of folded.entries()) {
    const called = fields.get(head)
    if (called === undefined || called.rank >= (ranks.get(called.field) ?? Infinity)) continue
    places.set(called.field, place)
    ranks.set(called.field, called.rank)
  }
  return places
}

function othersThan(places: ReadonlyMap<string, number>, folded: readonly string[]): readonly number[] {
  const known = new Set(places.values())
  return folded.flatMap((_head, place) => (known.has(place) ? [] : [place]))
}

/** Of our registers these come back as well; the others are for people. */
export const isRead = (id: RegisterId): boolean => id === 'components' || id === 'links'

/** The register whose columns these are, all of them. */
const registerWith = (folded: readonly string[]): Readonly<{ id: RegisterId; title: string }> | null =>
  REGISTER_KINDS.find(
    ({ columns }) =>
      columns.length === folded.length && columns.every(({ title }, place) => fold(title) === folded[place]),
  ) ?? null

/** Whether the register has a column of this title that is worked out from the rest. */
export const isWorkedOut = (title: string): boolean => WORKED_OUT.has(fold(title))

const WORKED_OUT: ReadonlySet<string> = new Set(['held', 'takenby', 'reachedby', 'worstrating'])

export const fold = (text: string): string =>
  text
    .normalize('NFD')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, '')
