import { expect, test } from 'vitest'
import { normalisedOf } from '../core/analysis/testing/model-of.ts'
import { placedIn } from '../core/layout/frames.ts'
import { COMPONENT_SIZE } from '../core/layout/geometry.ts'
import { homesFor, placementsFor } from './homes.ts'

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
