import type { Normalised } from '../model/normalise.ts'
import { type Compiled, makeCompiler } from './compile.ts'
import { countingCredit } from './credit.ts'
import { type Standing, standingUnder } from './held.ts'
import { nameOutcome, nameRoutes } from './name-outcome.ts'
import { type Assessed, assess } from './outcome.ts'
import type { AnalyseOptions, CoreResult, Routes } from './result.ts'
import { findRoutes } from './routes.ts'

/**
 * Who is exposed to what, on which routes, how badly, and what is covered (AN1–AN11, RT, CO). Pure, and total but for what
 * is `TooLarge`. `date` must be a calendar day `YYYY-MM-DD`.
 */
export function analyseCore(
  normalised: Normalised,
  options: AnalyseOptions,
): CoreResult & Readonly<{ routes: Routes }> {
  const { compiled, standing, sources, outcome } = makeEngine()(normalised.model, options)
  const routes = nameRoutes(findRoutes(sources, standing, compiled), normalised)
  return { ...nameOutcome(outcome, normalised), routes }
}

/** The first tier, together with what the others go on from. */
export type Examined = Readonly<{ compiled: Compiled; standing: Standing }> & Assessed

/**
 * Examines models one after another, the better the less has changed since the last one. Throws `TooLarge`, and goes on with
 * the next model.
 */
export function makeEngine(
  mostExposures?: number,
): (model: Normalised['model'], options: AnalyseOptions) => Examined {
  const compile = makeCompiler()
  return (model, options) => {
    const compiled = compile(model, options)
    const standing = standingUnder(countingCredit(compiled), compiled)
    return { compiled, standing, ...assess(standing, compiled, mostExposures) }
  }
}
