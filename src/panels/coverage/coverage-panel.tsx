import { useMemo, useState } from 'react'
import { makeMatrix, type MatrixOf } from '../../core/analysis/coverage-matrix.ts'
import { COVERAGE_STATES } from '../../core/analysis/coverage.ts'
import { useAnalysis } from '../../state/analysis-store.ts'
import { asPlannedOn, onDay } from '../../state/day-words.ts'
import { movedDayOf, todayOf } from '../../state/moved-day.ts'
import { setView, useView } from '../../state/view-store.ts'
import { CoverageMark } from '../../ui/coverage-mark.tsx'
import { EmptyState } from '../../ui/empty-state.tsx'
import { COVERAGE_WORDS } from '../../ui/record-words.ts'
import { Switch } from '../../ui/switch.tsx'
import { BurnDown } from './burn-down.tsx'
import css from './coverage.module.css'
import { MatrixGrid } from './matrix-grid.tsx'
import type { Order, RowGrouping } from './matrix-order.ts'

const MATRICES: Readonly<Record<MatrixOf, string>> = {
  'components-risks': 'Components × risks',
  'vendors-categories': 'Vendors × risk categories',
  'segments-mitigations': 'Segments × mitigations',
}
const ORDERS: Readonly<Record<Order, string>> = { worst: 'Worst', share: 'Least covered', name: 'Name' }
const GROUPINGS: Readonly<Record<RowGrouping, string>> = {
  none: 'None',
  segment: 'Segment',
  vendor: 'Vendor',
}

/** What has come of every risk at every component (CO1–CO7), in three matrices. */
export function CoveragePanel() {
  const today = useAnalysis(todayOf) ?? ''
  const day = useAnalysis(movedDayOf)
  const byDate = useView((view) => view.byDate)
  const coverage = useAnalysis((analysis) => analysis.result?.coverage ?? null)
  const [of, setOf] = useState<MatrixOf>('components-risks')
  const [order, setOrder] = useState<Order>('worst')
  const [grouping, setGrouping] = useState<RowGrouping>('none')
  const matrix = useMemo(
    () => (coverage === null ? null : makeMatrix(of, coverage.columns, coverage.model)),
    [coverage, of],
  )
  if (coverage === null || matrix === null) return <EmptyState icon="coverage" title="Analysing the board…" />
  const { covered, counted } = matrix.total
  return (
    <div className={css.panel}>
      <div className={css.bar}>
        {!byDate && <Choice label="Matrix" value={of} choices={MATRICES} onChoose={setOf} />}
        {!byDate && <Choice label="Sort" value={order} choices={ORDERS} onChoose={setOrder} />}
        {!byDate && of === 'components-risks' && (
          <Choice label="Group" value={grouping} choices={GROUPINGS} onChoose={setGrouping} />
        )}
        <Switch on={byDate} onSwitch={() => setView({ byDate: !byDate })}>
          By date
        </Switch>
        <span className={css.total}>
          {onDay(counted === 0 ? 'Nothing to cover' : `${covered} of ${counted} covered`, day)}
        </span>
      </div>
      {!byDate && of === 'segments-mitigations' && (
        <p className={css.hint}>
          A column speaks of the risks that its mitigation names, where it covers. Totals have all risks, also
          those that no mitigation names.
        </p>
      )}
      {byDate ? (
        <BurnDown model={coverage.model} today={today} />
      ) : matrix.rows.length === 0 || matrix.columns.length === 0 ? (
        <EmptyState icon="coverage" title="Nothing to set against each other yet" />
      ) : (
        <MatrixGrid
          key={of}
          of={of}
          label={onDay(MATRICES[of], day)}
          day={day}
          matrix={matrix}
          model={coverage.model}
          order={order}
          grouping={grouping}
        />
      )}
      {!byDate && <CoverageLegend day={day} />}
    </div>
  )
}

function CoverageLegend({ day }: { day: string | null }) {
  return (
    <ul
      className={css.legend}
      aria-label={onDay('States, from best to worst', day)}
      // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- it is scrolled by keys, too
      tabIndex={0}
    >
      {day !== null && <li className={css.planned}>{asPlannedOn(day)}:</li>}
      {COVERAGE_STATES.map((state) => (
        <li key={state} title={COVERAGE_WORDS[state].means}>
          <CoverageMark state={state} />
          {COVERAGE_WORDS[state].label}
        </li>
      ))}
    </ul>
  )
}

function Choice<T extends string>(props: {
  label: string
  value: T
  choices: Readonly<Record<T, string>>
  onChoose: (value: T) => void
}) {
  const { label, value, choices, onChoose } = props
  return (
    <label className={css.choice}>
      {label}
      <select value={value} onChange={(event) => onChoose(event.target.value as T)}>
        {(Object.entries(choices) as [T, string][]).map(([key, words]) => (
          <option key={key} value={key}>
            {words}
          </option>
        ))}
      </select>
    </label>
  )
}
