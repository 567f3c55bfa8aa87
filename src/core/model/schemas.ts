import * as z from 'zod/mini'
import { FARTHEST } from './reach.ts'
import {
  ACCESS_POLICIES,
  BUILDS,
  CARRIES,
  CRITICALITIES,
  DIRECTIONS,
  EFFECTS,
  ENTRY_KINDS,
  MITIGATION_STATUSES,
  PLANES,
  PROPAGATIONS,
  RISK_STATUSES,
  SCENARIOS,
  STATEMENT_KINDS,
  STRIDE,
  THREAT_DECISIONS,
} from './terms.ts'

/**
 * The records of a `*.ringfence.json` file, version 1 (model.md, "File"). Every object is loose: fields that this
 * version does not know are kept. A field with a default may be missing in a file; `on` of a mitigation may not, since
 * an empty one covers everything.
 */

/** Of the author of a comment that says none: the grey of somebody unknown. */
const NO_COLOUR = '#5c6770'

const ID_PATTERN = /^[A-Za-z0-9._:-]{1,64}$/

const id = z.string().check(
  z.regex(ID_PATTERN),
  z.refine((value) => value !== '__proto__'),
)
const reference = z._default(z.nullable(id), null)
const nullableText = z._default(z.nullable(z.string()), null)
const text = z._default(z.string(), '')
const coordinate = z.number().check(z.minimum(-FARTHEST), z.maximum(FARTHEST))
const extent = z.number().check(z.positive(), z.maximum(FARTHEST))
const point = z.tuple([coordinate, coordinate])
const grade = z._default(z.int().check(z.minimum(1), z.maximum(5)), 3)
const day = z._default(z.nullable(z.iso.date()), null)
const count = z.int().check(z.nonnegative())
const evidence = z._default(z.array(z.union([z.string(), z.looseObject({})])), [])
const orNull = <T extends z.ZodMiniType>(schema: T) => z._default(z.nullable(schema), null)

export const policySchema = z.looseObject({
  scenario: z._default(z.enum(SCENARIOS), 'current'),
  planes: z.prefault(
    z.looseObject({
      management: z._default(z.enum(CARRIES), 'control'),
      control: z._default(z.enum(CARRIES), 'access'),
      signalling: z._default(z.enum(CARRIES), 'access'),
      'lawful-intercept': z._default(z.enum(CARRIES), 'access'),
      user: z._default(z.enum(CARRIES), 'none'),
    }),
    {},
  ),
  access: z._default(z.enum(ACCESS_POLICIES), 'weakness'),
})

export const metaSchema = z.looseObject({
  title: text,
  description: text,
  jurisdiction: nullableText,
  restrictedCap: orNull(z.number().check(z.minimum(0), z.maximum(100))),
  lastThreat: z._default(count, 0),
  policy: z.prefault(policySchema, {}),
})

/** Subjects are loose, too, yet name one thing only: a stray second end would make it unclear what is meant. */
const subject = <Shape extends z.core.$ZodLooseShape>(shape: Shape, others: readonly string[]) =>
  z.looseObject(shape).check(z.refine((value) => others.every((name) => !(name in value))))

const riskSubject = z.union([
  subject({ component: id }, ['vendor', 'product']),
  subject({ vendor: id, product: z.optional(z.nullable(z.string())) }, ['component']),
])

/** A product beside the vendor would be read over, and the whole vendor given credit: it is refused instead. */
const mitigationSubject = z.union([
  subject({ component: id }, ['link', 'segment', 'vendor']),
  subject({ link: id }, ['component', 'segment', 'vendor']),
  subject({ segment: id }, ['component', 'link', 'vendor']),
  subject({ vendor: id }, ['component', 'link', 'segment', 'product']),
])

/** What a comment is pinned to. It says nothing of anything else, so a stray second end is no matter of credit, yet unclear. */
const commentSubject = z.union([
  subject({ component: id }, ['link', 'segment']),
  subject({ link: id }, ['component', 'segment']),
  subject({ segment: id }, ['component', 'link']),
])
/** What a sign-off is about; null is the whole board. */
const reviewScope = z.union([
  subject({ segment: id }, ['vendor', 'risk', 'target']),
  subject({ vendor: id }, ['segment', 'risk', 'target']),
  subject({ risk: id, target: id }, ['segment', 'vendor']),
])
const moment = z.iso.datetime()
const colour = z._default(z.string().check(z.regex(/^#[0-9a-fA-F]{6}$/)), NO_COLOUR)

/** One schema per record kind; the keys are the names of the lists in a file and of the maps in a shared document. */
export const recordSchemas = {
  segments: z.looseObject({
    id,
    name: text,
    kind: nullableText,
    parent: reference,
    zone: nullableText,
    pos: z._default(point, [0, 0]),
    size: z._default(z.tuple([extent, extent]), [320, 240]),
  }),
  vendors: z.looseObject({ id, name: text, restricted: z._default(z.boolean(), false) }),
  components: z.looseObject({
    id,
    name: text,
    function: nullableText,
    segment: reference,
    vendor: reference,
    product: nullableText,
    version: nullableText,
    criticality: orNull(z.enum(CRITICALITIES)),
    untrusted: orNull(z.boolean()),
    hardware: nullableText,
    supportEnd: day,
    removal: day,
    host: reference,
    site: nullableText,
    sensitiveSite: z._default(z.boolean(), false),
    sensitiveData: z._default(z.boolean(), false),
    exposedEdge: orNull(z.boolean()),
    thirdParty: orNull(z.boolean()),
    weight: orNull(z.number().check(z.nonnegative())),
    pos: z._default(point, [0, 0]),
  }),
  links: z.looseObject({
    id,
    from: reference,
    to: reference,
    interface: nullableText,
    name: nullableText,
    direction: z._default(z.enum(DIRECTIONS), 'both'),
    plane: orNull(z.enum(PLANES)),
    carries: orNull(z.enum(CARRIES)),
    protection: nullableText,
  }),
  risks: z.looseObject({
    id,
    title: text,
    category: nullableText,
    on: riskSubject,
    propagation: orNull(z.enum(PROPAGATIONS)),
    likelihood: grade,
    impact: grade,
    status: z._default(z.enum(RISK_STATUSES), 'open'),
    acceptedUntil: day,
    acceptedBy: text,
    rationale: text,
    evidence,
  }),
  mitigations: z.looseObject({
    id,
    title: text,
    control: nullableText,
    effect: orNull(z.enum(EFFECTS)),
    treats: z._default(z.array(id), []),
    on: z.array(mitigationSubject),
    status: z._default(z.enum(MITIGATION_STATUSES), 'proposed'),
    effort: orNull(z.number().check(z.nonnegative())),
    due: day,
    owner: text,
    evidence,
  }),
  notes: z.looseObject({
    id,
    text,
    segment: reference,
    pos: z._default(point, [0, 0]),
    size: z._default(z.tuple([extent, extent]), [200, 120]),
  }),
  comments: z.looseObject({
    id,
    thread: reference,
    on: orNull(commentSubject),
    at: orNull(point),
    author: text,
    colour,
    created: orNull(moment),
    text,
    resolved: orNull(z.looseObject({ by: text, at: moment })),
  }),
  reviews: z.looseObject({
    id,
    scope: orNull(reviewScope),
    reviewer: text,
    at: orNull(moment),
    statement: text,
    digest: text,
    content: text,
    outcome: orNull(
      z.looseObject({
        scenario: z.enum(SCENARIOS),
        date: z.iso.date(),
        taken: count,
        reached: count,
        covered: count,
        counted: count,
      }),
    ),
    withdrawn: orNull(z.looseObject({ by: text, at: moment })),
  }),
  products: z.looseObject({
    id,
    vendor: reference,
    name: text,
    version: nullableText,
    hardware: nullableText,
    partOf: reference,
    supportEnd: day,
    build: z._default(z.enum(BUILDS), 'not-assessed'),
    evidence,
  }),
  statements: z.looseObject({
    id,
    vendor: reference,
    product: reference,
    kind: z._default(z.enum(STATEMENT_KINDS), 'finding'),
    title: text,
    wording: text,
    body: text,
    date: day,
    until: day,
    scope: text,
    version: nullableText,
    hardware: nullableText,
    jurisdiction: nullableText,
    author: text,
    reply: text,
    replied: day,
    evidence,
  }),
  threats: z.looseObject({
    id,
    number: z.int().check(z.minimum(1)),
    technique: nullableText,
    stride: orNull(z.enum(STRIDE)),
    title: text,
    description: text,
    on: commentSubject,
    decision: z._default(z.enum(THREAT_DECISIONS), 'open'),
    rationale: text,
    by: text,
    at: orNull(moment),
  }),
  waivers: z.looseObject({
    id,
    check: z.string(),
    on: z.array(id),
    reason: z.string(),
    by: z.string(),
    until: day,
  }),
  entries: z.looseObject({
    id,
    of: z.enum(ENTRY_KINDS),
    title: text,
    description: text,
    propagation: orNull(z.enum(PROPAGATIONS)),
    effect: orNull(z.enum(EFFECTS)),
    references: z._default(z.array(z.string()), []),
    source: text,
  }),
} as const
