import { normalise } from '../src/core/model/normalise.ts'
import { makeCompiler } from '../src/core/analysis/compile.ts'
import { patchModel } from '../src/core/model/patch.ts'
import type { Model } from '../src/core/model/records.ts'
import { editsOf } from './edits.ts'
import { PHASES, type Work } from './engine.ts'
import { median, percentile } from './measure.ts'
import { bar, inMs, inThousands, note, table, title } from './report.ts'

const EDITS = 48
const WARM_UP = 8
const BARS = new Map([
  [2_000, { first: 16, rest: 60 }],
  [10_000, { first: 16, rest: 500 }],
])

/** One edit after the other, each answered in tiers as the worker does. */
export function benchEdits(size: number, drawn: Model): void {
  title(`edits, ${inThousands(size)} components: ${EDITS} of mixed kinds, from the patch on`)
  const { model } = normalise(drawn)
  const compile = makeCompiler()
  let kept = model
  const times = editsOf(model, WARM_UP + EDITS).map((patch) => {
    const start = performance.now()
    kept = patchModel(kept, patch)
    return answer(kept, compile, start)
  })
  const tiers = ['patched', 'first', 'rest'] as const
  const measured = times.slice(WARM_UP)
  const of = (tier: (typeof tiers)[number]) => measured.map((time) => time[tier])
  table([
    ['', 'median', '95th of 100'],
    ...tiers.map((tier) => [NAMES[tier], inMs(median(of(tier))), inMs(percentile(of(tier), 95))] as const),
  ])
  const bars = BARS.get(size)
  if (bars === undefined) return
  note('at the 95th percentile:')
  bar({ what: 'first tier', figure: percentile(of('first'), 95), unit: 'ms', most: bars.first })
  bar({ what: NAMES.rest, figure: percentile(of('rest'), 95), unit: 'ms', most: bars.rest })
}

const NAMES = {
  patched: 'patched',
  first: 'first tier',
  rest: 'all but choke counts and plan',
} as const

/** Milliseconds from the patch until each tier is there. What comes is normalised already, where the board is kept. */
function answer(model: Model, compile: ReturnType<typeof makeCompiler>, start: number) {
  const patched = performance.now() - start
  const work = { model, compile } as Work
  for (const { tier, run } of PHASES) if (tier === 'first') run(work)
  const first = performance.now() - start
  for (const { tier, run } of PHASES) if (tier === 'rest') run(work)
  return { patched, first, rest: performance.now() - start }
}
