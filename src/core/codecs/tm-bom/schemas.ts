import * as z from 'zod/mini'
import {
  ACCESS_CONTROLS,
  ACTOR_TYPES,
  AUTHENTICATIONS,
  CONTROL_STATUSES,
  DEGREES,
  IMPACTS,
  LEVELS,
  LIKELIHOODS,
  PRIORITIES,
  SENSITIVITIES,
  SKILLS,
  SOURCES,
  STORE_TYPES,
  TIERS,
} from './terms.ts'

/** What has to hold of a TM-BOM file for it to be read, after the Threat Model Library's schema 1.0.2. */

export const SYMBOLIC_NAME = /^[0-9a-z-]+$/
const symbolic = z.string().check(z.regex(SYMBOLIC_NAME, 'expected a symbolic name of a-z, 0-9 and -'))
const day = z
  .string()
  .check(
    z.refine(
      (value) => /^\d{4}-\d\d-\d\d([Tt ]\d\d:\d\d.*)?$/.test(value),
      'expected a date like 2027-03-31',
    ),
  )
const link = z.string()
const named = { symbolic_name: symbolic, title: z.string(), description: z.string() }
const typedName = z.looseObject({ type: z.string(), object: symbolic })
const text = z.optional(z.string())
const flag = z.optional(z.boolean())
const whole = z.optional(z.int())

const scopeSchema = z.looseObject({
  title: z.string(),
  description: z.string(),
  business_criticality: z.enum(DEGREES),
  data_sensitivity: z.array(z.enum(SENSITIVITIES)),
  exposure: z.enum(['internal', 'external']),
  tier: z.enum(TIERS),
})

/** The fields of the file itself, without its lists. */
export const rootSchema = z.looseObject({
  version: z.string().check(z.regex(/^\d+(\.\d+)*$/, 'expected a version like 1.0')),
  scope: scopeSchema,
  description: text,
  frozen: flag,
  released_at: z.optional(day),
  product_release_date: z.optional(day),
  reviewed_at: z.optional(day),
  release_docs_link: z.optional(link),
  repo_link: z.optional(link),
  extensions: z.optional(z.looseObject({})),
})

export const schemas = {
  trust_zones: z.looseObject(named),
  trust_boundaries: z.looseObject({
    trust_zone_a: symbolic,
    trust_zone_b: symbolic,
    access_control_methods: z.optional(z.array(z.enum(ACCESS_CONTROLS))),
    authentication_methods: z.optional(z.array(z.enum(AUTHENTICATIONS))),
    access_token_expires: flag,
    access_token_ttl: whole,
    has_refresh_token: flag,
    refresh_token_expires: flag,
    refresh_token_ttl: whole,
    can_user_logout: flag,
    can_system_logout: flag,
  }),
  actors: z.looseObject({ ...named, type: z.enum(ACTOR_TYPES), permissions: text, trust_zone: symbolic }),
  components: z.looseObject({
    ...named,
    parent_component: z.optional(symbolic),
    trust_zone: symbolic,
    repo_link: z.optional(link),
  }),
  data_stores: z.looseObject({
    ...named,
    type: z.enum(STORE_TYPES),
    vendor: text,
    product: text,
    trust_zone: symbolic,
  }),
  data_sets: z.looseObject({
    ...named,
    placements: z.array(z.looseObject({ data_store: z.optional(symbolic), encrypted: flag })),
    data_sensitivity: z.array(z.enum(SENSITIVITIES)),
    access_control_methods: z.optional(z.array(z.enum(ACCESS_CONTROLS))),
    record_count: whole,
  }),
  data_flows: z.looseObject({
    ...named,
    source: typedName,
    destination: typedName,
    has_sensitive_data: z.boolean(),
    encrypted: z.boolean(),
  }),
  diagrams: z.looseObject({
    title: z.string(),
    description: text,
    link: z.optional(link),
    type: z.enum(['graphviz', 'mermaid', 'plantuml', 'svg']),
    source: z.string(),
  }),
  assumptions: z.looseObject({
    description: z.string(),
    topics: z.optional(z.array(symbolic)),
    validity: z.enum(['unconfirmed', 'confirmed', 'rejected']),
  }),
  threat_personas: z.looseObject({
    ...named,
    is_person: z.boolean(),
    skill_level: z.enum(SKILLS),
    access_level: z.enum(['anonymous', 'user', 'admin']),
    malicious_intent: z.boolean(),
    applicability_to_org: z.enum(DEGREES),
  }),
  threats: z.looseObject({
    ...named,
    components_affected: z.optional(z.array(symbolic)),
    threat_persona: symbolic,
    event: z.string(),
    sources: z.array(z.enum(SOURCES)),
    attack_mechanisms: z.optional(z.array(z.looseObject({ capec_id: z.int(), capec_title: text }))),
    weaknesses: z.optional(z.array(z.looseObject({ cwe_id: z.int(), cwe_title: text }))),
  }),
  controls: z.looseObject({
    ...named,
    threats: z.array(symbolic),
    trust_boundary: z.optional(z.looseObject({ trust_zone_a: symbolic, trust_zone_b: symbolic })),
    status: z.enum(CONTROL_STATUSES),
    priority: z.enum(PRIORITIES),
  }),
  risks: z.looseObject({
    ...named,
    threats: z.array(symbolic),
    likelihood: z.enum(LIKELIHOODS),
    impact: z.enum(IMPACTS),
    impact_description: z.string(),
    score: z.int().check(z.minimum(0), z.maximum(25)),
    level: z.enum(LEVELS),
  }),
} as const

export type ListName = keyof typeof schemas
export type Item<L extends ListName> = z.output<(typeof schemas)[L]>

/** The lists that a file must have, be they empty. */
export const REQUIRED: readonly ListName[] = [
  'trust_zones',
  'trust_boundaries',
  'actors',
  'components',
  'data_stores',
  'data_sets',
  'data_flows',
]
export const LISTS = Object.keys(schemas) as readonly ListName[]
