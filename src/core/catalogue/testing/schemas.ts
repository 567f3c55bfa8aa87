import * as z from 'zod/mini'
import { CARRIES, CRITICALITIES, EFFECTS, PLANES, PROPAGATIONS } from '../../model/terms.ts'
import { CONTROL_KINDS, CONTROL_TARGETS, RISK_GROUPS, RISK_SCOPES, SEEN_DEGREES } from '../types.ts'

/** Strict schemas of the data files: an unknown, missing or empty field is an error. Zones may lack a source. */

const text = z.string().check(z.regex(/^\S(?:.*\S)?$/s))
const id = z.string().check(z.regex(/^[A-Za-z0-9._:-]{1,64}$/))
const flag = z.optional(z.literal(true))
const texts = z.array(text)
const ids = z.array(id)
const someTexts = texts.check(z.minLength(1))
const seenDegree = z.enum(SEEN_DEGREES)
const url = z.url()

export const functionSchema = z.strictObject({
  id,
  name: text,
  fullName: text,
  segment: id,
  criticality: z.enum(CRITICALITIES),
  aliases: texts,
  source: text,
  seen: z.boolean(),
  external: flag,
})

export const functionDetailsSchema = z.strictObject({
  id,
  criticalityBasis: text,
  scas: z.optional(text),
  exposedEdge: flag,
  oversight: flag,
  thirdParty: flag,
})

export const interfaceSchema = z.strictObject({
  id,
  name: text,
  between: z.array(z.tuple([id, id])).check(z.minLength(1)),
  protocol: text,
  plane: z.enum(PLANES),
  source: text,
  seen: z.boolean(),
  protect: z.optional(text),
  note: z.optional(text),
  carries: z.optional(z.enum(CARRIES)),
})

export const riskSchema = z.strictObject({
  id,
  title: text,
  category: z.enum(RISK_GROUPS),
  scope: z.enum(RISK_SCOPES),
  description: text,
  typicalEvidence: someTexts,
  stride: z.array(z.enum(['S', 'T', 'R', 'I', 'D', 'E'])).check(z.minLength(1)),
  euRiskScenarios: ids,
  fight: ids,
  attack: ids,
  suggestedSeverity: z.enum(CRITICALITIES),
  source: text,
  seen: seenDegree,
  mitigations: ids.check(z.minLength(1)),
  propagation: z.enum(PROPAGATIONS),
})

export const mitigationSchema = z.strictObject({
  id,
  title: text,
  description: text,
  kind: z.enum(CONTROL_KINDS),
  owner: z.string().check(z.regex(/^(vendor|operator|regulator)( (vendor|operator|regulator))*$/)),
  appliesTo: z.array(z.enum(CONTROL_TARGETS)).check(z.minLength(1)),
  pathEffect: z.enum(EFFECTS),
  source: text,
  refs: z.strictObject({
    euToolbox: z.optional(someTexts),
    ukCoP: z.optional(someTexts),
    vsa: z.optional(someTexts),
    enisaScm: z.optional(someTexts),
    attack: z.optional(someTexts),
    fight: z.optional(someTexts),
    nesas: z.optional(someTexts),
  }),
})

export const segmentSchema = z.strictObject({ id, name: text, order: z.int() })
export const zoneSchema = z.strictObject({ id, name: text, description: text, source: z.string() })
export const checkSchema = z.strictObject({
  id,
  title: text,
  rule: text,
  severity: z.enum(CRITICALITIES),
  source: text,
  seen: seenDegree,
})
export const vendorSchema = z.strictObject({ id, name: text, categories: someTexts })

const origin = {
  name: text,
  repo: text,
  path: text,
  commit: text,
  version: text,
  licence: text,
  notice: text,
}

export const attackSchema = z.strictObject({
  _source: z.strictObject(origin),
  techniques: z.array(
    z.strictObject({ id, name: text, tactics: someTexts, platforms: texts, mitigations: ids, url }),
  ),
  mitigations: z.array(z.strictObject({ id, name: text, url })),
})

export const fightSchema = z.strictObject({
  _source: z.strictObject({ ...origin, changes: text }),
  tactics: z.array(z.strictObject({ id, name: text })),
  techniques: z.array(
    z.strictObject({
      id,
      name: text,
      tactics: ids.check(z.minLength(1)),
      tacticNames: someTexts,
      parent: z.nullable(id),
      status: text,
      kind: text,
      segments: texts,
      platforms: texts,
      accessRequired: z.nullable(text),
      criticalAssets: texts,
      mitigations: ids,
      url,
    }),
  ),
  mitigations: z.array(z.strictObject({ id, name: text, techniques: ids, url })),
  mitigationIdsWithoutEntry: ids,
})

const heading = { id: text, title: text }
const headings = z.array(z.strictObject(heading)).check(z.minLength(1))
const document = { document: text, url: z.optional(text), seen: text }

export const frameworksSchema = z.strictObject({
  euToolbox: z.strictObject({ ...document, strategic: headings, technical: headings }),
  euRiskScenarios: z.strictObject({
    ...document,
    items: z.array(z.strictObject({ ...heading, group: text })),
  }),
  euAssetSensitivity: z.strictObject({
    ...document,
    items: z.array(z.strictObject({ category: text, sensitivity: text, examples: texts })),
  }),
  supplierRiskFactorsEU: z.strictObject({ ...document, items: someTexts }),
  hrvFactorsUK: z.strictObject({ ...document, items: someTexts }),
  ukDesignatedVendorDirection2022: z.strictObject({
    ...document,
    vendor: text,
    requirements: z.array(z.strictObject({ text, by: text, note: z.optional(text) })),
  }),
  ukRegulations2022: z.strictObject({
    ...document,
    items: z.array(z.strictObject({ n: z.int(), title: text })),
  }),
  ukCodeTiers: z.strictObject({
    seen: text,
    tiers: z.array(z.strictObject({ tier: z.int(), turnover: text })),
    status: text,
  }),
  vsa: z.strictObject({ ...document, items: headings }),
  nesas: z.strictObject({ ...document, items: headings }),
  scas: z.strictObject({
    ...document,
    items: z.array(z.strictObject({ id: text, networkProductClass: text, seen: z.boolean() })),
  }),
  stride: headings,
  enisaThreatTaxonomy: z.strictObject({ ...document, items: headings }),
  csa2Proposal: z.strictObject({ ...document, points: someTexts }),
})

export const ukCodeSchema = z.strictObject({
  document: text,
  note: text,
  measures: z.array(z.strictObject({ id, group: text, regulations: texts })),
})
