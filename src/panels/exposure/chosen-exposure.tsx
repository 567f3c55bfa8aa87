import { Button } from '@mantine/core'
import { useMemo, useState } from 'react'
import { focusExposure } from '../../commands/exposure.ts'
import { execute } from '../../commands/execute.ts'
import { explainExposure } from '../../core/analysis/explain.ts'
import type { Explanation } from '../../core/analysis/explanation.ts'
import { useAnalysis } from '../../state/analysis-store.ts'
import { useBoard } from '../../state/board-store.ts'
import { useSelection } from '../../state/selection-store.ts'
import { EmptyState } from '../../ui/empty-state.tsx'
import { ExposureExplanation } from './exposure-explanation.tsx'
import classes from './exposure-panel.module.css'

/** Why the chosen exposure is there, or that it is gone. */
export function ChosenExposure() {
  const chosen = useSelection((selection) => selection.exposure)
  const board = useBoard()
  const result = useAnalysis((analysis) => analysis.result)
  const running = useAnalysis((analysis) => analysis.running)
  const explanation = useMemo(
    () => (chosen === null || result === null ? null : explainExposure(board, result, chosen)),
    [board, result, chosen],
  )
  // Between an edit and its answer the old explanation stays, so that nothing flickers.
  const [last, setLast] = useState<Explanation | null>(null)
  if (explanation !== null && explanation !== last) setLast(explanation)
  const shown = explanation ?? (running ? last : null)
  if (shown !== null) return <ExposureExplanation explanation={shown} />
  return (
    <section className={classes.explanation} aria-label="Why it is exposed">
      <EmptyState icon="check" title="This exposure is gone">
        <p>The way that was shown no longer leads to its target.</p>
        <Button size="compact-sm" variant="default" onClick={() => execute(focusExposure, null)}>
          Show all exposures
        </Button>
      </EmptyState>
    </section>
  )
}
