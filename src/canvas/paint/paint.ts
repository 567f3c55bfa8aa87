import type { BoardResult } from '../../core/analysis/board-result.ts'
import type { Mode } from '../../state/view-store.ts'
import type { AnalysisState } from '../../state/analysis-store.ts'
import type { CheckState } from '../../state/check-store.ts'
import type { ExposureKey } from '../../state/selection-store.ts'
import type { SpotlightState } from '../../state/spotlight-store.ts'
import { drawOneExposure, drawRisks, drawRoutes } from '../../core/paint/routes.ts'
import { type Ends, Sketch } from '../../core/paint/sketch.ts'
import { drawBlast, drawChokePoints, drawSeparatingSet, drawTrial } from './spotlights.ts'
import type { Paint } from '../../core/paint/marks.ts'

/** What the analysis has answered so far. */
export type Seen = Pick<AnalysisState, 'result' | 'routes' | 'before' | 'chokePoints' | 'separatingSet'>

/** What this person has asked to see. */
export type Asked = Readonly<{
  mode: Mode
  /** Null until it is loaded: nobody looks at coverage before the board is there. */
  drawCoverage: ((sketch: Sketch, result: BoardResult, before: Seen['before']) => void) | null
  shown: ExposureKey | null
  spotlight: SpotlightState
  /** Of the checks, by record. */
  findings: CheckState['marks']
}>

/**
 * What to paint: live risks always. In the mode of exposure, routes, doors and what is held, with what a trial changes about them;
 * of these only one path where `shown` names an exposure that there is, or was before the trial. In the
 * mode of coverage, what has come of the risks instead. What one component would
 * give an attacker takes the place of all that. Choke points, the separating set and findings lie over any of it.
 */
export function paintOf(seen: Seen, links: Ends, asked: Asked): Paint {
  const { mode, drawCoverage, shown, spotlight, findings } = asked
  const sketch = new Sketch(links)
  const { result, before } = seen
  if (result !== null) {
    drawRisks(sketch, result)
    if (spotlight.blast !== null) drawBlast(sketch, spotlight.blast)
    else if (mode === 'coverage') drawCoverage?.(sketch, result, before)
    else if (mode === 'exposure' && !(shown !== null && drawOneExposure(sketch, seen, shown, spotlight))) {
      drawRoutes(sketch, result, seen.routes)
      if (before !== null) drawTrial(sketch, before, seen.routes)
    }
  }
  if (spotlight.chokePoints && seen.chokePoints !== null) drawChokePoints(sketch, seen.chokePoints)
  if (spotlight.separatingSet && seen.separatingSet !== null) drawSeparatingSet(sketch, seen.separatingSet)
  for (const [id, count] of findings)
    (links.has(id) ? sketch.link(id) : sketch.component(id)).findings = count
  return sketch
}
