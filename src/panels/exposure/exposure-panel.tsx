import { Button } from '@mantine/core'
import { lazy, Suspense, useMemo } from 'react'
import { rankedExposures } from '../../commands/exposure.ts'
import { useAnalysis } from '../../state/analysis-store.ts'
import { useBoard } from '../../state/board-store.ts'
import { useSelection } from '../../state/selection-store.ts'
import { EmptyState } from '../../ui/empty-state.tsx'
import { Icon } from '../../ui/icon.tsx'
import { useExposureFilter } from './exposure-filter.ts'
import { ExposureFilters } from './exposure-filters.tsx'
import { ExposureList } from './exposure-list.tsx'
import classes from './exposure-panel.module.css'
import { exposureRows, filterRows, keyOf, sortRows, whyNothing } from './exposure-rows.ts'
import { NothingListed } from './nothing-listed.tsx'

/** Explaining takes the texts of the whole library, so it is loaded when the first exposure is chosen. */
const ChosenExposure = lazy(async () => ({
  default: (await import('./chosen-exposure.tsx')).ChosenExposure,
}))

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
            {chosen !== null && (
              <Suspense>
                <ChosenExposure key={keyOf(chosen)} />
              </Suspense>
            )}
          </div>
        </>
      )}
    </div>
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
