import { Suspense, useDeferredValue, useMemo } from 'react'
import { rankedExposures } from '../../commands/exposure.ts'
import { isAboutBoard } from '../../state/about-board.ts'
import { useAnalysis } from '../../state/analysis-store.ts'
import { useBoard } from '../../state/board-store.ts'
import { useSelection } from '../../state/selection-store.ts'
import { EmptyState } from '../../ui/empty-state.tsx'
import { Trouble } from '../../ui/trouble.tsx'
import { ExposureBar } from './exposure-bar.tsx'
import { filterRows } from './exposure-filter.ts'
import { groupRows, itemsOf } from './exposure-groups.ts'
import { ExposureList } from './exposure-list.tsx'
import { late } from '../../ui/late.ts'
import classes from './exposure-panel.module.css'
import { exposureRows, keyOf, sortRows, whyNothing } from './exposure-rows.ts'
import { useExposureView } from './exposure-view.ts'

/** Explaining takes the texts of the whole library, so it is loaded when the first exposure is chosen. */
const ChosenExposure = late(async () => ({
  default: (await import('./chosen-exposure.tsx')).ChosenExposure,
}))
const NothingListed = late(async () => ({ default: (await import('./nothing-listed.tsx')).NothingListed }))
const NoRow = late(async () => ({ default: (await import('./nothing-listed.tsx')).NoRow }))

/** Where recorded risks lead: the list of exposures, and beside it why the chosen one is there and what would end it. */
export function ExposurePanel() {
  const { result, model } = useNewest()
  const { filter, sorting, grouping, closed } = useExposureView()
  const all = useMemo(
    () => (result === null ? [] : exposureRows(model, rankedExposures(result))),
    [model, result],
  )
  const rows = useMemo(() => sortRows(filterRows(all, filter), sorting), [all, filter, sorting])
  const groups = useMemo(() => (grouping === 'none' ? null : groupRows(rows, grouping)), [rows, grouping])
  const items = useMemo(() => itemsOf(rows, groups, closed), [rows, groups, closed])
  const chosen = useSelection((selection) => selection.exposure)
  const nothing = result === null ? null : whyNothing(model, result)

  return (
    <div className={classes.panel}>
      <AnalysisTrouble />
      {result === null || !isAboutBoard(result, model) ? (
        <Waiting />
      ) : nothing !== null && chosen === null ? (
        <Suspense>
          <NothingListed why={nothing} risks={model.risks.length} scenario={result.policy.scenario} />
        </Suspense>
      ) : (
        <div className={classes.split}>
          <div className={classes.listing}>
            <ExposureBar all={all} shown={rows.length} groups={groups} />
            {rows.length === 0 ? (
              <Suspense>
                <NoRow isFiltered={all.length > 0} />
              </Suspense>
            ) : (
              <ExposureList items={items} rows={rows} grouping={grouping} />
            )}
          </div>
          {chosen !== null && (
            <Suspense>
              <ChosenExposure key={keyOf(chosen)} />
            </Suspense>
          )}
        </div>
      )}
    </div>
  )
}

/** The newest answer and the board that it may be about. Thousands of rows are listed without keeping anybody waiting. */
function useNewest() {
  const result = useAnalysis((analysis) => analysis.result)
  const model = useBoard((board) => board.model)
  return useDeferredValue(useMemo(() => ({ result, model }), [result, model]))
}

function Waiting() {
  const failed = useAnalysis((analysis) => analysis.failed)
  if (failed !== null) return null
  return <EmptyState icon="exposure" title="Analysing the board…" />
}

/** Says that the analysis failed, and what that leaves. */
function AnalysisTrouble() {
  const { failed, result, retry } = useAnalysis()
  if (failed === null) return null
  return (
    // The status bar says it aloud.
    <Trouble
      title="The analysis failed."
      left={result === null ? '' : 'The list is up to date; routes, choke points or what-if are missing.'}
      reason={failed}
      onRetry={retry}
    />
  )
}
