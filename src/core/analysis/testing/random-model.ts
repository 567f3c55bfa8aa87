import * as fc from 'fast-check'
import type { Model } from '../../model/records.ts'
import {
  ACCESS_POLICIES,
  type AccessPolicy,
  CARRIES,
  CRITICALITIES,
  DIRECTIONS,
  EFFECTS,
  MITIGATION_STATUSES,
  PLANES,
  PROPAGATIONS,
  RISK_STATUSES,
  SCENARIOS,
} from '../../model/terms.ts'
import type { AnalyseOptions } from '../result.ts'
import { modelOf } from './model-of.ts'

/** Ids on which code units, numbers and letter case disagree about the order. */
const COMPONENTS = ['c2', 'c10', 'C1', 'c-1', 'c_1', 'c:a']
const SEGMENTS = ['s1', 'S2', 's10']
const VENDORS = ['v1', 'V2']
const LINKS = ['l1', 'l10', 'l2', 'L3', 'l-4', 'l_5', 'l:6', 'l7', 'l8']
const RISKS = ['r1', 'R2', 'r10', 'r-4']
const MITIGATIONS = ['m1', 'M2', 'm10', 'm-4']

const DAYS = ['2026-11-22', '2026-11-23', '2026-11-24']

const oneOf = <T>(values: readonly T[]) => fc.constantFrom(...values)
const orNull = <T>(values: readonly T[]) =>
  values.length === 0 ? fc.constant(null) : fc.option(oneOf(values))
/** Now and then a name of nothing, which normalising has to set aside first. */
const mostly = (ids: readonly string[]) =>
  ids.length === 0
    ? fc.constant('gone')
    : fc.oneof({ weight: 40, arbitrary: oneOf(ids) }, { weight: 1, arbitrary: fc.constant('gone') })
const often = <T>(values: readonly T[], rest: fc.Arbitrary<T>) =>
  fc.oneof({ weight: 2, arbitrary: oneOf(values) }, { weight: 1, arbitrary: rest })

const someOf = (ids: readonly string[]) =>
  fc.oneof(
    { weight: 1, arbitrary: fc.subarray([...ids]) },
    { weight: 4, arbitrary: fc.subarray([...ids], { minLength: ids.length - 2 }) },
  )
const list = (ids: readonly string[], fields: Record<string, fc.Arbitrary<unknown>>) =>
  fc.tuple(...ids.map((id) => fc.record({ id: fc.constant(id), ...fields })))

const policy = fc.record({
  scenario: oneOf(SCENARIOS),
  access: often<AccessPolicy>(['weakness'], oneOf(ACCESS_POLICIES)),
})

type Ids = Readonly<Record<'segments' | 'components' | 'links' | 'risks' | 'mitigations', readonly string[]>>

const parts = ({ segments, components, links, risks, mitigations }: Ids) => {
  const subject = fc.oneof(
    fc.record({ component: mostly(components) }),
    fc.record({ vendor: mostly(VENDORS) }),
    fc.record({ segment: mostly(segments) }),
    fc.record({ link: mostly(links) }),
  )
  return fc.record({
    policy,
    vendors: fc.constant(VENDORS.map((id) => ({ id }))),
    segments: list(segments, { parent: orNull(segments) }),
    components: list(components, {
      segment: orNull(segments),
      vendor: orNull(VENDORS),
      product: orNull(['P', 'Q']),
      function: orNull(['amf', 'gnb', 'internet', 'of my own']),
      criticality: orNull([...CRITICALITIES, 'critical', 'critical']),
      untrusted: orNull([true, false, false]),
    }),
    links: list(links, {
      from: mostly(components),
      to: mostly(components),
      direction: oneOf(DIRECTIONS),
      carries: often(['control', 'access'], orNull(CARRIES)),
      plane: orNull(PLANES),
      interface: orNull(['n2', 'direct-cli', 'scan', 'of my own']),
    }),
    risks: list(risks, {
      on: fc.oneof(
        fc.record({ component: mostly(components) }),
        fc.record({ component: mostly(components) }),
        fc.record({ vendor: mostly(VENDORS), product: orNull(['P', 'Q']) }),
      ),
      category: orNull(['vr-build', 'vr-shared-virt', 'vr-contract']),
      propagation: often(['foothold', 'weakness'], orNull(PROPAGATIONS)),
      likelihood: fc.integer({ min: 1, max: 5 }),
      impact: fc.integer({ min: 1, max: 5 }),
      status: often(['open', 'accepted'], oneOf(RISK_STATUSES)),
      acceptedUntil: orNull(DAYS),
    }),
    mitigations: list(mitigations, {
      effect: orNull([...EFFECTS, 'removes-risk', 'blocks-propagation', 'contains-node']),
      control: orNull(['mit-repeatable-build', 'mit-jump']),
      treats: fc.subarray([...risks]),
      on: fc.oneof(
        { weight: 1, arbitrary: fc.constant([]) },
        { weight: 6, arbitrary: fc.array(subject, { minLength: 1, maxLength: 2 }) },
      ),
      status: oneOf(MITIGATION_STATUSES),
      effort: fc.option(fc.integer({ min: 0, max: 4 })),
    }),
  })
}

/** Small models of every shape that the rules speak of: cycles, self and parallel links, nested segments, strays. */
export const randomModel: fc.Arbitrary<Model> = fc
  .record({
    segments: fc.subarray(SEGMENTS),
    components: someOf(COMPONENTS),
    links: someOf(LINKS),
    risks: someOf(RISKS),
    mitigations: fc.subarray(MITIGATIONS),
  })
  .chain(parts)
  .map(modelOf)

export const randomOptions: fc.Arbitrary<AnalyseOptions> = fc
  .tuple(oneOf(DAYS), orNull(SCENARIOS))
  .map(([date, scenario]) => (scenario === null ? { date } : { date, scenario }))
