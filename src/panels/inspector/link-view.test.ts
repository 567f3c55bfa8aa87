import { expect, test } from 'vitest'
import { recordIn } from '../../core/model/lookup.ts'
import {
  carriesByDefault,
  carriesInWords,
  interfaceChoices,
  planeByDefault,
  planeInWords,
} from './link-view.ts'
import { must } from './testing/must.ts'
import { operator } from './testing/operator.ts'

const model = operator()
const n11 = must(recordIn(model, 'links', 'l-n11'))

test('[MO2] the plane comes from the interface, and is control without one', () => {
  expect(planeInWords(planeByDefault({ ...n11, interface: 'n2' }))).toBe('From catalogue: signalling')
  expect(planeInWords(planeByDefault({ ...n11, interface: null }))).toBe('Without an interface: control')
  expect(planeByDefault({ ...n11, interface: 'of-our-own' })).toEqual({ value: 'control', by: 'default' })
})

test('[AN4] what a link carries: the catalogue where it states it, else the policy for the plane', () => {
  const { policy } = model.meta
  expect(carriesInWords(carriesByDefault({ ...n11, interface: 'bss-oss' }, policy))).toBe(
    'From catalogue: access',
  )
  expect(carriesInWords(carriesByDefault(n11, policy))).toBe('From the board’s policy: access')
  expect(carriesByDefault({ ...n11, plane: 'management' }, policy)).toEqual({
    value: 'control',
    by: 'policy',
  })
  const strict = { ...policy, planes: { ...policy.planes, user: 'access' as const } }
  expect(carriesByDefault({ ...n11, plane: 'user' }, strict).value).toBe('access')
})

test('interfaces that fit the two ends stand first, whichever end is the controlling one', () => {
  const [first] = interfaceChoices(model, n11, '')
  expect(first?.label).toBe('Fits these ends')
  expect(first?.options.map(({ value }) => value)).toContain('n11')
  const swapped = interfaceChoices(model, { ...n11, from: n11.to, to: n11.from }, '')[0]
  expect(swapped?.label).toBe('Fits these ends')
  expect(swapped?.options.find(({ value }) => value === 'n11')?.detail).toContain('the other way round')
})

test('every interface is there once, and found by name or protocol', () => {
  const values = interfaceChoices(model, n11, '').flatMap(({ options }) => options.map(({ value }) => value))
  expect(new Set(values).size).toBe(values.length)
  expect(values).toHaveLength(218)
  const found = interfaceChoices(model, n11, 'pfcp').flatMap(({ options }) =>
    options.map(({ label }) => label),
  )
  expect(found).toContain('N4')
  expect(interfaceChoices(model, n11, 'no such thing')).toEqual([])
})
