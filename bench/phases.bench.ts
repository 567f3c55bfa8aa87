import { normalise } from '../src/core/model/normalise.ts'
import type { Model } from '../src/core/model/records.ts'
import type { AccessPolicy } from '../src/core/model/terms.ts'
import { arcCountOf, compiledOf, type Phase, PHASES, workOn } from './engine.ts'
import { interleaved, type Timed } from './measure.ts'
import { heapOf, typedArrayBytes } from './memory.ts'
import { bar, inMs, inRuns, inThousands, note, table, title } from './report.ts'

const LARGE = 100_000
const CHOKE_BARS = new Map([
  [2_000, 500],
  [10_000, 5_000],
])
/** Choke counts and plans grow faster than the network; beyond these sizes nobody waits for them. */
const MOST_COMPONENTS = { first: Infinity, rest: Infinity, 'choke counts': 10_000, plan: 2_000 } as const

/** Every phase of the engine by itself, each on what the phases before it have left. */
export function benchPhases(size: number, access: AccessPolicy, drawn: Model): void {
  title(`phases, ${inThousands(size)} components, access by ${access}; medians of 5 or more`)
  const { model } = normalise(drawn)
  const work = workOn(model)
  const phases = PHASES.filter(({ tier }) => size <= MOST_COMPONENTS[tier])
  const [repair, ...times] = interleaved([
    () => normalise(drawn),
    ...phases.map(
      ({ run }) =>
        () =>
          run(work),
    ),
  ]) as [Timed, ...Timed[]]
  table([
    ['normalise', inRuns(repair)],
    ...phases.map(({ name }, i) => [name, inRuns(times[i] as Timed)] as const),
  ])
  const total = (tiers: readonly Phase['tier'][]) =>
    phases.reduce((sum, { tier }, i) => sum + (tiers.includes(tier) ? (times[i] as Timed).ms : 0), 0)
  note(
    `first tier ${inMs(total(['first']))}, all but choke counts and plan ${inMs(total(['first', 'rest']))}`,
  )
  if (size >= LARGE)
    bar({ what: 'all but choke counts and plan', figure: total(['first', 'rest']), unit: 'ms', most: 1_000 })
  const most = CHOKE_BARS.get(size)
  if (most !== undefined)
    bar({ what: 'choke counts, exact', figure: total(['choke counts']), unit: 'ms', most })
}

/** What is kept of a model, beside its records. */
export function benchMemory(size: number, drawn: Model): void {
  title(`memory, ${inThousands(size)} components, in bytes for each arc, the records themselves left out`)
  const { model } = normalise(drawn)
  compiledOf(model) // What the machine learns by doing it is none of the model's.
  const { used, result } = heapOf(() => compiledOf(model))
  const arcs = arcCountOf(result)
  const most = 40
  bar({
    what: 'typed arrays of the compiled model',
    figure: typedArrayBytes(result) / arcs,
    unit: 'bytes',
    most,
  })
  bar({ what: 'all of it, on the heap and in buffers', figure: used / arcs, unit: 'bytes', most })
  const whole = heapOf(() => workOn(model))
  note(`with the standing, all exposures and their paths: ${(whole.used / arcs).toFixed(1)} bytes`)
}
