import { Button } from '@mantine/core'
import { useMemo, useState } from 'react'
import { focusExposure, rankedExposures } from '../../commands/exposure.ts'
import { execute } from '../../commands/execute.ts'
import { explainExposure } from '../../core/analysis/explain.ts'
import type { Explanation } from '../../core/analysis/explanation.ts'
import { useAnalysis } from '../../state/analysis-store.ts'
import { useBoard } from '../../state/board-store.ts'
import { useSelection } from '../../state/selection-store.ts'
import { EmptyState } from '../../ui/empty-state.tsx'
import { Icon } from '../../ui/icon.tsx'
import { ExposureExplanation } from './exposure-explanation.tsx'
import { useExposureFilter } from './exposure-filter.ts'
import { ExposureFilters } from './exposure-filters.tsx'
import { ExposureList } from './exposure-list.tsx'
import classes from './exposure-panel.module.css'
import { exposureRows, filterRows, keyOf, sortRows, whyNothing } from './exposure-rows.ts'
import { NothingListed } from './nothing-listed.tsx'

/** Where recorded risks lead: the list of exposures, and beside it why the chosen one is there and what would end it. */
export function ExposurePanel() {
  const result = useAnalysis((analysis) => analysis.result)
  const model = useBoard((board) => board.model)
  const filter = useExposureFilter()
  const all = useMemo(
    () => (result === null ? [] : exposureRows(model, rankedExposures(result))),
    [model, result],
  )
  const rows = useMemo(() => sortRows(filterRows(all, filter), filter.sorting), [all, filter])
  const chosen = useSelection((selection) => selection.exposure)
  const nothing = result === null ? null : whyNothing(model, result)

  return (
    <div className={classes.panel}>
      <AnalysisTrouble />
      {result === null ? (
        <Waiting />
      ) : nothing !== null && chosen === null ? (
        <NothingListed why={nothing} risks={model.risks.length} scenario={result.policy.scenario} />
      ) : (
        <>
          <ExposureFilters all={all} shown={rows.length} />
          <div className={classes.split}>
            {rows.length === 0 ? (
              <EmptyState
                icon="search"
                title={all.length === 0 ? 'Nothing is exposed any more' : 'No exposure matches the filter'}
              />
            ) : (
              <ExposureList rows={rows} />
            )}
            {chosen !== null && <Chosen key={keyOf(chosen)} />}
          </div>
        </>
      )}
    </div>
  )
}

function Chosen() {
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

function Waiting() {
  const failed = useAnalysis((analysis) => analysis.failed)
  if (failed !== null) return null
  return <EmptyState icon="exposure" title="Analysing the board…" />
}

/** Says that the analysis failed, and that what is shown is from before. */
function AnalysisTrouble() {
  const { failed, result, retry } = useAnalysis()
  if (failed === null) return null
  return (
    // The status bar says it aloud.
    <div className={classes.trouble}>
      <Icon name="warning" size={16} />
      <span>
        <strong>The analysis failed.</strong>{' '}
        {result === null ? '' : 'What is listed here is from before the last change. '}
        <span className={classes.reason}>{failed}</span>
      </span>
      <Button size="compact-sm" variant="default" onClick={retry}>
        Try again
      </Button>
    </div>
  )
}
