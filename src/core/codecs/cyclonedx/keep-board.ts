import { isFields } from '../../model/issues.ts'
import { placeOf } from '../../model/problem.ts'
import { inOrder } from '../edits.ts'
import { foreignOf } from '../extension.ts'
import type { Account } from '../report.ts'
import type { BlueprintParts, Document } from './document.ts'
import type { Fields } from '../kept.ts'
import { FORMAT, othersOf } from './kept.ts'
import type { Risk } from './schemas.ts'

/** What a file has beside its elements, kept with the board so that writing CycloneDX again has it. */
export type KeptBoard = Readonly<Partial<Record<'root' | 'blueprint' | 'threats' | 'risks', Fields>>>

/** Of the root: all but what is read, what is made anew, and signatures, which hold for no other file. */
const NOT_OF_ROOT: ReadonlySet<string> = new Set([
  'specFormat',
  'specVersion',
  'serialNumber',
  'version',
  'blueprints',
  'threats',
  'risks',
  'controls',
  'signatures',
  'properties',
])
const OF_BLUEPRINTS = [
  'bom-ref',
  'metadata',
  'modelTypes',
  'scope',
  'behaviors',
  'dataSets',
  'boundaries',
  'assumptions',
  'visualizations',
  'useCases',
  'requirements',
  'externalReferences',
]
const OF_THREATS = [
  'methodologies',
  'scenarios',
  'attackPatterns',
  'attackTrees',
  'attackPaths',
  'abuseCases',
  'trustBoundaries',
]
const OF_RISKS = ['assessments', 'riskAppetites']
/** What each item of a list is called. */
const CALLED: Readonly<Record<string, string>> = {
  methodologies: 'methodology',
  dataSets: 'data set',
  boundaries: 'boundary',
  assumptions: 'assumption',
  visualizations: 'visualization',
  useCases: 'use case',
  scenarios: 'scenario',
  attackPatterns: 'attack pattern',
  attackTrees: 'attack tree',
  attackPaths: 'attack path',
  abuseCases: 'abuse case',
  trustBoundaries: 'trust boundary',
  requirements: 'requirement',
  businessObjectives: 'business objective',
  threatProfiles: 'threat profile',
  dataProfiles: 'data profile',
  components: 'component',
  services: 'service',
}

export const DEFAULT_MODEL_TYPES: readonly string[] = ['network']

/** What is kept. Of several blueprints, what they have of their own becomes what the one has that is written. */
export function keptBoardOf(document: Document, ratings: readonly Risk[]): KeptBoard {
  const { root, blueprints, threatFields, riskFields } = document
  const parts = {
    root: withProperties(
      Object.fromEntries(Object.entries(root).filter(([name]) => !NOT_OF_ROOT.has(name))),
      root['properties'],
    ),
    blueprint: blueprints.reduce<Fields>((whole, { fields }) => joined(whole, blueprintFields(fields)), {}),
    threats: withProperties(pick(threatFields, OF_THREATS), threatFields['properties']),
    risks: withProperties(
      { ...(ratings.length === 0 ? {} : { risks: ratings }), ...pick(riskFields, OF_RISKS) },
      riskFields['properties'],
    ),
  }
  return Object.fromEntries(Object.entries(parts).filter(([, fields]) => Object.keys(fields).length > 0))
}

/** The same of a model; nothing where it is none, since a model may come from anywhere. */
export function keptBoardIn(meta: object): KeptBoard {
  const kept = inOrder(foreignOf(meta, FORMAT)) as Fields
  const part = (name: string, names: (name: string) => boolean): Fields => {
    const fields = kept[name]
    if (!isFields(fields)) return {}
    return Object.fromEntries(Object.entries(fields).filter(([name]) => names(name) || name === 'properties'))
  }
  return {
    root: part('root', (name) => !NOT_OF_ROOT.has(name)),
    blueprint: part('blueprint', (name) => OF_BLUEPRINTS.includes(name)),
    threats: part('threats', (name) => OF_THREATS.includes(name)),
    risks: part('risks', (name) => OF_RISKS.includes(name) || name === 'risks'),
  }
}

function blueprintFields(fields: BlueprintParts['fields']): Fields {
  const { modelTypes, ...others } = pick(fields, OF_BLUEPRINTS)
  const isPlain = JSON.stringify(modelTypes) === JSON.stringify(DEFAULT_MODEL_TYPES)
  return withProperties(isPlain ? others : { ...others, modelTypes }, fields['properties'])
}

/** Lists one after the other; of anything else the first. */
function joined(first: Fields, next: Fields): Fields {
  const both = { ...next, ...first }
  for (const [name, list] of Object.entries(next)) {
    const before = first[name]
    if (!Array.isArray(before) || !Array.isArray(list)) continue
    const known = new Set(before.map((item) => JSON.stringify(item)))
    both[name] = [...before, ...list.filter((item) => !known.has(JSON.stringify(item)))]
  }
  return both
}

const pick = (fields: Fields, names: readonly string[]): Fields =>
  Object.fromEntries(names.flatMap((name) => (fields[name] === undefined ? [] : [[name, fields[name]]])))

function withProperties(fields: Fields, properties: unknown): Fields {
  const others = othersOf(properties)
  return others === undefined ? fields : { ...fields, properties: others }
}

/** Tells what was kept, item by item. `told`: references of what is told of elsewhere. */
export function tellKept(
  document: Document,
  ratings: readonly Risk[],
  told: ReadonlySet<string>,
  account: Account,
): void {
  const assets = document.blueprints.flatMap((blueprint) => blueprint.assets)
  const drawn = new Set(
    assets.flatMap(({ componentRef, partyRef }) => [componentRef ?? [], partyRef ?? []].flat()),
  )
  const tellAll = (part: Fields, names: readonly string[], place: readonly PropertyKey[]) => {
    for (const name of names) tell(part[name], name, [...place, name])
  }
  const tell = (value: unknown, name: string, path: readonly PropertyKey[]): void => {
    if (value === undefined) return
    if (!Array.isArray(value)) {
      account.changed(name, placeOf(path), WORDS)
      return
    }
    for (const [nth, item] of (value as unknown[]).entries()) {
      const ref: unknown = isFields(item) ? item['bom-ref'] : undefined
      const at = typeof ref === 'string' ? ref : placeOf([...path, nth])
      if (told.has(at)) continue
      account.tell(CALLED[name] ?? name, at, drawn.has(at) ? [] : [NOT_DRAWN[name] ?? WORDS])
    }
  }
  for (const { fields, path } of document.blueprints) {
    const names = OF_BLUEPRINTS.filter((name) => !UNTOLD.has(name))
    tellAll(fields, names, path)
  }
  tellAll(document.threatFields, OF_THREATS, ['threats'])
  for (const risk of ratings) {
    const about = (risk.relatedThreats ?? []).join(', ')
    account.changed(
      'risk',
      risk['bom-ref'],
      `rates the threats ${about}: kept with the board, and no risk of a vendor`,
    )
  }
  tellAll(document.riskFields, OF_RISKS, ['risks'])
  const { definitions, profiles, signatures, ...root } = document.root
  tellAll(
    root,
    Object.keys(root).filter((name) => !NOT_OF_ROOT.has(name) && !name.startsWith('$')),
    [],
  )
  for (const [name, part] of [
    ['definitions', definitions],
    ['profiles', profiles],
  ] as const) {
    if (isFields(part)) tellAll(part, Object.keys(part), [name])
  }
  if (signatures !== undefined) {
    account.dropped('signatures', 'signatures', 'they hold for the file as it was, and for no other')
  }
}

/** What only says more of the blueprint itself. */
const UNTOLD: ReadonlySet<string> = new Set([
  'bom-ref',
  'modelTypes',
  'metadata',
  'scope',
  'requirements',
  'externalReferences',
])
const WORDS = 'kept with the board for CycloneDX, and not shown on it'
const NOT_DRAWN: Readonly<Record<string, string>> = {
  boundaries: 'is where the segments on its sides meet; what it asks for is kept with the board',
}
