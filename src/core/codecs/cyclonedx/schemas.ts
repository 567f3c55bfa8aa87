import * as z from 'zod/mini'
import {
  ASSET_TYPES,
  BOUNDARY_TYPES,
  CONTROL_STATUS,
  CRITICALITY,
  FLOW_TYPES,
  MODEL_TYPES,
  RISK_DECISION,
  STORE_TYPES,
  STRIDE_CATEGORY,
  ZONE_TYPES,
} from './terms.ts'

/**
 * What has to hold of a CycloneDX 2.0 file for it to be read: the fields that are looked at, after the bundled schema of the
 * standard's 2.0 branch. All else in an element is taken as it is.
 */

const filled = z.string().check(z.minLength(1))
const text = z.optional(z.string())
const refs = z.array(filled)
const custom = z.looseObject({ name: filled })

/** A predefined value, or an object with a name for something of one's own. */
const term = (values: readonly string[]) =>
  z.union([z.enum(values as readonly [string, ...string[]]), custom], {
    error: ({ input }) =>
      `expected one of ${values.join(', ')}, or an object with a name; found ${JSON.stringify(input)?.slice(0, 60)}`,
  })

const element = { 'bom-ref': filled, name: filled }
const properties = z.optional(z.array(z.looseObject({ name: z.string(), value: text })))
const party = z.union([filled, z.looseObject({})], { error: 'expected a party or a reference to one' })

export const blueprintSchema = z.looseObject({
  name: filled,
  description: text,
  modelTypes: z.array(term(MODEL_TYPES)).check(z.minLength(1)),
})

export const zoneSchema = z.looseObject({
  ...element,
  type: term(ZONE_TYPES),
  parent: z.optional(filled),
  properties,
})

export const assetSchema = z
  .looseObject({
    'bom-ref': filled,
    componentRef: z.optional(filled),
    partyRef: z.optional(filled),
    type: z.optional(term(ASSET_TYPES)),
    name: z.optional(filled),
    zone: z.optional(filled),
    classification: z.optional(
      z.looseObject({
        criticality: z.optional(z.enum(Object.keys(CRITICALITY) as [string, ...string[]])),
      }),
    ),
    properties,
  })
  .check(
    z.refine(
      ({ componentRef, partyRef, type, name }) =>
        [componentRef, partyRef, type !== undefined && name !== undefined ? name : undefined].filter(
          (way) => way !== undefined,
        ).length === 1,
      'is to be said in one way: by a componentRef, by a partyRef, or by a type and a name',
    ),
  )

export const storeSchema = z.looseObject({
  ...element,
  type: term(STORE_TYPES),
  vendor: text,
  product: text,
  version: text,
  zone: z.optional(filled),
  properties,
})

export const actorSchema = z.looseObject({ 'bom-ref': filled, party, zone: z.optional(filled), properties })

export const boundarySchema = z.looseObject({
  'bom-ref': filled,
  name: z.optional(filled),
  type: z.optional(term(BOUNDARY_TYPES)),
  zones: refs.check(z.minLength(2)),
})

export const flowSchema = z.looseObject({
  ...element,
  type: term(FLOW_TYPES),
  source: filled,
  destination: filled,
  bidirectional: z.optional(z.boolean()),
  properties,
})

const targets = refs.check(z.minLength(1))
export const relationTargetsSchema = targets
export const customRelationSchema = z.looseObject({ type: filled, targets, description: text })

const TAXONOMY: Readonly<Record<string, readonly string[]>> = { STRIDE: Object.values(STRIDE_CATEGORY) }
const category = z
  .looseObject({ taxonomy: z.enum(['STRIDE', 'LINDDUN', 'MAESTRO', 'MITRE-ATTACK']), category: filled })
  .check(
    z.refine(
      ({ taxonomy, category }) => TAXONOMY[taxonomy]?.includes(category) ?? true,
      `is no category of STRIDE; these are: ${TAXONOMY['STRIDE']?.join(', ')}`,
    ),
  )

export const threatSchema = z.looseObject({
  ...element,
  description: text,
  categories: z.optional(z.array(category)),
  affectedAssets: z.optional(refs),
  mitigations: z.optional(refs),
  properties,
})

export const scenarioSchema = z.looseObject({
  ...element,
  threats: refs.check(z.minLength(1)),
  affectedAssets: z.optional(refs),
})

export const trustBoundarySchema = z.looseObject({
  'bom-ref': filled,
  boundary: filled,
  threatsAtBoundary: z.optional(refs),
  controlsAtBoundary: z.optional(refs),
})

export const riskSchema = z.looseObject({
  'bom-ref': filled,
  name: z.string(),
  statement: z.string(),
  affects: z.optional(refs),
  relatedThreats: z.optional(refs),
  inherentRisk: z.optional(
    z.looseObject({
      likelihood: z.optional(z.looseObject({ level: z.string() })),
      impact: z.optional(z.looseObject({ level: z.string() })),
    }),
  ),
  responses: z.optional(
    z.array(
      z.looseObject({
        'bom-ref': filled,
        strategy: z.enum(['avoid', 'reduce', 'transfer', 'accept', 'exploit', 'enhance']),
      }),
    ),
  ),
  status: z.optional(term(Object.keys(RISK_DECISION))),
  properties,
})

export const controlSchema = z.looseObject({
  ...element,
  description: text,
  status: z.optional(term(Object.keys(CONTROL_STATUS))),
  appliesTo: z.optional(refs.check(z.minLength(1))),
  satisfies: z.optional(refs.check(z.minLength(1))),
  owner: z.optional(party),
  properties,
})

export const requirementSchema = z.looseObject({ 'bom-ref': filled, name: text, status: text })

/** Lists that are kept as they are: only what every item must have. */
export const namedSchema = z.looseObject(element)
export const referableSchema = z.looseObject({ 'bom-ref': filled })
export const dataSetSchema = z.looseObject({ ...element, description: filled })
export const treeSchema = z.looseObject({ 'bom-ref': filled, nodes: z.array(namedSchema) })
export const pathSchema = z.looseObject({
  ...element,
  steps: z.array(z.looseObject({ description: filled })).check(z.minLength(1)),
})
export const assumptionSchema = z.looseObject({ description: filled })
export const visualizationSchema = z.looseObject({ name: filled, type: z.looseObject({}) })

export type Zone = z.output<typeof zoneSchema>
export type Asset = z.output<typeof assetSchema>
export type Store = z.output<typeof storeSchema>
export type Actor = z.output<typeof actorSchema>
export type Flow = z.output<typeof flowSchema>
export type Threat = z.output<typeof threatSchema>
export type Risk = z.output<typeof riskSchema>
export type Control = z.output<typeof controlSchema>
export type Scenario = z.output<typeof scenarioSchema>
