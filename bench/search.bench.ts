import type { AccessPolicy } from '../src/core/model/terms.ts'
import { checkAnswers } from './agree.ts'
import { engineSearcher, searchProblemOf, type Work } from './engine.ts'
import { interleaved, type Timed, timeMs } from './measure.ts'
import { bar, inMs, inRuns, inThousands, inTimes, note, table, title } from './report.ts'
import { effectGraph, effectSearcher } from './rivals/effect.ts'
import { graphologyGraph, shortestPathSearcher, traversalSearcher } from './rivals/graphology.ts'
import { plainGraph, plainSearcher } from './rivals/plain.ts'
import type { Searcher, SearchProblem } from './rivals/problem.ts'

/** The bars are set for networks of this size. */
const LARGE = 100_000

/** Of so many sets of sources, rivals that are much too slow search only these few in large networks, and count in full. */
const FEW_SETS = 5

type Entry = Readonly<{ searcher: Searcher; problem: SearchProblem; scale: number }>

/** Held set and exposures by the engine and its rivals, who must agree before anything is measured. */
export function benchSearch(size: number, access: AccessPolicy, work: Work): void {
  const problem = searchProblemOf(work)
  const { tail, sets, targets } = problem
  title(
    `search, ${inThousands(size)} components, access by ${access}: ${inThousands(tail.length)} steps, ` +
      `${sets.length} sets of sources, ${inThousands(targets.length)} targets`,
  )
  const entries = buildSearchers(work, problem, size >= LARGE)
  checkAnswers(
    entries.map(({ searcher, problem }) => ({ name: searcher.name, problem, answer: searcher.search()() })),
  )
  note(
    'all agree on what is held, taken and reached and in how many hops, and every path leads to its target',
  )
  note(
    "held set, and for each set of sources all exposures with a path each; medians of 5 or more, times the engine's:",
  )
  const times = interleaved(entries.map(({ searcher }) => searcher.search))
  const scaled = times.map(({ ms, runs }, i): Timed => ({ ms: ms * (entries[i]?.scale ?? 1), runs }))
  const [engine, floor, effect, ...graphologies] = scaled.map(({ ms }) => ms) as [number, number, number]
  table(
    entries.map(({ searcher, scale }, i) => {
      const time = scaled[i] as Timed
      const remark = scale === 1 ? '' : `, ${FEW_SETS} sets scaled up to ${sets.length}`
      return [searcher.name + remark, inRuns(time), inTimes(time.ms / engine)]
    }),
  )
  if (size < LARGE) return
  bar({ what: 'faster than graphology', figure: Math.min(...graphologies) / engine, unit: '×', least: 50 })
  bar({ what: 'faster than effect', figure: effect / engine, unit: '×', least: 1.5 })
  bar({ what: 'slower than the floor', figure: engine / floor, unit: '×', most: 2 })
}

/** The engine, the floor, effect and graphology in its two ways. Says what it took to build their graphs, once. */
function buildSearchers(work: Work, problem: SearchProblem, isLarge: boolean): Entry[] {
  const timed = <T>(build: () => T): readonly [T, string] => {
    let built: T | undefined
    const ms = timeMs(() => (built = build()))
    return [built as T, inMs(ms)]
  }
  const [rows, plainTime] = timed(() => plainGraph(problem))
  const [effects, effectTime] = timed(() => effectGraph(problem))
  const [graph, graphologyTime] = timed(() => graphologyGraph(problem))
  note(
    `nobody's graph is built while it is measured; building took, once: plain ${plainTime}, ` +
      `effect ${effectTime}, graphology ${graphologyTime} (the engine's: see compile)`,
  )
  const whole = (searcher: Searcher): Entry => ({ searcher, problem, scale: 1 })
  const few = isLarge ? { ...problem, sets: problem.sets.slice(0, FEW_SETS) } : problem
  // One search more than there are sets: that for what is held.
  const scale = (problem.sets.length + 1) / (few.sets.length + 1)
  return [
    whole(engineSearcher(work, problem)),
    whole(plainSearcher(problem, rows)),
    whole(effectSearcher(problem, effects)),
    { searcher: traversalSearcher(few, graph), problem: few, scale },
    { searcher: shortestPathSearcher(few, graph), problem: few, scale },
  ]
}
