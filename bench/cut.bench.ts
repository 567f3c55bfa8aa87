import type { AccessPolicy } from '../src/core/model/terms.ts'
import { cutProblemOf, separate, type Work } from './engine.ts'
import { interleaved, type Timed } from './measure.ts'
import { bar, inRuns, inThousands, inTimes, note, table, title } from './report.ts'
import { leastLinks, linkNetwork } from './rivals/least-links.ts'

const LARGE = 100_000

/** The separating set against a bare search for the same minimum cut, which must name the same links. */
export function benchCut(size: number, access: AccessPolicy, work: Work): void {
  title(`separating set, ${inThousands(size)} components, access by ${access}`)
  const problem = cutProblemOf(work)
  const expected = leastLinks(problem, linkNetwork(problem))
  const found = separate(work)
  if (expected.count !== found.length || expected.cut.join() !== found.join())
    throw new Error(`the engine cuts ${found.length} links, its rival ${expected.count}, or not the same`)
  note(`${inThousands(found.length)} links, the same ones; medians of 5 or more, times the engine's`)
  const [engine, rival, networkOnly] = interleaved([
    () => separate(work),
    () => leastLinks(problem, linkNetwork(problem)),
    () => linkNetwork(problem),
  ]) as [Timed, Timed, Timed]
  table([
    ['engine', inRuns(engine), inTimes(1)],
    ['Boykov–Kolmogorov, network and cut', inRuns(rival), inTimes(rival.ms / engine.ms)],
    ['  of this the network', inRuns(networkOnly), inTimes(networkOnly.ms / engine.ms)],
  ])
  if (size >= LARGE)
    bar({ what: 'slower than Boykov–Kolmogorov', figure: engine.ms / rival.ms, unit: '×', most: 2 })
}
