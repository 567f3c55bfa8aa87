import { expect, test } from 'vitest'
import { makeEngine } from '../core/analysis/analyse.ts'
import { countChokePoints } from '../core/analysis/choke-points.ts'
import { nameOutcome, namesOf, nameRoutes } from '../core/analysis/name-outcome.ts'
import { findRoutes } from '../core/analysis/routes.ts'
import { separatingSet } from '../core/analysis/separating-set.ts'
import { lastOf } from '../core/analysis/steps.ts'
import { sketch } from '../core/analysis/testing/sketch.ts'
import { findChanges } from '../core/analysis/what-if.ts'
import { buffersOf } from './buffers.ts'

const normalised = sketch({
  links: 'a => b, b => t, x -> w, w => u',
  critical: 't u',
  footholds: 'a',
  weaknesses: 'w',
  untrusted: 'x',
  mitigations: [{ id: 'm', effect: 'blocks-propagation', on: [{ link: 'l2' }], status: 'planned' }],
})

const later = () => makeEngine()(normalised.model, { date: '2026-11-23' })

test('[AN14] what is handed over is gone, and every later tier goes on without it', () => {
  const examined = later()
  const { outcome } = examined
  const there = structuredClone(outcome, { transfer: buffersOf(outcome) })
  expect(outcome.held).toHaveLength(0)
  expect(there.held).toHaveLength(5)
  expect(nameOutcome(there, normalised).exposures.map(({ target }) => target)).toEqual(['t', 'u'])

  const tiers = (of: typeof examined) => ({
    routes: nameRoutes(findRoutes(of.sources, of.standing, of.compiled), normalised),
    cut: namesOf(separatingSet(of.standing, of.compiled), normalised.model.links),
    changes: lastOf(findChanges(of)),
    chokePoints: lastOf(countChokePoints(of)),
  })
  expect(tiers(examined)).toEqual(tiers(later()))
  expect(tiers(examined).routes.taken.links).toEqual(['l1', 'l2', 'l4'])
})

test('an array that is told twice is handed over once', () => {
  const array = Int32Array.of(1)
  expect(buffersOf({ a: array, deep: { b: array }, text: 'x', none: null })).toEqual([array.buffer])
})
