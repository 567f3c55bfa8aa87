import { runChecks } from '../src/core/analysis/checks/run-checks.ts'
import { normalise } from '../src/core/model/normalise.ts'
import { medianMs } from './measure.ts'
import { bar, inThousands, note, title } from './report.ts'
import { operatorNetwork } from './operator-network.ts'

const DATE = '2026-11-23'
const SIZE = 10_000

/** All 24 rules over one large network; the exposures that one of them reports are the engine's own, and not counted here. */
export function benchChecks(size: number | null): void {
  const components = size ?? SIZE
  const { model } = normalise(operatorNetwork(components))
  title(`checks, ${inThousands(components)} components, ${inThousands(model.links.length)} links`)
  const { findings } = runChecks(model, { date: DATE })
  note(
    `${inThousands(findings.length)} findings of ${new Set(findings.map(({ check }) => check)).size} rules`,
  )
  const ms = medianMs(() => runChecks(model, { date: DATE }))
  bar({ what: 'all checks', figure: ms, unit: 'ms', most: 100 })
}
