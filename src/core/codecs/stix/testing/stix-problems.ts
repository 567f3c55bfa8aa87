/**
 * What breaks the rules of STIX 2.1 (OASIS Standard, 10 June 2021) or of Attack Flow 2.0.0 in a bundle, written by hand from the
 * specification and the JSON schemas (oasis-open/cti-stix2-json-schemas; attack-flow-schema-2.0.0.json), for what is written here.
 */

type Fields = Readonly<Record<string, unknown>>

const said = (value: unknown): string => (typeof value === 'string' ? value : '')

const ID =
  /^([a-z][a-z0-9-]+[a-z0-9])--[0-9a-f]{8}-[0-9a-f]{4}-[1-5][0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/
const MOMENT = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/
const PROPERTY = /^[a-z][a-z0-9_]{2,249}$|^id$/
const FLOW = 'extension-definition--fb9c968a-745b-4ade-9b25-c324172197f4'

/** What each type has to say beyond the common properties, and what else it may. */
const PROPERTIES: Readonly<
  Record<string, readonly [required: readonly string[], optional: readonly string[]]>
> = {
  identity: [['name'], ['description', 'identity_class', 'roles', 'sectors', 'contact_information']],
  infrastructure: [['name'], ['description', 'infrastructure_types', 'aliases', 'kill_chain_phases']],
  grouping: [
    ['context', 'object_refs'],
    ['name', 'description'],
  ],
  note: [
    ['content', 'object_refs'],
    ['abstract', 'authors'],
  ],
  'course-of-action': [['name'], ['description']],
  'attack-pattern': [['name'], ['description', 'aliases', 'kill_chain_phases']],
  relationship: [
    ['relationship_type', 'source_ref', 'target_ref'],
    ['description', 'start_time', 'stop_time'],
  ],
  'marking-definition': [['definition_type', 'definition'], ['name']],
  'extension-definition': [
    ['name', 'schema', 'version', 'extension_types', 'created_by_ref'],
    ['description', 'extension_properties'],
  ],
  'attack-flow': [['name', 'start_refs', 'scope'], ['description']],
  'attack-action': [
    ['name'],
    ['description', 'tactic_id', 'tactic_ref', 'technique_id', 'technique_ref', 'asset_refs', 'effect_refs'],
  ],
  'attack-asset': [['name'], ['description', 'object_ref']],
  'attack-condition': [['description'], ['pattern', 'on_true_refs', 'on_false_refs']],
}
const COMMON = ['type', 'spec_version', 'id', 'created']
const COMMON_OPTIONAL = [
  'created_by_ref',
  'labels',
  'external_references',
  'object_marking_refs',
  'extensions',
  'confidence',
  'lang',
]

/** The types that a property may refer to; those that are not listed may refer to any object but a marking. */
const REFERS_TO: Readonly<Record<string, readonly string[]>> = {
  created_by_ref: ['identity'],
  object_marking_refs: ['marking-definition'],
  start_refs: ['attack-action', 'attack-condition'],
  effect_refs: ['attack-action', 'attack-operator', 'attack-condition'],
  asset_refs: ['attack-asset'],
  technique_ref: ['attack-pattern'],
}
const SCOPES = new Set(['incident', 'campaign', 'threat-actor', 'malware', 'attack-tree', 'other'])

export function stixProblems(bundle: unknown): string[] {
  const { type, id, objects, ...rest } = bundle as Fields
  const list = objects as readonly Fields[]
  const ids = new Map(list.map((object) => [object['id'], object['type']]))
  return [
    ...(type === 'bundle' && typeof id === 'string' && ID.exec(id)?.[1] === 'bundle' ? [] : ['no bundle']),
    ...Object.keys(rest).map((name) => `bundle: ${name} is unknown`),
    ...(list.length > 0 ? [] : ['no objects']),
    ...(ids.size === list.length ? [] : ['an id is used twice']),
    ...(list.filter((object) => object['type'] === 'attack-flow').length <= 1 ? [] : ['more than one flow']),
    ...list.flatMap((object) =>
      problemsOf(object, ids).map((problem) => `${said(object['id'])}: ${problem}`),
    ),
  ]
}

function problemsOf(object: Fields, ids: ReadonlyMap<unknown, unknown>): string[] {
  const type = said(object['type'])
  const [required, optional] = PROPERTIES[type] ?? [[], []]
  const needed = [...COMMON, ...(type === 'marking-definition' ? [] : ['modified']), ...required]
  const known = new Set([...needed, ...optional, ...COMMON_OPTIONAL])
  const says = (name: string, isRight: boolean) => (isRight ? [] : [`${name} is wrong`])
  return [
    ...says('type', type in PROPERTIES),
    ...says('id', ID.exec(said(object['id']))?.[1] === type),
    ...says('spec_version', object['spec_version'] === '2.1'),
    ...needed.filter((name) => !(name in object)).map((name) => `${name} is missing`),
    ...Object.keys(object)
      .filter((name) => !known.has(name) || !PROPERTY.test(name))
      .map((name) => `${name} is unknown`),
    ...['created', 'modified'].flatMap((name) =>
      says(name, !(name in object) || MOMENT.test(said(object[name]))),
    ),
    ...says(
      'modified',
      object['modified'] === undefined || said(object['modified']) >= said(object['created']),
    ),
    ...Object.entries(object).flatMap(([name, value]) => says(name, isSomething(value))),
    ...Object.entries(object).flatMap(([name, value]) => referenceProblems(name, value, ids)),
    ...says('scope', type !== 'attack-flow' || SCOPES.has(said(object['scope']))),
    ...says(
      'relationship_type',
      type !== 'relationship' || /^[a-z0-9-]+$/.test(said(object['relationship_type'])),
    ),
    ...says('extensions', !type.startsWith('attack-') || type === 'attack-pattern' || isOfFlow(object)),
    ...((object['external_references'] ?? []) as readonly Fields[]).flatMap((reference) =>
      says('external_references', isReference(reference)),
    ),
  ]
}

/** No nulls, no empty lists, no empty objects. */
const isSomething = (value: unknown): boolean =>
  value !== null &&
  value !== undefined &&
  (typeof value !== 'object' || (Object.keys(value).length > 0 && Object.values(value).every(isSomething)))

function referenceProblems(name: string, value: unknown, ids: ReadonlyMap<unknown, unknown>): string[] {
  if (!/_refs?$/.test(name)) return []
  const references: readonly unknown[] = Array.isArray(value) ? value : [value]
  const allowed = REFERS_TO[name]
  return references.flatMap((reference) => {
    const type = ids.get(reference)
    if (type === undefined) return [`${name} leads nowhere`]
    const isRight = allowed === undefined ? type !== 'marking-definition' : allowed.includes(said(type))
    return isRight ? [] : [`${name} leads to ${said(type)}`]
  })
}

function isOfFlow({ extensions }: Fields): boolean {
  const extension = (extensions as Fields | undefined)?.[FLOW] as Fields | undefined
  return extension?.['extension_type'] === 'new-sdo'
}

const isReference = (reference: Fields): boolean =>
  typeof reference['source_name'] === 'string' &&
  ['external_id', 'url', 'description'].some((name) => typeof reference[name] === 'string') &&
  (reference['url'] === undefined || /^https:\/\/\S+$/.test(said(reference['url'])))
