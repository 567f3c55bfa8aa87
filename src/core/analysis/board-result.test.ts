import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { normalise } from '../model/normalise.ts'
import { makeEngine } from './analyse.ts'
import { boardResult, type ShownStep } from './board-result.ts'
import { COVERAGE_STATES } from './coverage.ts'
import { spellOut } from './exposure-on-demand.ts'
import { nameOutcome } from './name-outcome.ts'
import type { CoreResult } from './result.ts'
import { answerFor } from './testing/answer.ts'
import { checkIn } from './testing/check.ts'
import { normalisedOf } from './testing/model-of.ts'
import { randomModel, randomOptions } from './testing/random-model.ts'
import { sketch } from './testing/sketch.ts'

const check = checkIn(process.env)
const TODAY = { date: '2026-11-23' }
const GONE = new Set(['closed', 'not-applicable', 'verified', 'removed'])

check(
  '[AN14] what is named on demand is what is named at once',
  fc.tuple(
    randomModel.map((model) => normalise(model)),
    randomOptions,
  ),
  150,
  ([normalised, options]) => {
    const { outcome } = makeEngine()(normalised.model, options)
    const whole = nameOutcome(outcome, normalised)
    const { shownSteps, coverage, exposures, ...rest } = boardResult(outcome, normalised)
    expect({ ...rest, exposures: exposures.map(spellOut) }).toEqual({ ...whole, coverage: undefined })
    expect({ share: coverage.share, instances: coverage.instances }).toEqual(whole.coverage)
    expect(sorted(shownSteps)).toEqual(sorted(stepsOf(whole)))

    const { instances } = whole.coverage
    const { risks, components } = normalised.model
    const states = new Map(instances.map(({ risk, component, state }) => [`${risk} ${component}`, state]))
    for (const { id: risk } of [...risks, { id: 'nobody' }])
      for (const { id: component } of [...components, { id: 'nobody' }])
        expect(coverage.stateOf(risk, component)).toBe(states.get(`${risk} ${component}`) ?? null)
    for (const state of COVERAGE_STATES)
      expect(coverage.count(state)).toBe(instances.filter((each) => each.state === state).length)
    const live = new Map<string, number>()
    for (const { component, state } of instances)
      if (!GONE.has(state)) live.set(component, (live.get(component) ?? 0) + 1)
    expect(coverage.live).toEqual(live)
  },
)

function stepsOf({ exposures }: CoreResult): ShownStep[] {
  const steps = new Map<string, ShownStep>()
  for (const { kind, path, links } of exposures)
    links.forEach((link, hop) => {
      const [from, to] = [path[hop] as string, path[hop + 1] as string]
      const before = steps.get(`${link} ${from}`)
      const isTaken = kind === 'taken' || before?.kind === 'taken'
      const door = before?.door === true || (kind === 'reached' && hop === links.length - 1)
      steps.set(`${link} ${from}`, { link, from, to, kind: isTaken ? 'taken' : 'reached', door })
    })
  return [...steps.values()]
}

const sorted = (steps: readonly ShownStep[]): readonly ShownStep[] =>
  steps.toSorted((a, b) => (`${a.link} ${a.from}` < `${b.link} ${b.from}` ? -1 : 1))

test('a path is named once, when it is asked for', () => {
  const [exposure] = answerFor(
    sketch({ links: 'a => b, b => t', critical: 't', footholds: 'a' }),
    TODAY,
  ).exposures
  expect([exposure?.path, exposure?.links]).toEqual([
    ['a', 'b', 't'],
    ['l1', 'l2'],
  ])
  expect(exposure?.path).toBe(exposure?.path)
})

test('the ids that are read for a page grow with the board, not with its square', () => {
  const SIZE = 300
  const id = (i: number) => `c${String(i).padStart(3, '0')}`
  const vendor = { vendor: 'v' }
  const board = normalisedOf({
    vendors: [{ id: 'v' }],
    components: Array.from({ length: SIZE }, (_, i) => ({ id: id(i), criticality: 'critical', ...vendor })),
    links: Array.from({ length: SIZE - 1 }, (_, i) => ({
      id: `l${id(i)}`,
      from: id(i),
      to: id(i + 1),
      carries: 'control',
      direction: 'forward',
    })),
    risks: [
      { id: 'foothold', on: { component: id(0) }, propagation: 'foothold' },
      ...Array.from({ length: SIZE }, (_, i) => ({
        id: `r${id(i)}`,
        on: vendor,
        propagation: 'foothold',
        status: 'closed',
      })),
    ],
  })
  const { outcome } = makeEngine()(board.model, TODAY)
  let read = 0
  const counted = <T extends { readonly id: string }>(records: readonly T[]): T[] =>
    records.map((record) =>
      Object.defineProperty({ ...record }, 'id', { get: () => (read++, record.id), enumerable: true }),
    )
  const { components, links, risks, ...rest } = board.model
  const model = {
    ...rest,
    components: counted(components),
    links: counted(links),
    risks: counted(risks),
  }
  const { exposures, coverage } = boardResult(outcome, { ...board, model })
  expect([exposures.length, coverage.count('closed')]).toEqual([SIZE, SIZE * SIZE])
  expect(read).toBeLessThan(12 * SIZE)
  read = 0
  expect(exposures.at(-1)?.path).toHaveLength(SIZE)
  expect(read).toBeLessThan(3 * SIZE)
})
