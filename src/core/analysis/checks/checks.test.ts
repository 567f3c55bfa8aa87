import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { checks as catalogue } from '../../catalogue/checks.ts'
import { normalise } from '../../model/normalise.ts'
import { randomRecords, reordered } from '../../model/testing/random-records.ts'
import { type Parts, sampleModel } from '../../model/testing/sample.ts'
import { analyseCore } from '../analyse.ts'
import { CHECKS, runChecks } from './run-checks.ts'

const date = '2026-11-28'

function resultOf(parts: Parts, on = date) {
  const normalised = normalise(sampleModel(parts))
  const { exposures } = analyseCore(normalised, { date: on })
  return runChecks(normalised.model, { date: on, exposures })
}

/** The main records that a check flags. */
const flagged = (check: string, parts: Parts, on = date) =>
  resultOf(parts, on)
    .findings.filter((finding) => finding.check === check)
    .map(({ records }) => records[0])

type Fields = Readonly<Record<string, unknown>>
const c = (id: string, fn: string, fields: Fields = {}) => ({ id, name: id, function: fn, ...fields })
const l = (from: string, to: string, name: string | null, fields: Fields = {}) => ({
  id: `${from}-${to}`,
  from,
  to,
  interface: name,
  ...fields,
})
const board = (components: Parts['components'], links: Parts['links'] = [], more: Parts = {}): Parts => ({
  ...more,
  components: components ?? [],
  links: links ?? [],
})

const VENDORS = [
  { id: 'v', name: 'V' },
  { id: 'w', name: 'W' },
]
const RESTRICTED = { vendors: [{ id: 'v', name: 'V', restricted: true }] }
const old = (fields: Fields) => board([c('a', 'amf', { supportEnd: '2026-01-01', ...fields })])
const inForce = (id: string, effect: string) => ({
  id,
  effect,
  on: [{ component: 'a' }],
  status: 'implemented',
})
const PRODUCT = {
  vendors: VENDORS,
  products: [{ id: 'p', vendor: 'v', name: 'P' }],
  statements: [{ id: 'e', vendor: 'v', product: 'p', kind: 'assurance', version: '1' }],
}
const FOOTHOLD = { id: 'r', title: 'Build', on: { component: 'e' }, propagation: 'foothold' }
const shares = (weights: readonly [number, number], meta: Fields): Parts => ({
  ...RESTRICTED,
  meta,
  segments: [{ id: 's' }],
  components: [
    c('a', 'gnb', { segment: 's', vendor: 'v', weight: weights[0] }),
    c('b', 'gnb', { segment: 's', weight: weights[1] }),
  ],
})
const ZONES = {
  segments: [
    { id: 's', zone: 'core' },
    { id: 't', zone: 'access' },
  ],
}

/** What must be flagged, with the main record, and the near miss that must not. */
const CASES: readonly (readonly [check: string, parts: Parts, main: string, nearMiss: Parts])[] = [
  [
    'chk-edge-critical',
    board([c('a', 'upf', { exposedEdge: true })]),
    'a',
    board([c('a', 'gnb'), c('b', 'upf')]),
  ],
  [
    'chk-edge-sep',
    board([c('g', 'gnb'), c('a', 'amf')], [l('g', 'a', 'n2')]),
    'g-a',
    board([c('g', 'gnb'), c('s', 'segw'), c('a', 'amf')], [l('g', 's', 's1-n2-ipsec'), l('s', 'a', 'n2')]),
  ],
  [
    'chk-edge-pe',
    board([c('a', 'pe-router', { exposedEdge: true })]),
    'a',
    board([c('a', 'pe-router'), c('b', 'csr')]),
  ],
  [
    'chk-mgmt-jump',
    board([c('t', 'vendor-support'), c('e', 'ems')], [l('t', 'e', 'sc-remote')]),
    'e',
    board(
      [c('t', 'vendor-support'), c('j', 'jump-host'), c('e', 'ems')],
      [l('t', 'j', 'sc-remote'), l('j', 'e', 'cli')],
    ),
  ],
  [
    'chk-mgmt-paw',
    board(
      [c('x', 'corp-it'), c('j', 'jump-host'), c('e', 'ems')],
      [l('x', 'j', 'corp-mgmt'), l('j', 'e', 'cli')],
    ),
    'j',
    board([c('p', 'paw'), c('j', 'jump-host'), c('e', 'ems')], [l('p', 'j', 'paw-jump'), l('j', 'e', 'cli')]),
  ],
  [
    'chk-mgmt-vendor-seg',
    board(
      [c('e', 'ems'), c('a', 'amf', { vendor: 'v' }), c('b', 'smf', { vendor: 'w' })],
      [l('e', 'a', 'ems-ne'), l('e', 'b', 'ems-ne')],
      { vendors: VENDORS },
    ),
    'e',
    board(
      [c('e', 'ems'), c('a', 'amf', { vendor: 'v' }), c('f', 'ems'), c('b', 'smf', { vendor: 'w' })],
      [l('e', 'a', 'ems-ne'), l('f', 'b', 'ems-ne')],
      { vendors: VENDORS },
    ),
  ],
  [
    'chk-mgmt-e2e',
    board([c('a', 'amf'), c('b', 'smf')], [l('a', 'b', 'n11', { plane: 'management' })]),
    'a-b',
    board([c('a', 'amf'), c('b', 'smf'), c('e', 'ems')], [l('a', 'b', 'n11'), l('e', 'a', 'ems-ne')]),
  ],
  [
    'chk-mgmt-corp',
    board([c('x', 'corp-it'), c('e', 'ems')], [l('x', 'e', 'corp-mgmt')]),
    'x-e',
    board(
      [c('x', 'corp-it'), c('f', 'firewall'), c('e', 'ems')],
      [l('f', 'x', 'fw-edge'), l('f', 'e', null)],
    ),
  ],
  [
    'chk-ne-egress',
    board([c('e', 'ems'), c('t', 'vendor-support')], [l('e', 't', 'sc-telemetry')]),
    'e',
    board([c('e', 'ems'), c('t', 'vendor-support')], [l('t', 'e', 'sc-remote')]),
  ],
  [
    'chk-virt-self',
    board([c('m', 'vim', { host: 'h' }), c('h', 'nfvi')], [l('m', 'h', 'nf-vi')]),
    'm',
    board([c('m', 'vim', { host: 'h' }), c('h', 'nfvi'), c('g', 'nfvi')], [l('m', 'g', 'nf-vi')]),
  ],
  [
    'chk-virt-share',
    board([c('h', 'nfvi'), c('m', 'ems', { host: 'h' }), c('a', 'amf', { host: 'h' })]),
    'h',
    board([c('h', 'nfvi'), c('m', 'ems', { host: 'h' }), c('a', 'nms', { host: 'h' })]),
  ],
  [
    'chk-virt-container',
    board(
      [
        c('k', 'k8s-node'),
        c('a', 'amf', { host: 'k', segment: 's' }),
        c('b', 'gnb', { host: 'k', segment: 't' }),
      ],
      [],
      ZONES,
    ),
    'k',
    board(
      [
        c('k', 'k8s-node'),
        c('a', 'amf', { host: 'k', segment: 's' }),
        c('b', 'smf', { host: 'k', segment: 's' }),
      ],
      [],
      ZONES,
    ),
  ],
  [
    'chk-eol',
    old({ removal: '2027-06-01' }),
    'a',
    {
      ...old({ removal: '2027-06-01' }),
      mitigations: [inForce('m', 'detects'), inForce('n', 'contains-node')],
    },
  ],
  ['chk-support-term', old({ removal: '2026-01-02' }), 'a', old({ removal: '2026-01-01' })],
  [
    'chk-evidence-version',
    board([c('a', 'amf', { vendor: 'v', product: 'P', version: '2' })], [], PRODUCT),
    'a',
    board([c('a', 'amf', { vendor: 'v', product: 'P', version: '1' })], [], PRODUCT),
  ],
  [
    'chk-hrv-core',
    board([c('a', 'amf', { vendor: 'v' })], [], RESTRICTED),
    'a',
    board([c('a', 'gnb', { vendor: 'v' })], [], RESTRICTED),
  ],
  [
    'chk-hrv-site',
    board([c('a', 'gnb', { vendor: 'v', sensitiveSite: true })], [], RESTRICTED),
    'a',
    board([c('a', 'gnb', { vendor: 'v' }), c('b', 'gnb', { sensitiveSite: true })], [], RESTRICTED),
  ],
  ['chk-hrv-cap', shares([36, 64], { restrictedCap: 35 }), 's', shares([35, 65], { restrictedCap: 35 })],
  [
    'chk-single-vendor',
    board([c('a', 'amf', { segment: 's', vendor: 'v' }), c('b', 'smf', { segment: 's', vendor: 'v' })], [], {
      ...ZONES,
      vendors: VENDORS,
    }),
    's',
    board([c('a', 'amf', { segment: 's', vendor: 'v' }), c('b', 'smf', { segment: 's', vendor: 'w' })], [], {
      ...ZONES,
      vendors: VENDORS,
    }),
  ],
  [
    'chk-sig-unfiltered',
    board([c('x', 'ipx'), c('h', 'hss')], [l('x', 'h', 's6a')]),
    'h',
    board([c('x', 'ipx'), c('d', 'dea'), c('h', 'hss')], [l('d', 'x', 'dia-ix'), l('d', 'h', 's6a')]),
  ],
  [
    'chk-n32-ri',
    board([c('s', 'sepp'), c('x', 'ipx')], [l('s', 'x', 'n32', { protection: 'TLS' })]),
    's-x',
    board([c('s', 'sepp'), c('x', 'ipx')], [l('s', 'x', 'n32', { protection: 'TLS and PRINS' })]),
  ],
  [
    'chk-logging',
    board([c('a', 'amf')]),
    'a',
    board([c('a', 'amf'), c('g', 'log-server')], [l('a', 'g', 'syslog')]),
  ],
  [
    'chk-li-path',
    board(
      [c('t', 'vendor-support'), c('j', 'jump-host'), c('m', 'admf')],
      [l('t', 'j', 'sc-remote'), l('j', 'm', 'cli')],
    ),
    'm',
    board(
      [c('t', 'vendor-support'), c('j', 'jump-host'), c('m', 'admf')],
      [l('t', 'j', 'sc-remote'), l('m', 'j', 'cli')],
    ),
  ],
  [
    'chk-unmitigated-path',
    board([c('e', 'ems'), c('a', 'amf')], [l('e', 'a', 'ems-ne')], {
      risks: [{ ...FOOTHOLD, on: { component: 'e' } }],
    }),
    'a',
    board([c('e', 'ems', { criticality: 'high' }), c('a', 'amf')], [l('e', 'a', 'ems-ne')], {
      risks: [FOOTHOLD],
      mitigations: [{ id: 'm', effect: 'blocks-propagation', on: [{ link: 'e-a' }], status: 'implemented' }],
    }),
  ],
]

test.each(CASES)('[%s] flags what breaks the rule', (check, parts, main) => {
  expect(flagged(check, parts)).toContain(main)
})

test.each(CASES)('[%s] does not flag the near miss', (check, _, __, nearMiss) => {
  expect(flagged(check, nearMiss)).toEqual([])
})

test('[CH1] the checks are those of the catalogue, each tried here', () => {
  const ids = catalogue.map(({ id }) => id)
  expect(CHECKS.map(({ id }) => id)).toEqual(ids)
  expect(CASES.map(([id]) => id)).toEqual(ids)
})

const bare = (waiver: Fields): Parts => ({
  ...board([c('a', 'amf'), c('b', 'smf')]),
  waivers: [
    { id: 'x', check: 'chk-logging', on: ['a'], reason: 'Next year', by: 'Ann', until: null, ...waiver },
  ],
})

test.each([
  ['names the record', {}, ['b']],
  ['names nothing: the whole check', { on: [] }, []],
  ['names another check', { check: 'chk-eol' }, ['a', 'b']],
  ['has no reason', { reason: ' ' }, ['a', 'b']],
  ['has no person', { by: '' }, ['a', 'b']],
  ['ends today', { until: date }, ['b']],
  ['ended yesterday', { until: '2026-11-27' }, ['a', 'b']],
])('[CH2] a waiver that %s', (_, waiver, open) => {
  expect(flagged('chk-logging', bare(waiver))).toEqual(open)
})

test('[CH2] what is waived for one risk stays open for another that leads to the same target', () => {
  const exposure = { target: 'a', source: 'b', kind: 'taken', accepted: false } as const
  const model = board([c('a', 'amf'), c('b', 'smf')])
  const waivers = [
    {
      id: 'x',
      check: 'chk-unmitigated-path',
      on: ['a', 'b', 'r1'],
      reason: 'Next year',
      by: 'Ann',
      until: null,
    },
  ]
  const risks = ['r1', 'r2'].map((id) => ({ id, title: id, on: { component: 'b' } }))
  const exposures = risks.map(({ id }) => ({ ...exposure, risk: id }))
  const { findings, waived } = runChecks(normalise(sampleModel({ ...model, risks, waivers })).model, {
    date,
    exposures,
  } as never)
  const open = findings.filter(({ check }) => check === 'chk-unmitigated-path')
  expect(open.map(({ records }) => records[1])).toEqual(['r2'])
  expect(waived.map(({ finding }) => finding.records[1])).toEqual(['r1'])
})

test('[CH2] what is waived is listed with its waiver', () => {
  const { waived } = resultOf(bare({ until: '2027-01-01' }))
  expect(waived.map(({ finding, waiver, until }) => [finding.records[0], waiver, until])).toEqual([
    ['a', 'x', '2027-01-01'],
  ])
})

test('[CH3] any records in any order give the same, worst first, about records that exist', () => {
  fc.assert(
    fc.property(randomRecords, fc.nat(50), (model, seed) => {
      const settled = normalise(model).model
      const result = runChecks(settled, { date })
      expect(runChecks(normalise(reordered(model, seed)).model, { date })).toEqual(result)
      const ids = new Set(
        [settled.components, settled.links, settled.segments, settled.statements].flat().map(({ id }) => id),
      )
      for (const { records } of result.findings) expect(records.every((id) => ids.has(id))).toBe(true)
    }),
    { numRuns: 60 },
  )
})

test('[CH4] planning the removal for the end of support ends the finding', () => {
  const parts = old({ removal: '2027-01-01' })
  const fix = resultOf(parts).findings.find(({ check }) => check === 'chk-support-term')?.fix
  expect(fix?.changes).toEqual([{ kind: 'components', id: 'a', fields: { removal: '2026-01-01' } }])
  expect(flagged('chk-support-term', old({ ...fix?.changes[0]?.fields }))).toEqual([])
})
