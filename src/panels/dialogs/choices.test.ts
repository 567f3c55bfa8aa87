import { expect, test } from 'vitest'
import { placedIn } from '../../core/layout/frames.ts'
import { COMPONENT_SIZE } from '../../core/layout/geometry.ts'
import { recordIn } from '../../core/model/lookup.ts'
import { normalisedOf } from '../../core/analysis/testing/model-of.ts'
import type { Component } from '../../core/model/records.ts'
import { interfacesFor, linkFor, onlyComponent, targetsFor } from './connect-choices.ts'
import { homesFor, placementsFor } from './move-choices.ts'
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

const placed = (...ids: string[]) => ids.flatMap((id) => placedIn(model, id) ?? [])
const labels = (...ids: string[]) =>
  homesFor(model, placed(...ids)).flatMap(({ options }) =>
    options.map(({ label, detail }) => `${label}|${detail}`),
  )

test('segments are named with those around them, and say where one is now', () => {
  expect(labels('amf')).toEqual(['Outside all segments|', 'Core|where it is now', 'Core / Pod|', 'RAN|'])
})

test('a segment cannot be moved into itself or into what lies in it', () => {
  expect(labels('s-core')).toEqual(['Outside all segments|where it is now', 'RAN|smaller than what you move'])
})

test('each gets a place of its own, inside its new segment', () => {
  const placements = placementsFor(model, placed('amf', 'smf', 'own'), 's-core')
  const [width, height] = COMPONENT_SIZE
  for (const { pos, segment } of placements) {
    expect(segment).toBe('s-core')
    expect(pos[0]).toBeGreaterThanOrEqual(0)
    expect(pos[0] + width).toBeLessThanOrEqual(700)
    expect(pos[1] + height).toBeLessThanOrEqual(500)
  }
  for (const a of placements)
    for (const b of placements)
      expect(
        a === b || Math.abs(a.pos[0] - b.pos[0]) >= width || Math.abs(a.pos[1] - b.pos[1]) >= height,
      ).toBe(true)
})

test('moved outside, a thing lies beside the segments and near where it was', () => {
  const [out] = placementsFor(model, placed('gnb'), null)
  expect(out?.segment).toBeNull()
  const [x, y] = out?.pos ?? [0, 0]
  expect(x >= 420 || y >= 280 || x <= -168 || y <= -64).toBe(true)
  expect(Math.hypot(x, y)).toBeLessThan(600)
})

test('every word of a query has to be found', () => {
  const groups = targetsFor(model, component('amf'))
  const found = (query: string) =>
    matching(groups, query).flatMap(({ options }) => options.map(({ value }) => value))
  expect(found('gnb n2')).toEqual(['gnb'])
  expect(found('gnb n11')).toEqual([])
  expect(found('')).toHaveLength(3)
})
