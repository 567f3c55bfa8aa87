import { expect, test } from 'vitest'
import { analyseCore } from '../../core/analysis/analyse.ts'
import { modelOf } from '../../core/analysis/testing/model-of.ts'
import { normalise } from '../../core/model/normalise.ts'
import { componentRows } from './component-rows.ts'
import { dayField, nameField, wordField } from './fields.ts'
import { RISK_STATUS_WORDS } from '../../ui/record-words.ts'

const normalised = normalise(
  modelOf({
    vendors: [{ id: 'v1', name: 'Acme' }],
    segments: [{ id: 's1', name: 'Core' }],
    components: [
      { id: 'c1', name: 'Manager', function: 'nms', vendor: 'v1', supportEnd: '2026-11-22' },
      { id: 'c2', name: '', function: 'amf', segment: 's1', host: 'c1', removal: '2026-11-23' },
    ],
    links: [{ id: 'l1', from: 'c1', to: 'c2', plane: 'management' }],
    risks: [{ id: 'r1', title: 'Builds', category: 'vr-build', on: { vendor: 'v1' } }],
  }),
)

test('a component says what it is, where it stands and what exposes it', () => {
  const result = analyseCore(normalised, { date: '2026-11-23' })
  const [manager, amf] = componentRows(normalised.model, result, '2026-11-23')
  expect(manager).toMatchObject({ name: 'Manager', vendor: 'Acme', segment: '', host: '' })
  expect(amf).toMatchObject({
    name: 'AMF',
    segment: 'Core',
    vendor: '',
    host: 'Manager',
    criticality: 'critical',
  })
  expect(amf?.exposing).toMatchObject({ taken: 1, reached: 0 })
  expect(componentRows(normalised.model, null, null)[1]?.exposing).toBeNull()
})

test('a component says whether exposures start there or an attacker gets hold of it on the way', () => {
  const result = analyseCore(normalised, { date: '2026-11-23' })
  expect(componentRows(normalised.model, result, null)).toMatchObject([
    { foothold: 'source', starts: 2 },
    { foothold: 'held', starts: 0 },
  ])
  expect(componentRows(normalised.model, null, null)).toMatchObject([
    { foothold: null, starts: 0 },
    { foothold: null, starts: 0 },
  ])
})

test('a day is over from the day after', () => {
  const [manager, amf] = componentRows(normalised.model, null, '2026-11-23')
  expect(manager?.late).toEqual({ support: true, removal: false })
  expect(amf?.late).toEqual({ support: false, removal: false })
})

test('what cannot be an answer writes nothing', () => {
  const day = dayField('due', () => null)
  expect(day.write('')).toEqual({ due: null })
  expect(day.write('2027-03-31')).toEqual({ due: '2027-03-31' })
  expect(day.write('31 March')).toBeNull()
  expect(nameField('name', () => 'x').write('  ')).toBeNull()
  const status = wordField('status', RISK_STATUS_WORDS, () => 'open')
  expect(status.write('closed')).toEqual({ status: 'closed' })
  expect(status.write('constructor')).toBeNull()
})
