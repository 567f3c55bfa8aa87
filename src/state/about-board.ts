import type { CoreResult } from '../core/analysis/result.ts'
import type { Model } from '../core/model/records.ts'

/** Whether a result speaks of the records: the first one may be of the board before they came, which was exposed to nothing. */
export const isAboutBoard = ({ counts }: CoreResult, { components }: Model): boolean =>
  counts.components > 0 || components.length === 0
