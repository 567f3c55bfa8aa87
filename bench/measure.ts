const WARM_UP = 5
const RUNS = 31

/** Median milliseconds of one call of `work`, over 31 calls after five that do not count. */
export function medianMs(work: () => unknown): number {
  for (let run = 0; run < WARM_UP; run++) work()
  const times = Array.from({ length: RUNS }, () => {
    const start = performance.now()
    work()
    return performance.now() - start
  }).toSorted((a, b) => a - b)
  return times[Math.floor(RUNS / 2)] ?? Number.NaN
}
