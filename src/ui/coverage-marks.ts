import type { COVERAGE_WORDS } from './record-words.ts'
import type { IconName } from './icon.tsx'

/** How a state of coverage is told without its colour; its pattern is in coverage-mark.module.css, by its name. */
export type CoverageMark = Readonly<{ icon: IconName; letter: string }>

export type MarkedState = keyof typeof COVERAGE_WORDS

/** From best to worst. */
export const COVERAGE_MARKS: Readonly<Record<MarkedState, CoverageMark>> = {
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
