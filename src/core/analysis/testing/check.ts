import * as fc from 'fast-check'
import { test } from 'vitest'
import { REGRESSIONS } from './regressions.ts'

type Environment = Readonly<Record<string, string | undefined>>

/**
 * Property tests that always try the same values, after those of all seeds that have failed before. For more, or others:
 * `ANALYSIS_RUNS=20 ANALYSIS_SEED=7 npx vitest run src/core/analysis` tries 20 times as many.
 */
export const checkIn =
  ({ ANALYSIS_RUNS = '1', ANALYSIS_SEED = '20261123' }: Environment) =>
  <T>(
    name: string,
    arbitrary: fc.Arbitrary<T>,
    runs: number,
    holds: (value: T) => void | Promise<void>,
  ): void => {
    const factor = Number(ANALYSIS_RUNS)
    test(name, { timeout: 60_000 * Math.max(1, factor) }, async () => {
      const property = fc.asyncProperty(arbitrary, async (value) => holds(value))
      for (const seed of REGRESSIONS[name] ?? []) await fc.assert(property, { seed, numRuns: runs })
      await fc.assert(property, { seed: Number(ANALYSIS_SEED), numRuns: runs * factor })
    })
  }
