import { expect, test } from 'vitest'
import { analyseCore, makeEngine } from '../../core/analysis/analyse.ts'
import { explainExposure } from '../../core/analysis/explain.ts'
import { morePaths } from '../../core/analysis/more-paths.ts'
import type { Exposure } from '../../core/analysis/result.ts'
import { normalisedOf } from '../../core/analysis/testing/model-of.ts'
import { alongPath, endOfPaths, pathRows } from './other-paths.ts'

const date = '2026-01-01'
// Two managers of one vendor; the first controls the target over two links, and by way of a third manager.
const normalised = normalisedOf({
  vendors: [{ id: 'v', name: 'Acme' }],
  components: [
    { id: 'e1', name: 'Manager 1', vendor: 'v', criticality: 'low' },
    { id: 'e2', name: 'Manager 2', vendor: 'v', criticality: 'low' },
    { id: 'mid', name: 'Relay', criticality: 'low' },
    { id: 't', name: 'AMF', criticality: 'critical' },
  ],
  links: [
    { id: 'a', name: 'First', from: 'e1', to: 't', carries: 'control' },
    { id: 'b', name: 'Second', from: 'e1', to: 't', carries: 'control' },
    { id: 'c', from: 'e2', to: 'mid', carries: 'control' },
    { id: 'd', from: 'mid', to: 't', carries: 'control' },
  ],
  risks: [{ id: 'r', on: { vendor: 'v' }, propagation: 'foothold' }],
})
const { model } = normalised
const [exposure] = analyseCore(normalised, { date }).exposures as [Exposure]
const examined = makeEngine()(model, { date })
const paths = morePaths(examined, { risk: 'r', target: 't' }, 10)

test('[AN10] paths are listed in words, and by their links where their components are the same', () => {
  expect(pathRows(model, paths).map(({ components, over, isShown }) => [components, over, isShown])).toEqual([
    [['Manager 1', 'AMF'], ['First'], true],
    [['Manager 1', 'AMF'], ['Second'], false],
    [['Manager 2', 'Relay', 'AMF'], null, false],
  ])
  expect(pathRows(model, [])).toEqual([])
})

test('[AN10] each path of an exposure can be explained as if it were its shown one', () => {
  expect(paths).toHaveLength(3)
  for (const path of paths) {
    const explanation = explainExposure(alongPath(exposure, path, [exposure]), examined, model.vendors)
    expect(explanation?.hops.map(({ link }) => link.id)).toEqual(path.links)
    expect(explanation?.source.id).toBe(path.source)
  }
})

test('[AN10] how another source of a weakness is entered is taken from an exposure that is shown from there', () => {
  const entry = { component: 'out', link: 'x' }
  const weakness: Exposure = { ...exposure, entry: { component: 'in', link: 'y' } }
  const elsewhere: Exposure = { ...exposure, target: 'u', source: 'e2', entry }
  const other = paths[2] as (typeof paths)[number]
  expect(alongPath(weakness, other, [weakness, elsewhere]).entry).toEqual(entry)
  expect(alongPath(weakness, other, [weakness]).entry).toBeNull()
  expect(alongPath(weakness, paths[1] as typeof other, [weakness, elsewhere]).entry).toEqual(weakness.entry)
})

test.each([
  [1, 10, 'There is no other path.'],
  [4, 10, 'There are no more.'],
  [10, 10, 'There may be more.'],
  [50, 50, 'The first 50; there may be more.'],
])('with %i of %i paths: %s', (count, asked, said) => {
  expect(endOfPaths(count, asked, 50)).toBe(said)
})
