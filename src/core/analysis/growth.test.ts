import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { normalise } from '../model/normalise.ts'
import { ACCESS_POLICIES, SCENARIOS } from '../model/terms.ts'
import { type Examined, makeEngine } from './analyse.ts'
import { addCredit, countingCredit, effectsOf } from './credit.ts'
import { makeGrowth } from './growth.ts'
import { standingUnder } from './held.ts'
import { AT_ONCE, exposureStates, statesOf } from './recount.ts'
import { checkIn } from './testing/check.ts'
import { normalisedOf } from './testing/model-of.ts'
import { randomModel, randomOptions } from './testing/random-model.ts'

const COUNTING = ['as drawn', 'all', 'the first'] as const
const check = checkIn(process.env)

/** What each counting mitigation carries, by growth and by a full recount, one after the other twice. */
function bothWays(examined: Examined) {
  const { compiled, standing, exposures } = examined
  const credit = countingCredit(compiled)
  const grow = makeGrowth(credit, standing, compiled)
  const before = statesOf(exposures, compiled)
  const all = compiled.mitigations.filter(({ counts }) => counts)
  const grown: number[] = []
  const recounted: number[] = []
  for (const mitigation of [...all, ...all]) {
    const effects = effectsOf(mitigation, compiled)
    grown.push(grow(effects))
    addCredit(credit, effects, -1)
    const after = exposureStates(standingUnder(credit, compiled), compiled)
    addCredit(credit, effects, 1)
    recounted.push(after.filter((state, i) => state > (before[i] as number)).length)
  }
  return { grown, recounted }
}

describe('what a mitigation carries', () => {
  for (const access of ACCESS_POLICIES) {
    for (const scenario of SCENARIOS) {
      check(
        `[AN13] [AN15] grown is as recounted, access by ${access}, ${scenario}`,
        fc.tuple(randomModel, randomOptions, fc.constantFrom(...COUNTING), fc.boolean()),
        600,
        ([drawn, options, counting, removing]) => {
          const { model } = normalise({
            ...drawn,
            meta: { ...drawn.meta, policy: { ...drawn.meta.policy, access } },
            mitigations: drawn.mitigations.map((each) =>
              removing ? { ...each, effect: 'removes-risk', treats: each.treats.slice(0, 1) } : each,
            ),
          })
          const switched = new Map(
            model.mitigations.flatMap(({ id }, i) =>
              counting === 'as drawn' ? [] : [[id, counting === 'all' || i === 0]],
            ),
          )
          const { grown, recounted } = bothWays(makeEngine()(model, { ...options, scenario, switched }))
          expect(grown).toEqual(recounted)
        },
      )
    }
  }

  test('[AN13] more classes of risks than one search carries', () => {
    const ids = Array.from({ length: 2 * AT_ONCE + 3 }, (_, i) => `${i}`)
    const { model } = normalisedOf({
      components: [
        ...ids.map((id) => ({ id, criticality: 'low' })),
        { id: 'hub', criticality: 'low' },
        { id: 'target', criticality: 'critical' },
      ],
      links: [
        ...ids.map((id) => ({ id: `l${id}`, from: id, to: 'hub', carries: 'control' })),
        { id: 'last', from: 'hub', to: 'target', carries: 'control' },
      ],
      risks: ids.flatMap((id) =>
        ['r', 's'].map((kind) => ({ id: kind + id, on: { component: id }, propagation: 'foothold' })),
      ),
      mitigations: [
        { id: 'm', effect: 'blocks-propagation', on: [{ link: 'last' }], status: 'verified' },
        { id: 'n', effect: 'blocks-propagation', on: [{ component: 'hub' }], status: 'verified' },
        { id: 'o', effect: 'contains-node', on: [{ component: '0' }], status: 'verified' },
      ],
    })
    const alone = (id: string) =>
      bothWays(
        makeEngine()(model, {
          date: '2026-11-23',
          switched: new Map(['m', 'n', 'o'].map((each) => [each, each === id])),
        }),
      )
    const all = 2 * ids.length
    expect(alone('m')).toEqual({ grown: [all, all], recounted: [all, all] })
    expect(alone('n')).toEqual({ grown: [all, all], recounted: [all, all] })
    expect(alone('o')).toEqual({ grown: [2, 2], recounted: [2, 2] })
  })
})
