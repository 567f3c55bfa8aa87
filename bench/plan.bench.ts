import { makeEngine } from '../src/core/analysis/analyse.ts'
import { countingCredit } from '../src/core/analysis/credit.ts'
import { type PlanTask, posePlan } from '../src/core/analysis/plan.ts'
import { provenPlan, type Solver } from '../src/core/analysis/plan-proof.ts'
import { normalise } from '../src/core/model/normalise.ts'
import { loadSolver } from '../src/workers/highs.ts'
import { median, timeMs } from './measure.ts'
import { operatorNetwork } from './operator-network.ts'
import { bar, inMs, inThousands, note, table, title } from './report.ts'

const SIZES = [500, 1_000, 5_000]
const NETWORKS = 7
const RUNS = 5
const BAR_SIZE = 5_000

/** Plans with their bound, and the proof by HiGHS even where the quick plan is proven already. */
export async function benchPlans(): Promise<void> {
  const solve = await loadSolver()
  for (const size of SIZES) {
    title(`plans, ${inThousands(size)} components: ${NETWORKS} networks, medians of ${RUNS} each`)
    const plans: Awaited<ReturnType<typeof planOf>>[] = []
    for (let seed = 1; seed <= NETWORKS; seed++) plans.push(await planOf(size, seed, solve))
    const of = (figure: 'quick' | 'proof') => plans.map((plan) => plan[figure])
    table([
      ['', 'median', 'slowest'],
      ['plan with bound', inMs(median(of('quick'))), inMs(Math.max(...of('quick')))],
      ['proof', inMs(median(of('proof'))), inMs(Math.max(...of('proof')))],
    ])
    note(
      `proven minimal: ${plans.filter(({ proven }) => proven).length} of ${NETWORKS}, ` +
        `${plans.filter(({ alone }) => alone).length} of them by the bound alone`,
    )
    if (size !== BAR_SIZE) continue
    bar({ what: 'plan with bound', figure: Math.max(...of('quick')), unit: 'ms', most: 150 })
    bar({ what: 'with proof', figure: Math.max(...of('proof')), unit: 'ms', most: 2_000 })
  }
}

async function planOf(size: number, seed: number, solve: Solver) {
  const { model } = normalise(operatorNetwork(size, { seed }))
  const { compiled } = makeEngine()(model, { date: '2026-11-23' })
  const pose = () => posePlan(countingCredit(compiled), compiled)
  const quick = median(Array.from({ length: RUNS }, () => timeMs(pose)))
  const task = pose()
  const start = performance.now()
  const { minimal } = await provenPlan(unproven(task), solve)
  return {
    quick,
    proof: quick + performance.now() - start,
    alone: task.cut.bound >= task.cut.weight,
    proven: minimal,
  }
}

/** The same task with its bound taken away, so that the solver has to be asked. */
const unproven = (task: PlanTask): PlanTask => ({ ...task, cut: { ...task.cut, bound: -Infinity } })
