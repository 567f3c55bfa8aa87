import { isFields, nameType } from '../../model/issues.ts'
import { type Parsed, refused } from '../../model/problem.ts'
import { Findings } from '../findings.ts'
import { type Relation, relationsOf } from './relations.ts'
import {
  actorSchema,
  assetSchema,
  assumptionSchema,
  blueprintSchema,
  boundarySchema,
  controlSchema,
  dataSetSchema,
  flowSchema,
  namedSchema,
  pathSchema,
  referableSchema,
  requirementSchema,
  riskSchema,
  type Scenario,
  scenarioSchema,
  storeSchema,
  threatSchema,
  treeSchema,
  trustBoundarySchema,
  visualizationSchema,
  zoneSchema,
} from './schemas.ts'

type Fields = Readonly<Record<string, unknown>>
type Path = readonly PropertyKey[]

/** A CycloneDX 2.0 file, its parts that are read checked. References within it lead somewhere. */
export type Document = ReturnType<typeof partsOf> & Readonly<{ root: Fields; index: Index }>
export type BlueprintParts = ReturnType<typeof blueprintParts>

/** Everything with a `bom-ref`, by that. */
type Index = ReadonlyMap<string, Fields>

/** Reads the parts of a parsed file. A refusal names each place. */
export function documentOf(json: unknown): Parsed<Document> {
  const early = otherVersion(json)
  if (early !== null) return refused(early)
  const root = json as Fields
  const findings = new Findings()
  const index = indexOf(root, findings)
  const parts = partsOf(root, findings)
  if (findings.problems.length === 0) {
    for (const blueprint of parts.blueprints) checkReferences(blueprint, index, findings)
    checkScenarios(parts.scenarios, index, findings)
  }
  return findings.problems.length > 0
    ? { ok: false, problems: findings.problems }
    : { ok: true, value: { ...parts, root, index } }
}

function otherVersion(json: unknown) {
  if (!isFields(json) || Array.isArray(json)) {
    return {
      code: 'wrong-type',
      at: '(file)',
      message: `expected an object, found ${nameType(json)}`,
    } as const
  }
  const { specFormat, bomFormat, specVersion } = json
  if (specFormat !== 'CycloneDX' && bomFormat === 'CycloneDX') {
    const message = `is CycloneDX ${String(specVersion)}, which knows no threat models; they came with 2.0`
    return { code: 'bad-version', at: 'specVersion', message } as const
  }
  if (specFormat !== 'CycloneDX') {
    return { code: 'wrong-value', at: 'specFormat', message: 'expected "CycloneDX"' } as const
  }
  if (typeof specVersion !== 'string' || !/^2\.\d+$/.test(specVersion)) {
    const isNewer = typeof specVersion === 'string' && /^([3-9]|\d\d)/.test(specVersion)
    const code = specVersion === undefined ? 'missing' : isNewer ? 'newer-version' : 'bad-version'
    return { code, at: 'specVersion', message: 'expected "2.0", the version that can be read' } as const
  }
  if (['blueprints', 'threats', 'risks', 'controls'].every((name) => json[name] === undefined)) {
    const message =
      'has no blueprints, threats, risks or controls: it is a bill of materials without a threat model'
    return { code: 'missing', at: '(file)', message } as const
  }
  return null
}

/** Finds everything that can be referred to. A reference that two things share says nothing, so it may stand once only. */
function indexOf(root: Fields, findings: Findings): Index {
  const index = new Map<string, Fields>()
  const visit = (value: unknown, path: PropertyKey[]): void => {
    if (!isFields(value)) return
    if (Array.isArray(value)) {
      value.forEach((item, nth) => {
        path.push(nth)
        visit(item, path)
        path.pop()
      })
      return
    }
    const ref = value['bom-ref']
    if (typeof ref === 'string') {
      if (index.has(ref)) {
        findings.add(
          'duplicate-id',
          [...path, 'bom-ref'],
          `${JSON.stringify(ref)} is the bom-ref of something else, too`,
        )
      } else index.set(ref, value)
    }
    for (const [key, item] of Object.entries(value)) {
      path.push(key)
      visit(item, path)
      path.pop()
    }
  }
  visit(root, [])
  return index
}

function partsOf(root: Fields, findings: Findings) {
  const object = (name: string): Fields => {
    const value = root[name]
    if (value === undefined) return {}
    if (isFields(value) && !Array.isArray(value)) return value
    findings.add('wrong-type', [name], `expected an object, found ${nameType(value)}`)
    return {}
  }
  const [threats, risks, definitions, profiles] = ['threats', 'risks', 'definitions', 'profiles'].map(
    object,
  ) as [Fields, Fields, Fields, Fields]
  findings.items(treeSchema, threats['attackTrees'], ['threats', 'attackTrees'])
  findings.items(pathSchema, threats['attackPaths'], ['threats', 'attackPaths'])
  for (const name of ['attackPatterns', 'abuseCases'])
    findings.items(namedSchema, threats[name], ['threats', name])
  for (const name of ['assessments']) findings.items(referableSchema, risks[name], ['risks', name])
  for (const name of ['businessObjectives', 'useCases']) {
    findings.items(namedSchema, definitions[name], ['definitions', name])
  }
  findings.items(referableSchema, profiles['threatProfiles'], ['profiles', 'threatProfiles'])
  const list = root['blueprints']
  return {
    blueprints: findings
      .items(blueprintSchema, list, ['blueprints'])
      .map((blueprint, nth) => blueprintParts(blueprint, ['blueprints', nth], findings)),
    threats: findings.items(threatSchema, threats['threats'], ['threats', 'threats']),
    scenarios: findings.items(scenarioSchema, threats['scenarios'], ['threats', 'scenarios']),
    trustBoundaries: findings.items(trustBoundarySchema, threats['trustBoundaries'], [
      'threats',
      'trustBoundaries',
    ]),
    threatFields: threats,
    risks: findings.items(riskSchema, risks['risks'], ['risks', 'risks']),
    riskFields: risks,
    controls: findings.items(controlSchema, root['controls'], ['controls']),
    requirements: findings.items(requirementSchema, definitions['requirements'], [
      'definitions',
      'requirements',
    ]),
  }
}

function blueprintParts(fields: ReturnType<typeof blueprintSchema.parse>, path: Path, findings: Findings) {
  const at = (name: string) => [...path, name]
  findings.items(dataSetSchema, fields['dataSets'], at('dataSets'))
  findings.items(assumptionSchema, fields['assumptions'], at('assumptions'))
  findings.items(visualizationSchema, fields['visualizations'], at('visualizations'))
  return {
    fields,
    path,
    zones: findings.items(zoneSchema, fields['zones'], at('zones')),
    assets: findings.items(assetSchema, fields['assets'], at('assets')),
    stores: findings.items(storeSchema, fields['dataStores'], at('dataStores')),
    actors: findings.items(actorSchema, fields['actors'], at('actors')),
    boundaries: findings.items(boundarySchema, fields['boundaries'], at('boundaries')),
    flows: findings.items(flowSchema, fields['flows'], at('flows')),
    relations: relationsOf(fields['relationships'], at('relationships'), findings),
  }
}

/** A link into another file. Nothing is fetched, so it is taken for good. */
export const isBomLink = (ref: string): boolean => ref.startsWith('urn:cdx:')

const leadsTo =
  (index: Index, findings: Findings) =>
  (ref: string | undefined, path: Path): void => {
    if (ref === undefined || index.has(ref) || isBomLink(ref)) return
    findings.add('wrong-value', path, `${JSON.stringify(ref)} is the bom-ref of nothing in this file`)
  }

/** What a blueprint says of its own parts must lead somewhere. */
function checkReferences(blueprint: BlueprintParts, index: Index, findings: Findings): void {
  const check = leadsTo(index, findings)
  const { path, zones, assets, stores, actors, boundaries, flows, relations } = blueprint
  zones.forEach(({ parent }, nth) => check(parent, [...path, 'zones', nth, 'parent']))
  for (const [name, list] of [
    ['assets', assets],
    ['dataStores', stores],
    ['actors', actors],
  ] as const) {
    list.forEach(({ zone }, nth) => check(zone, [...path, name, nth, 'zone']))
  }
  boundaries.forEach((boundary, nth) =>
    boundary.zones.forEach((zone, place) => check(zone, [...path, 'boundaries', nth, 'zones', place])),
  )
  flows.forEach(({ source, destination }, nth) => {
    check(source, [...path, 'flows', nth, 'source'])
    check(destination, [...path, 'flows', nth, 'destination'])
  })
  relations.forEach((list, nth) =>
    list.forEach((relation: Relation, place) => {
      if (place === 0) check(relation.ref, [...path, 'relationships', nth, 'ref'])
      relation.targets.forEach((target, of) => check(target, [...relation.path, of]))
    }),
  )
}

/**
 * So must a scenario's threats. What threats and scenarios say of assets, parties, risks and boundaries need not: those are
 * often in another file, though the reference does not say so.
 */
function checkScenarios(scenarios: readonly Scenario[], index: Index, findings: Findings): void {
  const check = leadsTo(index, findings)
  scenarios.forEach((scenario, nth) =>
    scenario.threats.forEach((threat, of) => check(threat, ['threats', 'scenarios', nth, 'threats', of])),
  )
}
