import type { AttackPath } from '../core/analysis/more-paths.ts'
import type { CoreResult, Exposure } from '../core/analysis/result.ts'
import type { ExposureKey } from './selection-store.ts'

/** The exposure of that name, undefined where the result has none. */
export const exposureIn = (result: CoreResult | null, key: ExposureKey | null): Exposure | undefined =>
  key === null
    ? undefined
    : result?.exposures.find(({ risk, target }) => risk === key.risk && target === key.target)

/** Whether two paths go over the same links from the same component. */
export const isSamePath = (a: AttackPath, b: AttackPath): boolean =>
  a.source === b.source &&
  a.links.length === b.links.length &&
  a.links.every((link, hop) => link === b.links[hop])
