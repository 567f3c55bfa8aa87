import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { normalise } from '../model/normalise.ts'
import { analyseCore, makeEngine } from './analyse.ts'
import { blastRadius } from './blast-radius.ts'
import { checkIn } from './testing/check.ts'
import { modelOf } from './testing/model-of.ts'
import { randomModel, randomOptions } from './testing/random-model.ts'
import { sketch, type Sketch } from './testing/sketch.ts'

const check = checkIn(process.env)
const TODAY = { date: '2026-11-23' }
const blast = (component: string, said: Sketch) =>
  blastRadius(component, makeEngine()(sketch(said).model, TODAY))

describe('blast radius', () => {
  test('[AN7] [AN9] what steps lead to, the doors, and what is new about it', () => {
    const said = { links: 'a => b, b => t, b -> u, f => t', critical: 't u', footholds: 'f' }
    expect(blast('a', said)).toEqual({
      component: 'a',
      held: false,
      components: ['b', 't'],
      links: ['l1', 'l2', 'l3'],
      targets: [
        { target: 't', kind: 'taken', hops: 2, path: ['a', 'b', 't'], links: ['l1', 'l2'], fresh: false },
        { target: 'u', kind: 'reached', hops: 2, path: ['a', 'b', 'u'], links: ['l1', 'l3'], fresh: true },
      ],
    })
    expect(blast('f', said)?.held).toBe(true)
    expect(blast('gone', said)).toBeNull()
  })

  check(
    '[AN9] [AN10] it is what a foothold of its own would take and reach',
    fc.tuple(randomModel, randomOptions, fc.nat()),
    600,
    ([model, options, pick]) => {
      const before = normalise(model)
      const component = before.model.components[pick % Math.max(1, before.model.components.length)]
      fc.pre(component !== undefined)
      const id = component?.id ?? ''
      const [probe] = modelOf({
        risks: [{ id: 'probe', on: { component: id }, propagation: 'foothold' }],
      }).risks
      expect(probe).toBeDefined()
      const held = normalise({
        ...before.model,
        risks: probe === undefined ? before.model.risks : [...before.model.risks, probe],
      })
      const expected = analyseCore(held, options).exposures.filter(
        ({ risk, target }) => risk === 'probe' && target !== id,
      )
      const found = blastRadius(id, makeEngine()(before.model, options))?.targets ?? []
      const seen = found.map(({ target, kind, hops, path, links }) => ({ target, kind, hops, path, links }))
      expect(seen.toSorted((a, b) => (a.target < b.target ? -1 : 1))).toEqual(
        expected.map(({ target, kind, hops, path, links }) => ({ target, kind, hops, path, links })),
      )
    },
  )
})
