import * as fc from 'fast-check'
import { describe, expect } from 'vitest'
import { normalise } from '../model/normalise.ts'
import { KINDS, type Link, type Mitigation, type Model, type RecordOf, type Risk } from '../model/records.ts'
import { analyseCore, makeEngine } from './analyse.ts'
import { analyse as analyseWhole } from './analyse-whole.ts'
import { morePaths } from './more-paths.ts'
import type { AnalyseOptions, CoreResult } from './result.ts'
import { checkIn } from './testing/check.ts'
import { askOracle } from './testing/oracle.ts'
import { modelOf } from './testing/model-of.ts'
import { randomModel, randomOptions } from './testing/random-model.ts'

const check = checkIn(process.env)
const analyse = (model: Model, options: AnalyseOptions) => analyseCore(normalise(model), options)
const modelAndOptions = fc.tuple(randomModel, randomOptions)

describe('the engine and the oracle agree', () => {
  check(
    '[AN8] [AN9] [AN10] [AN11] [RT2] [CO3] on every part of the result',
    modelAndOptions,
    2000,
    ([model, options]) => {
      const { held, sources, targets, exposures, routes, coverage } = analyse(model, options)
      const { pathsOf: _, ...expected } = askOracle(normalise(model).model, options)
      expect({ held, sources, targets, exposures, routes, coverage }).toEqual(expected)
    },
  )

  check('[AN10] on all loopless paths and their order', modelAndOptions, 2000, ([model, options]) => {
    const normalised = normalise(model)
    const result = analyseCore(normalised, options)
    const examined = makeEngine()(normalised.model, options)
    const { pathsOf } = askOracle(normalised.model, options)
    for (const exposure of result.exposures) {
      const expected = pathsOf(exposure.risk, exposure.target).slice(0, 12)
      const found = morePaths(examined, exposure, 12)
      expect(found.map(({ path, links }) => ({ path, links }))).toEqual(expected)
    }
  })
})

const PLACES = { taken: 2, reached: 1 }
const severityOf = ({ exposures }: CoreResult) =>
  new Map(exposures.map(({ risk, target, kind }) => [`${risk} ${target}`, PLACES[kind]]))

/** Every exposure of `less` is in `more`, no milder. */
function expectNoMilder(more: CoreResult, less: CoreResult) {
  const after = severityOf(more)
  const milder = [...severityOf(less)].filter(([exposure, place]) => (after.get(exposure) ?? 0) < place)
  expect(milder).toEqual([])
}

const newMitigation = randomModel
  .map(({ mitigations }) => mitigations[0])
  .filter((mitigation) => mitigation !== undefined)
const newLink = randomModel.map(({ links }) => links[0]).filter((link) => link !== undefined)
const newRisk = randomModel.map(({ risks }) => risks[0]).filter((risk) => risk !== undefined)

describe('AN14, AN15', () => {
  const shuffled = randomModel.chain((model) =>
    fc
      .tuple(...KINDS.map((kind) => fc.shuffledSubarray([...model[kind]], { minLength: model[kind].length })))
      .map((lists): [Model, Model] => [
        model,
        { ...model, ...Object.fromEntries(KINDS.map((kind, index) => [kind, lists[index]])) },
      ]),
  )
  check(
    '[AN14] the order of records changes nothing, in any part of the result',
    fc.tuple(shuffled, randomOptions),
    2000,
    ([[a, b], options]) => {
      expect(analyseWhole(normalise(b), options)).toEqual(analyseWhole(normalise(a), options))
    },
  )

  check(
    '[AN15] one more counting mitigation never adds an exposure nor worsens one',
    fc.tuple(randomModel, randomOptions, newMitigation),
    800,
    ([model, options, mitigation]) => {
      const more: Mitigation = { ...mitigation, id: 'new', status: 'verified' }
      const counts = options.scenario !== 'inherent' && model.meta.policy.scenario !== 'inherent'
      fc.pre(counts)
      expectNoMilder(analyse(model, options), analyse(withOne(model, 'mitigations', more), options))
    },
  )

  check(
    '[AN15] one more link never removes an exposure nor eases one',
    fc.tuple(randomModel, randomOptions, newLink),
    800,
    ([model, options, link]) => {
      const more: Link = { ...link, id: 'new' }
      expectNoMilder(analyse(withOne(model, 'links', more), options), analyse(model, options))
    },
  )

  check(
    '[AN15] one more live risk never removes an exposure nor eases one',
    fc.tuple(randomModel, randomOptions, newRisk),
    800,
    ([model, options, risk]) => {
      const more: Risk = { ...risk, id: 'new', status: 'open' }
      expectNoMilder(analyse(withOne(model, 'risks', more), options), analyse(model, options))
    },
  )

  check(
    '[AN15] an isolated component and new names change nothing',
    fc.tuple(randomModel, randomOptions, fc.constantFrom('aa', 'zz')),
    800,
    ([model, options, id]) => {
      const renamed = {
        ...model,
        components: model.components.map((component) => ({ ...component, name: `new ${component.id}` })),
        risks: model.risks.map((risk) => ({ ...risk, title: 'new' })),
      }
      const more = modelOf({ components: [{ id, criticality: 'low' }] }).components[0]
      expect(more).toBeDefined()
      const before = analyse(model, options)
      const after = analyse(more === undefined ? renamed : withOne(renamed, 'components', more), options)
      expect({ ...after, counts: { ...after.counts, components: before.counts.components } }).toEqual(before)
    },
  )
})

const withOne = <K extends keyof RecordOf & keyof Model>(
  model: Model,
  kind: K,
  record: RecordOf[K],
): Model => ({
  ...model,
  [kind]: [...model[kind], record],
})
