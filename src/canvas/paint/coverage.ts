import type { BoardResult } from '../../core/analysis/board-result.ts'
import { findShares, type Share } from '../../core/analysis/coverage-shares.ts'
import type { CoverPaint } from './marks.ts'
import type { Sketch } from './sketch.ts'

/** The worst state at each component, and in each segment with all that lies inside. */
export function drawCoverage(sketch: Sketch, { coverage }: BoardResult): void {
  const shares = findShares(coverage.columns, coverage.model)
  for (const [id, share] of shares.components) Object.assign(sketch.component(id), coverOf(share))
  for (const [id, share] of shares.segments) sketch.segments.set(id, coverOf(share))
}

const coverOf = ({ worst, covered, counted }: Share): CoverPaint => ({ cover: worst, covered, counted })
