import { expect, test } from 'vitest'
import { recordIn } from '../../core/model/lookup.ts'
import { normalisedOf } from '../../core/analysis/testing/model-of.ts'
import type { Component } from '../../core/model/records.ts'
import { interfacesFor, linkFor, onlyComponent, targetsFor } from './connect-choices.ts'
import { matching } from './pick-options.ts'

const { model } = normalisedOf({
  segments: [
    { id: 's-core', name: 'Core', pos: [1000, 0], size: [700, 500] },
    { id: 's-pod', name: 'Pod', parent: 's-core', pos: [40, 60], size: [300, 200] },
    { id: 's-ran', name: 'RAN', pos: [0, 0], size: [420, 280] },
  ],
  components: [
    { id: 'amf', name: 'AMF 1', function: 'amf', segment: 's-core', pos: [400, 60] },
    { id: 'gnb', name: 'gNB 1', function: 'gnb', segment: 's-ran', pos: [20, 60] },
    { id: 'smf', name: 'SMF 1', function: 'smf' },
    { id: 'own', name: 'Odd box' },
  ],
  notes: [{ id: 'note', text: 'Look', segment: 's-core' }],
})
const component = (id: string): Component => recordIn(model, 'components', id) as Component

test('components to which the catalogue knows an interface come first, by name, without the one itself', () => {
  const [fitting, others] = targetsFor(model, component('amf'))
  expect(fitting?.options.map(({ label }) => label)).toEqual(['gNB 1', 'SMF 1'])
  expect(fitting?.options[0]?.detail).toContain('N2')
  expect(others?.options.map(({ label }) => label)).toEqual(['Odd box'])
})

test('what fits comes first, then one of one’s own, then every other interface once', () => {
  const groups = interfacesFor(component('gnb'), component('amf'))
  expect(groups[0]?.options.map(({ label }) => label)).toContain('N2')
  expect(groups[1]?.options).toHaveLength(1)
  const all = groups.flatMap(({ options }) => options.map(({ value }) => value))
  expect(new Set(all).size).toBe(all.length)
})

test('the controlling end is the one that the catalogue names first, from whichever side one begins', () => {
  const there = linkFor(component('gnb'), component('amf'), 'n2')
  expect(linkFor(component('amf'), component('gnb'), 'n2')).toEqual(there)
  expect(linkFor(component('amf'), component('own'), '')).toEqual({ from: 'amf', to: 'own', interface: null })
})

test('only one selected component can be connected from', () => {
  expect(onlyComponent(model, new Set(['amf']))?.id).toBe('amf')
  expect(onlyComponent(model, new Set(['amf', 'gnb']))).toBeNull()
  expect(onlyComponent(model, new Set(['s-core']))).toBeNull()
})

test('every word of a query has to be found', () => {
  const groups = targetsFor(model, component('amf'))
  const found = (query: string) =>
    matching(groups, query).flatMap(({ options }) => options.map(({ value }) => value))
  expect(found('gnb n2')).toEqual(['gnb'])
  expect(found('gnb n11')).toEqual([])
  expect(found('')).toHaveLength(3)
})
