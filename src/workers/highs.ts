import type { Solver } from '../core/analysis/plan-proof.ts'

/**
 * Loads HiGHS (Huangfu and Hall, Parallelizing the dual revised simplex method, Mathematical Programming Computation
 * 2018), 3.5 MB of WebAssembly. It solves on this thread, and stops in time with the best that it has.
 */
export async function loadSolver(): Promise<Solver> {
  const { default: loadHighs } = await import('highs')
  const highs = await loadHighs()
  return (program, seconds) => {
    const { starts, indices, values, ...rest } = program
    const { numRows, numCols } = program
    const data = { ...rest, matrix: { format: 'csr', numRows, numCols, starts, indices, values } } as const
    return highs.withModel(data, async (model) => {
      // Costs are whole numbers: a gap below one is none.
      model.options.set({ output_flag: false, time_limit: seconds, mip_rel_gap: 0, mip_abs_gap: 0.5 })
      model.run()
      const { feasible } = highs.constants.solutionStatus
      const hasSolution = model.info.get('primal_solution_status') === feasible
      return {
        values: hasSolution ? model.getSolution().colValue : null,
        bound: Number(model.info.get('mip_dual_bound')),
      }
    })
  }
}

/** The same, loaded only when there is something to solve. */
export const solveByHighs: Solver = async (program, seconds) => (await loadSolver())(program, seconds)
