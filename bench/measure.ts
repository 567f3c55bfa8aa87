import { collectGarbage } from './memory.ts'

const WARM_UP = 5
const RUNS = 31

/** Median milliseconds of one call of `work`, over 31 calls after five that do not count. */
export function medianMs(work: () => unknown): number {
  for (let run = 0; run < WARM_UP; run++) work()
  return median(Array.from({ length: RUNS }, () => timeMs(work)))
}

export function timeMs(work: () => unknown): number {
  const start = performance.now()
  work()
  return performance.now() - start
}

export const median = (times: readonly number[]): number => percentile(times, 50)

/** The smallest of the times that `percent` of them do not go beyond. */
export function percentile(times: readonly number[], percent: number): number {
  const sorted = times.toSorted((a, b) => a - b)
  return sorted[Math.max(0, Math.ceil((percent / 100) * sorted.length) - 1)] ?? Number.NaN
}

export type Timed = Readonly<{ ms: number; runs: number }>

const LEAST_ROUNDS = 5
const MOST_ROUNDS = 51
/** As long as all works may take together, where five rounds are quicker than that. */
const SPAN_MS = 1_500
/** Too slow for five runs: one has to do, and it says so. */
const PATIENCE_MS = 5_000

/** Compilers have to see a work more than once; one that is slow anyhow has had its time. */
const WARM_MS = 1_000

/**
 * Medians of at least five calls of each, after up to five that do not count; in every round each has its turn, so that
 * noise hits all.
 */
export function interleaved(works: readonly (() => unknown)[]): Timed[] {
  const warm = works.map((work) => {
    const begun = performance.now()
    let last = timeMs(work)
    for (let call = 1; call < WARM_UP && performance.now() - begun < WARM_MS; call++) last = timeMs(work)
    return last
  })
  const quick = works.flatMap((work, i) => ((warm[i] as number) <= PATIENCE_MS ? [{ work, i }] : []))
  const round = quick.reduce((sum, { i }) => sum + (warm[i] as number), 0)
  const rounds = Math.min(MOST_ROUNDS, Math.max(LEAST_ROUNDS, Math.ceil(SPAN_MS / round)))
  const times = works.map((): number[] => [])
  for (let left = rounds; left > 0; left--)
    for (const { work, i } of quick) {
      // The garbage of one is not to be collected in another's time.
      collectGarbage()
      times[i]?.push(timeMs(work))
    }
  return times.map((list, i) =>
    list.length === 0 ? { ms: warm[i] as number, runs: 1 } : { ms: median(list), runs: list.length },
  )
}
