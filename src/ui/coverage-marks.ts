import type { CoverageState } from '../core/analysis/result.ts'
import type { IconName } from './icon.tsx'

/** How a state of coverage is told without its colour; its pattern is in coverage-mark.module.css, by its name. */
export type CoverageMark = Readonly<{ icon: IconName; letter: string }>

/** From best to worst. */
export const COVERAGE_MARKS: Readonly<Record<CoverageState, CoverageMark>> = {
  closed: { icon: 'close', letter: 'X' },
  'not-applicable': { icon: 'hand', letter: 'N' },
  verified: { icon: 'mitigation', letter: 'V' },
  removed: { icon: 'check', letter: 'R' },
  contained: { icon: 'group', letter: 'C' },
  accepted: { icon: 'accepted', letter: 'A' },
  partial: { icon: 'coverage', letter: '½' },
  planned: { icon: 'plan', letter: 'P' },
  proposed: { icon: 'question', letter: '?' },
  uncovered: { icon: 'risk', letter: 'U' },
}
