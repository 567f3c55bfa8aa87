import { expect, test } from 'vitest'
import { homeChoices, homePick, membersOf, pathOf, placementIn } from './segment-view.ts'
import { operator } from './testing/operator.ts'

const model = operator({
  segments: [
    { id: 's-net', name: 'Network', pos: [100, 100], size: [900, 700] },
    { id: 's-core', name: 'Core', parent: 's-net', pos: [40, 60], size: [500, 300] },
    { id: 's-mgmt', name: 'Management', pos: [1200, 0], size: [400, 300] },
  ],
})

test('[MO4] a segment cannot be moved into itself or what lies in it', () => {
  const values = (moved: string) =>
    homeChoices(model, moved, '').flatMap(({ options }) => options.map(({ value }) => homePick(value)))
  expect(values('s-net')).toEqual([null, 's-mgmt'])
  expect(values('c-amf')).toEqual([null, 's-mgmt', 's-net', 's-core'])
})

test('segments are found by any part of their path', () => {
  expect(pathOf(model, 's-core')).toBe('Network › Core')
  expect(pathOf(model, null)).toBe('–')
  expect(homeChoices(model, 'c-amf', 'net core')[0]?.options.map(({ label }) => label)).toEqual([
    'Network › Core',
  ])
})

test('what is moved to a segment stands inside it', () => {
  const placement = placementIn(model, 'c-amf', 's-mgmt')
  expect(placement).toMatchObject({ id: 'c-amf', kind: 'components', segment: 's-mgmt' })
  const [x, y] = placement?.pos ?? [-1, -1]
  expect(x).toBeGreaterThanOrEqual(0)
  expect(y).toBeGreaterThanOrEqual(0)
  expect(x + 168).toBeLessThanOrEqual(400)
  expect(placementIn(model, 'no such', null)).toBeNull()
})

test('what is moved to the open canvas stands beside the segment that it leaves', () => {
  const placement = placementIn(model, 'c-amf', null)
  expect(placement?.segment).toBeNull()
  const [x = 0, y = 0] = placement?.pos ?? []
  const overlaps = x < 1000 && x + 168 > 100 && y < 800 && y + 64 > 100
  expect(overlaps).toBe(false)
})

test('members of a segment, with those of the segments inside it', () => {
  const { direct, all } = membersOf(model, 's-net')
  expect(direct).toEqual([])
  expect(all).toEqual(['c-amf', 'c-smf'])
})
