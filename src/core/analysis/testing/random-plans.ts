import * as fc from 'fast-check'
import type { Normalised } from '../../model/normalise.ts'
import { normalisedOf } from './model-of.ts'

const COMPONENTS = ['a', 'b', 'c', 'd', 'x', 't', 'u']
const LINKS = ['l1', 'l2', 'l3', 'l4', 'l5', 'l6', 'l7', 'l8', 'l9', 'l10']
const MITIGATIONS = ['m1', 'm2', 'm3', 'm4', 'm5', 'm6', 'm7', 'm8']

const oneOf = <T>(values: readonly T[]) => fc.constantFrom(...values)
const component = oneOf(COMPONENTS)
/** From where attacks begin over what lies between to where they end, twice, and then anywhere. */
const ends = (link: string) =>
  fc.record({
    from:
      LINKS.indexOf(link) < 4
        ? oneOf(['a', 'b', 'x'])
        : LINKS.indexOf(link) < 8
          ? oneOf(['c', 'd'])
          : component,
    to: LINKS.indexOf(link) < 4 ? oneOf(['c', 'd']) : LINKS.indexOf(link) < 8 ? oneOf(['t', 'u']) : component,
  })
const list = (ids: readonly string[], fields: Record<string, fc.Arbitrary<unknown>>) =>
  fc.tuple(...ids.map((id) => fc.record({ id: fc.constant(id), ...fields })))

const subject = fc.oneof(
  { weight: 14, arbitrary: fc.record({ link: oneOf(LINKS) }) },
  { weight: 2, arbitrary: fc.record({ component }) },
  { weight: 1, arbitrary: fc.record({ segment: oneOf(['s1', 's2']) }) },
  { weight: 1, arbitrary: fc.record({ vendor: oneOf(['v1', 'v2']) }) },
)

const RISKS = ['r1', 'r2', 'r3']

/**
 * Small models that leave much to plan: many steps, two targets, risks of both kinds that share components, up to eight
 * mitigations that overlap, efforts of which many are equal.
 */
export const randomPlans: fc.Arbitrary<Normalised> = fc
  .record({
    links: fc.tuple(
      ...LINKS.map((id) =>
        fc
          .tuple(ends(id), oneOf(['both', 'forward', 'forward']), oneOf(['control', 'control', 'access']))
          .map(([both, direction, carries]) => ({ id, ...both, direction, carries })),
      ),
    ),
    risks: fc
      .tuple(
        ...RISKS.map((id) =>
          fc.record({
            id: fc.constant(id),
            on: fc.oneof(
              { weight: 6, arbitrary: fc.record({ component }) },
              { weight: 1, arbitrary: fc.record({ vendor: oneOf(['v1', 'v2']) }) },
            ),
            propagation: oneOf(['foothold', 'weakness', 'weakness']),
          }),
        ),
      )
      .map((others) => [
        { id: 'f-a', on: { component: 'a' }, propagation: 'foothold' },
        { id: 'f-b', on: { component: 'b' }, propagation: 'foothold' },
        { id: 'w-c', on: { component: 'c' }, propagation: 'weakness' },
        { id: 'w-t', on: { component: 't' }, propagation: 'weakness' },
        ...others,
      ]),
    homes: fc.tuple(...COMPONENTS.map(() => oneOf([null, null, 's1', 's2']))),
    makers: fc.tuple(...COMPONENTS.map(() => oneOf([null, 'v1', 'v2']))),
    access: oneOf(['weakness', 'weakness', 'assume'] as const),
    mitigations: fc.integer({ min: 5, max: MITIGATIONS.length }).chain((count) =>
      list(MITIGATIONS.slice(0, count), {
        effect: oneOf(['blocks-propagation', 'blocks-propagation', 'contains-node', 'removes-risk']),
        on: fc.array(subject, { minLength: 1, maxLength: 3 }),
        treats: fc.subarray(['f-a', 'f-b', 'w-c', 'w-t', ...RISKS], { minLength: 1, maxLength: 3 }),
        status: oneOf([
          'proposed',
          'planned',
          'proposed',
          'planned',
          'proposed',
          'planned',
          'proposed',
          'implemented',
          'rejected',
        ]),
        effort: oneOf([null, 0, 0.5, 1, 1, 2, 2.5]),
      }),
    ),
  })
  .map(({ links, risks, homes, makers, access, mitigations }) =>
    normalisedOf({
      policy: { access },
      vendors: [{ id: 'v1' }, { id: 'v2' }],
      segments: [{ id: 's1' }, { id: 's2', parent: 's1' }],
      components: COMPONENTS.map((id, index) => ({
        id,
        criticality: id === 't' || id === 'u' ? 'critical' : 'low',
        untrusted: id === 'x',
        segment: homes[index],
        vendor: makers[index],
      })),
      links,
      risks,
      mitigations,
    }),
  )
