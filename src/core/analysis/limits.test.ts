import { expect, test } from 'vitest'
import { makeEngine } from './analyse.ts'
import { MOST_ROWS, TooLarge } from './limits.ts'
import { normalisedOf } from './testing/model-of.ts'
import { sketch } from './testing/sketch.ts'

const TODAY = { date: '2026-11-23' }
const SMALL = sketch({ links: 'a => t, a => u', critical: 't u', footholds: 'a' })
const id = (i: number) => `c${String(i).padStart(5, '0')}`

function refusal(work: () => unknown): TooLarge['of'] {
  try {
    work()
  } catch (error) {
    if (error instanceof TooLarge) return error.of
    throw error
  }
  throw new Error('nothing was refused')
}

test('more places of risks than fit are refused, and the next board is analysed', () => {
  const size = Math.ceil(Math.sqrt(MOST_ROWS)) + 1
  const { model } = normalisedOf({
    vendors: [{ id: 'v' }],
    components: Array.from({ length: size }, (_, i) => ({ id: id(i), vendor: 'v', product: 'P' })),
    risks: Array.from({ length: size }, (_, i) => ({
      id: `r${i}`,
      on: i % 2 === 0 ? { vendor: 'v' } : { vendor: 'v', product: 'P' },
      propagation: 'foothold',
    })),
  })
  const examine = makeEngine()
  expect(refusal(() => examine(model, TODAY))).toBe('instances')
  expect(examine(SMALL.model, TODAY).outcome.counts.taken).toBe(2)
})

test('longer paths in all than fit are refused', () => {
  const size = Math.ceil(Math.sqrt(2 * MOST_ROWS)) + 2
  const { model } = normalisedOf({
    components: Array.from({ length: size }, (_, i) => ({ id: id(i), criticality: 'critical' })),
    links: Array.from({ length: size - 1 }, (_, i) => ({
      id: `l${i}`,
      from: id(i),
      to: id(i + 1),
      carries: 'control',
      direction: 'forward',
    })),
    risks: [{ id: 'r', on: { component: id(0) }, propagation: 'foothold' }],
  })
  expect(refusal(() => makeEngine()(model, TODAY))).toBe('steps')
})

test('a page can ask for fewer exposures than the engine would give', () => {
  expect(makeEngine(2)(SMALL.model, TODAY).outcome.exposures.count).toBe(2)
  expect(refusal(() => makeEngine(1)(SMALL.model, TODAY))).toBe('exposures')
})

test('the refusal says what is too much and what to do', () => {
  expect(new TooLarge('exposures', 100_000).message).toBe(
    'This board has more than 100,000 exposures, too many to analyse. ' +
      'Mark fewer functions critical, or record risks on fewer products.',
  )
})
