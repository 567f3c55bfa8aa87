import type { BoardResult } from '../../core/analysis/board-result.ts'
import { findShares, type Share } from '../../core/analysis/coverage-shares.ts'
import type { AnalysisState } from '../../state/analysis-store.ts'
import { movedDayOf } from '../../state/moved-day.ts'
import type { CoverPaint } from '../../core/paint/marks.ts'
import type { Sketch } from '../../core/paint/sketch.ts'

/** The worst state at each component, and in each segment with all that lies inside. `before`: the board as it stands. */
export function drawCoverage(sketch: Sketch, result: BoardResult, before: AnalysisState['before']): void {
  const { coverage } = result
  const asPlanned = movedDayOf({ result, before }) !== null
  const coverOf = ({ worst, covered, counted }: Share): CoverPaint => ({
    cover: worst,
    covered,
    counted,
    asPlanned,
  })
  const shares = findShares(coverage.columns, coverage.model)
  for (const [id, share] of shares.components) Object.assign(sketch.component(id), coverOf(share))
  for (const [id, share] of shares.segments) sketch.segments.set(id, coverOf(share))
}
