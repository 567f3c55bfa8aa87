import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { normalise } from '../../model/normalise.ts'
import { KINDS, type Model, type Review, type ReviewScope } from '../../model/records.ts'
import { randomRecords } from '../../model/testing/random-records.ts'
import { recordOf, sampleModel } from '../../model/testing/sample.ts'
import { contentOf, prepareContent, writeContent } from './content.ts'
import { type Difference, differenceSince } from './difference.ts'
import { changeInWords } from './field-changes.ts'
import { REVIEWED } from './scope.ts'
import { sha256 } from './sha-256.ts'

const model = normalise(
  sampleModel({
    segments: [
      { id: 's1', name: 'Core', pos: [0, 0] },
      { id: 's2', name: 'Inner', parent: 's1' },
      { id: 's3', name: 'Radio' },
    ],
    vendors: [
      { id: 'v1', name: 'Acme' },
      { id: 'v2', name: 'Bluefjord' },
    ],
    components: [
      { id: 'c1', name: 'AMF 1', segment: 's2', vendor: 'v1', product: 'CoreX' },
      { id: 'c2', name: 'gNB 1', segment: 's3', vendor: 'v2' },
      { id: 'c3', name: 'gNB 2', segment: 's3' },
    ],
    links: [
      { id: 'l1', from: 'c2', to: 'c1', interface: 'n2' },
      { id: 'l2', from: 'c2', to: 'c3', name: 'Xn' },
    ],
    risks: [
      { id: 'r1', title: 'Builds', on: { vendor: 'v1', product: 'CoreX' } },
      { id: 'r2', title: 'Old parts', on: { vendor: 'v1', product: 'Other' } },
      { id: 'r3', title: 'Theft', on: { component: 'c3' } },
    ],
    mitigations: [
      { id: 'm1', title: 'Rebuild', treats: ['r1', 'r2'], on: [{ vendor: 'v2' }] },
      { id: 'm2', title: 'Fence', on: [{ segment: 's1' }] },
      { id: 'm3', title: 'Guard', on: [{ component: 'c3' }] },
    ],
    products: [{ id: 'p1', name: 'CoreX', vendor: 'v1' }],
    statements: [{ id: 'f1', vendor: 'v1', title: 'Assurance' }],
    comments: [{ id: 'k1', text: 'Hm' }],
    notes: [{ id: 'n1', text: 'Note' }],
  }),
).model

const sign = (of: Model, scope: ReviewScope | null, facts: Parameters<typeof contentOf>[2] = null): Review =>
  recordOf('reviews', { id: 'w1', scope, ...writeContent(of, scope, facts) })

function changed<K extends (typeof KINDS)[number]>(kind: K, id: string, fields: object): Model {
  return { ...model, [kind]: model[kind].map((each) => (each.id === id ? { ...each, ...fields } : each)) }
}

function differences(review: Review, now: Model): readonly Difference[] {
  const since = differenceSince(review, now)
  return since.state === 'changed' ? since.differences : []
}

describe('[MO7, RV1] the content of a scope', () => {
  const idsIn = (scope: ReviewScope) => {
    const { records } = JSON.parse(contentOf(model, scope)) as { records: Record<string, object> }
    return Object.values(records).flatMap((list) => Object.keys(list))
  }
  test('a segment has what lies in it, also further in, links with an end in it, and what bears on that', () => {
    expect(idsIn({ segment: 's1' })).toEqual(['c1', 'l1', 'm1', 'm2', 'r1', 's1', 's2', 'v1'])
  })
  test('a vendor has its components, products, statements, risks and their mitigations', () => {
    expect(idsIn({ vendor: 'v1' })).toEqual(['c1', 'm1', 'p1', 'r1', 'r2', 'f1', 'v1'])
  })
  test('an exposure has its risk, the way of it and how it is rated', () => {
    const facts = {
      kind: 'reached',
      rating: 'high',
      source: 'c2',
      path: ['c2', 'c1'],
      links: ['l1'],
      entry: null,
    } as const
    const review = sign(model, { risk: 'r1', target: 'c1' }, facts)
    expect(differenceSince(review, model, facts)).toEqual({ state: 'unchanged' })
    const since = differenceSince(review, model, { ...facts, rating: 'critical' })
    expect(since).toMatchObject({
      differences: [{ of: 'outcome', fields: [{ field: 'rating', before: 'high', after: 'critical' }] }],
    })
    expect(differenceSince(review, model, null)).toMatchObject({ state: 'changed' })
  })
})

describe('[RV3] the difference since a sign-off', () => {
  test('a changed link is named with its field, before and after', () => {
    const [link, ...others] = differences(sign(model, null), changed('links', 'l1', { direction: 'forward' }))
    expect(others).toEqual([])
    expect(link).toMatchObject({ of: 'links', id: 'l1', what: 'changed' })
    expect(link?.name).toMatch(/: gNB 1 → AMF 1$/)
    expect(link?.fields.map(changeInWords)).toEqual(['direction both → forward'])
  })
  test('references are names, what is gone is called as it was', () => {
    const gone = normalise({ ...model, components: model.components.filter(({ id }) => id !== 'c3') }).model
    expect(differences(sign(model, null), gone).map(({ what, name }) => `${what} ${name}`)).toEqual([
      'removed gNB 2',
      'removed Xn: gNB 1 ⇄ gNB 2',
      'removed Theft',
      'removed Guard',
    ])
    const moved = changed('components', 'c1', { segment: 's3', vendor: null })
    expect(differences(sign(model, null), moved)[0]?.fields.map(changeInWords)).toEqual([
      'segment Inner → Radio',
      'vendor Acme → not set',
    ])
  })
  test('[RV1] the policy counts, since the scenario changes what is seen', () => {
    const { meta } = model
    const target = { ...model, meta: { ...meta, policy: { ...meta.policy, scenario: 'target' as const } } }
    expect(differences(sign(model, { segment: 's1' }), target)).toMatchObject([
      { of: 'meta', fields: [{ field: 'policy: scenario', before: 'current', after: 'target' }] },
    ])
  })
  test('[RV1] what is outside of the scope changes nothing', () => {
    const review = sign(model, { segment: 's1' })
    expect(differenceSince(review, changed('components', 'c3', { name: 'Elsewhere' })).state).toBe(
      'unchanged',
    )
    expect(differenceSince(review, changed('links', 'l1', { plane: 'user' })).state).toBe('changed')
  })
  test('[RV4] what is damaged cannot be verified, and is never unchanged', () => {
    const review = sign(model, null)
    const forged = contentOf(changed('links', 'l1', { plane: 'user' }), null)
    for (const damage of [
      { content: `${review.content} ` },
      { digest: '' },
      { digest: review.digest.toUpperCase() },
      { content: forged },
      { content: '', digest: sha256('') },
      { content: '[]', digest: sha256('[]') },
      { scope: { segment: 's1' } },
      { content: '{"form":"full","meta":{},"records":{"links":{"l1":3}},"version":1}' },
      { content: `${'['.repeat(300_000)}${']'.repeat(300_000)}` },
      { content: review.content.replace('"version":1', '"version":2') },
    ]) {
      const damaged = { ...review, ...damage }
      if (!('digest' in damage) && 'content' in damage && damage.content !== forged)
        damaged.digest = damage.content.endsWith(' ') ? damaged.digest : sha256(damage.content)
      expect(differenceSince(damaged, model)).toEqual({ state: 'unverifiable' })
    }
  })
  test('[RV5] a long content is kept in short, still names what changed, and fits into a document', () => {
    const components = Array.from({ length: 4000 }, (_, i) =>
      recordOf('components', {
        id: `x${i}`,
        name: `Function ${i}`,
        function: 'amf',
        site: 'A rather long site name '.repeat(5),
      }),
    )
    const large = { ...model, components: [...model.components, ...components] }
    const review = sign(large, null)
    expect(review.content.length).toBeLessThan(500_000)
    expect(differenceSince(review, large)).toEqual({ state: 'unchanged' })
    const renamed = {
      ...large,
      components: large.components.map((each) => (each.id === 'x7' ? { ...each, name: 'Other' } : each)),
    }
    expect(differenceSince(review, renamed)).toEqual({
      state: 'changed',
      inShort: true,
      differences: [{ of: 'components', id: 'x7', what: 'changed', name: 'Other', fields: [] }],
    })
    expect(differenceSince(review, normalise({ ...large, components }).model)).toMatchObject({
      state: 'changed',
    })
  })
})

describe('[RV2] the digest', () => {
  const digest = (of: Model, scope: ReviewScope | null = null) => sha256(contentOf(of, scope))
  const scopes = fc.constantFrom<ReviewScope | null>(
    null,
    { segment: 's0' },
    { vendor: 'v0' },
    { risk: 'r0', target: 'c0' },
  )
  test('is the same in any order, wherever things stand, whatever is said in comments', () => {
    fc.assert(
      fc.property(randomRecords, scopes, fc.integer(), (raw, scope, seed) => {
        const { model: before } = normalise(raw)
        const moved = Object.fromEntries(
          KINDS.map((kind) => [
            kind,
            before[kind]
              .map((each) => ({
                ...each,
                ...('pos' in each ? { pos: [seed % 999, 7] } : {}),
                ...('size' in each ? { size: [9, 9] } : {}),
              }))
              .toReversed(),
          ]),
        )
        const after = { ...before, ...moved, comments: [], notes: [], reviews: [] } as Model
        expect(digest(after, scope)).toBe(digest(before, scope))
      }),
    )
  })
  test('changes with any field that matters, known or not, and the difference names the record', () => {
    fc.assert(
      fc.property(randomRecords, fc.nat(), fc.nat(), (raw, which, of) => {
        const { model: before } = normalise(raw)
        const all = REVIEWED.flatMap((kind) => before[kind].map((record) => ({ kind, record })))
        const picked = all[which % Math.max(1, all.length)]
        if (picked === undefined) return
        const { kind, record } = picked
        const fields = [
          ...Object.keys(record).filter((name) => !['id', 'pos', 'size'].includes(name)),
          'unheard',
        ]
        const field = fields[of % fields.length] ?? ''
        const after = {
          ...before,
          [kind]: before[kind].map((each) =>
            each.id === record.id ? { ...each, [field]: 'a change' } : each,
          ),
        } as Model
        expect(digest(after)).not.toBe(digest(before))
        expect(differences(sign(before, null), after).map(({ id }) => id)).toEqual([record.id])
      }),
    )
  })
  test('false speaks against the catalogue where that may say otherwise', () => {
    expect(digest(changed('components', 'c1', { untrusted: false }))).not.toBe(digest(model))
    expect(digest(changed('components', 'c1', { site: '' }))).toBe(digest(model))
    expect(digest(changed('mitigations', 'm1', { treats: ['r2', 'r1'] }))).toBe(digest(model))
    expect(digest(changed('mitigations', 'm1', { treats: ['r1'] }))).not.toBe(digest(model))
  })
})

test('a model that was prepared step by step is signed as one that was not', () => {
  const again = { ...model, components: model.components.map((each) => ({ ...each })) }
  for (const scope of [null, { segment: 's1' }]) {
    for (const _ of prepareContent(again, scope, null)) continue
    expect(writeContent(again, scope)).toEqual(writeContent(model, scope))
  }
})
