import type { MitigationStatus, Scenario } from '../model/terms.ts'

/** AN1: whether a mitigation of this status counts. */
export const counts = (status: MitigationStatus, scenario: Scenario): boolean =>
  COUNTING[scenario].includes(status)

const COUNTING: Readonly<Record<Scenario, readonly MitigationStatus[]>> = {
  inherent: [],
  assured: ['verified'],
  current: ['verified', 'implemented'],
  target: ['verified', 'implemented', 'planned'],
}
