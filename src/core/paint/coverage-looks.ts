import type { CoverageState } from '../analysis/result.ts'

/** How a state of coverage is told without its colour, and what it is called. */
export type CoverageLook = Readonly<{ icon: string; letter: string; label: string }>

export const COVERAGE_LOOKS: Readonly<Record<CoverageState, CoverageLook>> = {
  closed: { icon: 'close', letter: 'X', label: 'Closed' },
  'not-applicable': { icon: 'hand', letter: 'N', label: 'Not applicable' },
  verified: { icon: 'mitigation', letter: 'V', label: 'Removed, verified' },
  removed: { icon: 'check', letter: 'R', label: 'Removed' },
  contained: { icon: 'group', letter: 'C', label: 'Contained' },
  accepted: { icon: 'accepted', letter: 'A', label: 'Accepted' },
  partial: { icon: 'coverage', letter: '½', label: 'Partly treated' },
  planned: { icon: 'plan', letter: 'P', label: 'Planned' },
  proposed: { icon: 'question', letter: '?', label: 'Proposed' },
  uncovered: { icon: 'risk', letter: 'U', label: 'Uncovered' },
}
