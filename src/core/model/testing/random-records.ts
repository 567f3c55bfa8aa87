import * as fc from 'fast-check'
import { emptyModel, KINDS, type Model } from '../records.ts'
import { recordSchemas } from '../schemas.ts'
import {
  BUILDS,
  CRITICALITIES,
  EFFECTS,
  MITIGATION_STATUSES,
  PROPAGATIONS,
  RISK_STATUSES,
  SCENARIOS,
  STATEMENT_KINDS,
  STRIDE,
  THREAT_DECISIONS,
} from '../terms.ts'

const idsOf = (letter: string, count: number) =>
  Array.from({ length: count }, (_, index) => `${letter}${index}`)
const IDS = {
  segments: idsOf('s', 5),
  vendors: idsOf('v', 2),
  components: idsOf('c', 4),
  links: idsOf('l', 3),
  risks: idsOf('r', 3),
  mitigations: idsOf('m', 3),
  notes: idsOf('n', 2),
  comments: idsOf('k', 5),
  reviews: idsOf('w', 2),
  products: idsOf('p', 3),
  statements: idsOf('f', 2),
  threats: idsOf('t', 2),
  waivers: idsOf('x', 2),
  entries: idsOf('e', 2),
}

/** A reference to something that may be there, or not, or be of another kind. */
const to = (kind: keyof typeof IDS) => fc.constantFrom(...IDS[kind], 'gone', 'c0')
const orNull = (kind: keyof typeof IDS) => fc.option(to(kind))
const oneOf = <T>(values: readonly T[]) => fc.option(fc.constantFrom(...values))
const number = fc.oneof(fc.integer({ min: -50, max: 50 }), fc.constantFrom(1e7, -1e7, 0.5, -0))
const pos = fc.tuple(number, number)
const unknown = fc.jsonValue({ maxDepth: 2 }).filter((value) => !JSON.stringify(value).includes('__proto__'))
const riskOn = fc.oneof(
  fc.record({ component: to('components') }),
  fc.record({ vendor: to('vendors'), product: fc.option(fc.constantFrom('P', 'Q')) }),
)
const covered = fc.oneof(
  fc.record({ component: to('components') }),
  fc.record({ link: to('links') }),
  fc.record({ segment: to('segments') }),
  fc.record({ vendor: to('vendors') }),
)

const pinned = fc.oneof(
  fc.record({ component: to('components') }),
  fc.record({ link: to('links') }),
  fc.record({ segment: to('segments') }),
)
const moment = fc.constantFrom('2026-11-24T09:30:00Z', '2026-11-24T10:00:00.5Z')

const FIELDS: { [K in keyof typeof IDS]: Record<string, fc.Arbitrary<unknown>> } = {
  segments: { name: fc.string(), parent: orNull('segments'), pos },
  vendors: { name: fc.string(), restricted: fc.boolean() },
  components: {
    name: fc.string(),
    segment: orNull('segments'),
    vendor: orNull('vendors'),
    criticality: oneOf(CRITICALITIES),
    host: orNull('components'),
    pos,
  },
  links: { from: orNull('components'), to: orNull('components') },
  risks: {
    on: riskOn,
    propagation: oneOf(PROPAGATIONS),
    status: fc.constantFrom(...RISK_STATUSES),
    evidence: fc.array(fc.oneof(fc.string(), fc.record({ note: unknown }))),
  },
  mitigations: {
    treats: fc.array(to('risks'), { maxLength: 3 }),
    on: fc.array(covered, { maxLength: 3 }),
    effect: oneOf(EFFECTS),
    status: fc.constantFrom(...MITIGATION_STATUSES),
  },
  notes: { text: fc.string(), segment: orNull('segments'), pos },
  comments: {
    thread: orNull('comments'),
    on: fc.option(pinned),
    at: fc.option(pos),
    text: fc.string(),
    created: fc.option(moment),
    resolved: fc.option(fc.record({ by: fc.string(), at: moment })),
  },
  reviews: {
    scope: fc.option(
      fc.oneof(
        fc.record({ segment: to('segments') }),
        fc.record({ vendor: to('vendors') }),
        fc.record({ risk: to('risks'), target: to('components') }),
      ),
    ),
    content: fc.string(),
    outcome: fc.option(
      fc.record({
        scenario: fc.constantFrom(...SCENARIOS),
        date: fc.constant('2026-11-23'),
        taken: fc.nat(9),
        reached: fc.nat(9),
        covered: fc.nat(9),
        counted: fc.nat(9),
      }),
    ),
  },
  products: { vendor: orNull('vendors'), partOf: orNull('products'), build: fc.constantFrom(...BUILDS) },
  statements: {
    vendor: orNull('vendors'),
    product: orNull('products'),
    kind: fc.constantFrom(...STATEMENT_KINDS),
    wording: fc.string(),
  },
  threats: {
    number: fc.integer({ min: 1, max: 9 }),
    on: pinned,
    stride: fc.option(fc.constantFrom(...STRIDE)),
    description: fc.string(),
    decision: fc.constantFrom(...THREAT_DECISIONS),
  },
  waivers: {
    check: fc.constantFrom('chk-logging', 'x'),
    on: fc.array(fc.oneof(to('components'), to('links')), { maxLength: 2 }),
    reason: fc.string(),
    by: fc.string(),
  },
  entries: { of: fc.constantFrom('risk', 'mitigation'), title: fc.string() },
}

/** Some records of a kind in any order, a few of them deleted, a few with a field of their own. */
function records(kind: keyof typeof IDS): fc.Arbitrary<unknown[]> {
  const extras = { deleted: fc.constant(true), 'x-own': unknown }
  const ids = fc.shuffledSubarray(kind === 'notes' ? [...IDS.notes, 'c0'] : IDS[kind])
  return ids.chain((chosen) =>
    fc.tuple(
      ...chosen.map((id) =>
        fc
          .tuple(fc.record(FIELDS[kind]), fc.record(extras, { requiredKeys: [] }))
          .map(([fields, more]) => recordSchemas[kind].parse({ id, ...fields, ...more })),
      ),
    ),
  )
}

/** Records as concurrent edits leave them: dangling references, parent cycles, deleted ones, an id in two kinds. */
export const randomRecords: fc.Arbitrary<Model> = fc
  .record({
    segments: records('segments'),
    vendors: records('vendors'),
    components: records('components'),
    links: records('links'),
    risks: records('risks'),
    mitigations: records('mitigations'),
    notes: records('notes'),
    comments: records('comments'),
    reviews: records('reviews'),
    products: records('products'),
    statements: records('statements'),
    threats: records('threats'),
    waivers: records('waivers'),
    entries: records('entries'),
  })
  .map((lists) => ({ ...emptyModel('Random'), ...(lists as unknown as Partial<Model>) }))

/** The same model with every list in another order. */
export function reordered(model: Model, seed: number): Model {
  const shuffle = <T>(list: readonly T[]) =>
    list
      .map((item, index) => [(index * 7919 + seed * 104729) % 1009, item] as const)
      .sort(([a], [b]) => a - b)
  const lists = KINDS.map(
    (kind) => [kind, shuffle<unknown>(model[kind]).map(([, record]) => record)] as const,
  )
  return { ...model, ...Object.fromEntries(lists) }
}
