import * as fc from 'fast-check'
import { describe, expect } from 'vitest'
import { normalise } from '../model/normalise.ts'
import { joinPatches, patchBetween, patchInParts, patchModel } from '../model/patch.ts'
import { emptyModel, KINDS, type Model } from '../model/records.ts'
import { makeEngine } from './analyse.ts'
import { nameOutcome } from './name-outcome.ts'
import { compile, makeCompiler } from './compile.ts'
import { countingCredit } from './credit.ts'
import { range } from './graph.ts'
import { standingUnder } from './held.ts'
import { orderedAs } from './nearby.ts'
import { assess } from './outcome.ts'
import { checkIn } from './testing/check.ts'
import { randomModel } from './testing/random-model.ts'

const check = checkIn(process.env)
const TODAY = { date: '2026-11-23' }

/** Takes some kinds of records from one model and the others from another, as an edit of those would. */
const mixed = fc.record({ model: randomModel, kinds: fc.subarray([...KINDS]), meta: fc.boolean() })
const edits = fc.array(mixed, { minLength: 1, maxLength: 5 })

const moved = (model: Model): Model => ({
  ...model,
  components: model.components.map((component) => ({
    ...component,
    name: `${component.name}'`,
    pos: [1, 2],
  })),
  links: model.links.map((link) => ({ ...link, name: `${link.name}'` })),
})

/** Every other link the other way round, the rest only named anew. */
const turned = (model: Model): Model => ({
  ...model,
  links: model.links.map((link, index) =>
    index % 2 === 0 ? { ...link, name: 'N' } : { ...link, from: link.to, to: link.from },
  ),
})

describe('AN14, edit after edit', () => {
  check(
    '[AN14] an engine that keeps what an edit leaves alone answers as one that begins anew',
    fc.tuple(randomModel, edits),
    200,
    ([first, changes]) => {
      const examine = makeEngine()
      let raw = first
      let sent: Model | null = null
      let kept = emptyModel()
      const answer = (model: Model) => {
        const { model: told } = normalise(model)
        // As the worker does: it has only ever seen patches.
        kept = patchModel(kept, joinPatches(patchInParts(patchBetween(sent, told, KINDS), 3)))
        sent = told
        const anew = makeEngine()(told, TODAY).outcome
        expect(nameOutcome(examine(kept, TODAY).outcome, { model: told, setAside: [] })).toEqual(
          nameOutcome(anew, { model: told, setAside: [] }),
        )
      }
      answer(first)
      for (const { model, kinds, meta } of changes) {
        const taken = Object.fromEntries(kinds.map((kind) => [kind, model[kind]]))
        raw = Object.assign({}, raw, taken, meta ? { meta: model.meta } : {})
        answer(raw)
        answer(moved(raw))
        answer(turned(raw))
      }
    },
  )

  check('[AN4] links that are only named anew leave the network as it is', randomModel, 100, (raw) => {
    const { model } = normalise(raw)
    const compileNext = makeCompiler()
    const before = compileNext(model, TODAY)
    expect(compileNext(moved(model), TODAY).graph).toBe(before.graph)
    const anew = compileNext(turned(model), TODAY)
    expect(anew.graph).toEqual(compile(turned(model), TODAY).graph)
  })

  check('[AN14] an order that was found for another network answers alike', randomModel, 200, (raw) => {
    const { model } = normalise(raw)
    const found = compile(model, TODAY)
    const back = range(found.graph.nodeCount).reverse()
    const stale = { ...found, nearby: orderedAs({ place: back, node: back }, found.graph) }
    const [one, other] = [found, stale].map((compiled) =>
      nameOutcome(assess(standingUnder(countingCredit(compiled), compiled), compiled).outcome, {
        model,
        setAside: [],
      }),
    )
    expect(other).toEqual(one)
  })
})
