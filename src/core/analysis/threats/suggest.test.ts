import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { attack } from '../../catalogue/attack.ts'
import { fight } from '../../catalogue/fight.ts'
import { functionById } from '../../catalogue/functions.ts'
import { normalise } from '../../model/normalise.ts'
import type { CommentSubject, Model } from '../../model/records.ts'
import { THREAT_DECISIONS } from '../../model/terms.ts'
import { randomRecords, reordered } from '../../model/testing/random-records.ts'
import { recordOf, sampleModel } from '../../model/testing/sample.ts'
import { suggestThreats } from './suggest.ts'
import type { Suggestion } from './suggestion.ts'

const model = sampleModel({
  segments: [
    { id: 'core', kind: 'core-5g', zone: 'core' },
    { id: 'rack', parent: 'core' },
    { id: 'edge', kind: 'interconnect', zone: 'signalling-edge' },
    { id: 'own' },
  ],
  vendors: [{ id: 'v1', name: 'Acme' }],
  components: [
    { id: 'amf', function: 'amf', segment: 'rack', vendor: 'v1', product: 'CoreX' },
    { id: 'smf', function: 'smf', segment: 'core', vendor: 'v1', product: 'CoreY' },
    { id: 'udr', function: 'udr', segment: 'core' },
    { id: 'sepp', function: 'sepp', segment: 'edge' },
    { id: 'partner', function: 'partner-plmn', segment: 'edge' },
    { id: 'router', function: 'pe-router' },
    { id: 'odd', function: 'no-such-function' },
    { id: 'far', function: null, untrusted: true },
  ],
  links: [
    { id: 'n11', from: 'amf', to: 'smf', interface: 'n11' },
    { id: 'n8', from: 'amf', to: 'sepp', interface: null },
    { id: 'n32', from: 'sepp', to: 'partner', interface: 'n32-c' },
    { id: 'om', from: 'smf', to: 'udr', plane: 'management' },
  ],
  risks: [{ id: 'r1', title: 'Builds differ', category: 'vr-build', on: { vendor: 'v1', product: 'CoreX' } }],
})

const letters = (list: readonly Suggestion[]) =>
  list
    .filter(({ of }) => of === 'stride')
    .map(({ technique }) => technique.slice(-1))
    .join('')
const at = (component: string) => suggestThreats(model, { component })
const on = (link: string) => suggestThreats(model, { link })
const whyOf = (list: readonly Suggestion[], technique: string) =>
  list.find((each) => each.technique === technique)?.why

describe('[TH1] STRIDE per element', () => {
  test('all six for a process, and for what is of no known function', () => {
    expect(letters(at('amf'))).toBe('STRIDE')
    expect(letters(at('odd'))).toBe('STRIDE')
  })
  test('four for a data store, two for an external entity', () => {
    expect(letters(at('udr'))).toBe('TRID')
    expect(letters(at('partner'))).toBe('SR')
    expect(letters(at('far'))).toBe('SR')
  })
  test('three for a data flow, and two more across a border of trust', () => {
    expect(letters(on('n11'))).toBe('TID')
    expect(letters(on('n8'))).toBe('STIDE')
    expect(whyOf(on('n8'), 'stride:S')).toContain('from Core trusted to Signalling edge')
  })
  test('one end outside the operator’s trust is a border without any zones', () => {
    expect(letters(on('n32'))).toBe('STIDE')
    expect(whyOf(on('n32'), 'stride:E')).toContain('from inside the operator’s trust to outside')
  })
  test('none for a segment, which is no element', () => {
    expect(letters(suggestThreats(model, { segment: 'core' }))).toBe('')
  })
})

describe('[TH2] FiGHT and ATT&CK', () => {
  test('a technique that names the function comes before those of its part', () => {
    const list = at('sepp').filter(({ of }) => of === 'fight')
    const named = list.filter(({ why }) => why.includes('critical asset “SEPP”'))
    expect(named.length).toBeGreaterThan(0)
    expect(list.slice(0, named.length)).toEqual(named)
  })
  test('a link is tied by its plane', () => {
    const first = on('om').find(({ of }) => of === 'fight')
    expect(first?.why).toContain('management plane')
    expect(first?.why).toContain('“OA&M”')
  })
  test('a link to other networks is tied to Roaming', () => {
    expect(on('n32').some(({ why }) => why.includes('“Roaming”'))).toBe(true)
  })
  test('a recorded risk brings the techniques of its category where it applies, and only there', () => {
    expect(whyOf(at('amf'), 'T1195.002')).toContain('“Builds differ”')
    expect(whyOf(at('smf'), 'T1195.002')).toBeUndefined()
  })
  test('a router is a network device to ATT&CK', () => {
    const list = at('router').filter(({ of }) => of === 'attack')
    expect(list.length).toBe(
      attack.techniques.filter(({ platforms }) => platforms.includes('Network Devices')).length,
    )
  })
  test('a part of a technique is called after the whole as well', () => {
    const titleOf = (list: readonly Suggestion[], id: string) =>
      list.find(({ technique }) => technique === id)?.title
    expect(titleOf(at('amf'), 'FGT1036.501')).toBe('Masquerading: PLMN ID')
    expect(titleOf(at('amf'), 'T1195.002')).toBe('Supply Chain Compromise: Compromise Software Supply Chain')
    expect(titleOf(at('router'), 'T1040')).toBe('Network Sniffing')
  })
  test('a segment has those of its kind, and none without a kind', () => {
    expect(suggestThreats(model, { segment: 'core' }).length).toBeGreaterThan(10)
    expect(suggestThreats(model, { segment: 'own' })).toEqual([])
  })
  test('every name of ours that stands for one of FiGHT’s is one that it has', () => {
    const told = new Set(fight.techniques.flatMap(({ segments }) => segments))
    const all = [
      ...['amf', 'sepp', 'router', 'smf'].flatMap(at),
      ...['n11', 'n32', 'om'].flatMap(on),
      ...['public-cloud', 'mec-host', 'nssf', 'o-ru', 'idp', 'vendor-build', 'ue', 'oss'].flatMap((fn) => {
        expect(functionById(fn)).not.toBeNull()
        const one = sampleModel({ components: [{ id: 'x', function: fn }] })
        const list = suggestThreats(one, { component: 'x' })
        expect(list.some(({ of }) => of === 'fight')).toBe(true)
        return list
      }),
    ]
    for (const { why } of all) {
      const segment = /its segment “(.*)”$/.exec(why)?.[1]
      if (segment !== undefined) expect(told).toContain(segment)
    }
  })
})

const subjectsOf = (of: Model): CommentSubject[] => [
  ...of.components.map(({ id }) => ({ component: id })),
  ...of.links.map(({ id }) => ({ link: id })),
  ...of.segments.map(({ id }) => ({ segment: id })),
]
const settled = randomRecords.map((records) => normalise(records).model)

describe('[TH3] what is recorded is not proposed again', () => {
  test.each(THREAT_DECISIONS)('one that is %s', (decision) => {
    const threat = recordOf('threats', {
      id: 't1',
      number: 1,
      technique: 'stride:S',
      on: { component: 'amf' },
      decision,
    })
    const after = { ...model, threats: [threat] }
    expect(letters(suggestThreats(after, { component: 'amf' }))).toBe('TRIDE')
    expect(letters(suggestThreats(after, { component: 'smf' }))).toBe('STRIDE')
  })

  test('property: recording any leaves exactly the others, in their order', () => {
    fc.assert(
      fc.property(settled, fc.nat(), (board, pick) => {
        const subjects = subjectsOf(board)
        const subject = subjects[pick % Math.max(1, subjects.length)]
        if (subject === undefined) return
        const before = suggestThreats(board, subject)
        const chosen = before[pick % Math.max(1, before.length)]
        if (chosen === undefined) return
        const { technique } = chosen
        const threat = recordOf('threats', { id: 'new', number: 99, technique, on: subject })
        const after = suggestThreats({ ...board, threats: [...board.threats, threat] }, subject)
        expect(after).toEqual(before.filter((each) => each !== chosen))
      }),
      { numRuns: 40 },
    )
  })
})

test('[TH4] property: total, without doubles, and the same in any order of records', () => {
  fc.assert(
    fc.property(settled, fc.nat(), (board, seed) => {
      const shuffled = normalise(reordered(board, seed)).model
      for (const subject of subjectsOf(board)) {
        const list = suggestThreats(board, subject)
        expect(new Set(list.map(({ technique }) => technique)).size).toBe(list.length)
        expect(suggestThreats(shuffled, subject)).toEqual(list)
        for (const { why, title } of list) expect([why, title].every((text) => text !== '')).toBe(true)
      }
    }),
    { numRuns: 40 },
  )
})
