import { Button } from '@mantine/core'
import { useMemo, useState } from 'react'
import { backToToday } from '../../commands/day.ts'
import { execute } from '../../commands/execute.ts'
import { useAnalysis } from '../../state/analysis-store.ts'
import { useBoard } from '../../state/board-store.ts'
import { asPlannedOn } from '../../state/day-words.ts'
import { useTrial } from '../../state/trial-store.ts'
import { EmptyState } from '../../ui/empty-state.tsx'
import { Trouble } from '../../ui/trouble.tsx'
import { PlanSection } from './plan-section.tsx'
import { TrialSection } from './trial-section.tsx'
import { WhatIfList } from './what-if-list.tsx'
import css from './what-if.module.css'
import { arranged, orderOf, whatIfRows } from './what-if-rows.ts'

/** Mitigations switched on and off without writing anything, and what would come of it. */
export function WhatIfPanel() {
  const model = useBoard((board) => board.model)
  const { changes, failed, result, retry } = useAnalysis()
  const { switched, day } = useTrial()
  const rows = useMemo(() => whatIfRows(model, switched, changes), [model, switched, changes])
  const wanted = useMemo(() => orderOf(rows), [rows])
  // While something is tried, rows stay where they are under the hand that switches them.
  const [order, setOrder] = useState({ ids: wanted, isKnown: changes !== null })
  const isFree = switched === null || !order.isKnown
  if (isFree && changes !== null && order.ids !== wanted) setOrder({ ids: wanted, isKnown: true })
  const sorted = useMemo(() => arranged(rows, order.ids), [rows, order.ids])
  const isOutOfOrder = changes !== null && wanted.some((id, place) => order.ids[place] !== id)

  if (day !== null) {
    return (
      <EmptyState icon="plan" title={`${asPlannedOn(day)} – not today`}>
        <p>What-if asks about the board as it stands. To try something, go back to today.</p>
        <Button size="compact-sm" variant="default" onClick={() => execute(backToToday)}>
          {backToToday.label}
        </Button>
      </EmptyState>
    )
  }
  if (rows.length === 0) {
    return (
      <EmptyState icon="what-if" title="Nothing to try yet">
        <p>
          Open a risk and record what treats it. Here you can then switch it on and off, and see what would
          change before anything is decided.
        </p>
      </EmptyState>
    )
  }
  return (
    <div className={css.panel}>
      {failed !== null && (
        <Trouble
          title="The analysis failed."
          left={result === null ? 'There are no figures.' : 'Some figures are missing.'}
          reason={failed}
          onRetry={retry}
        />
      )}
      <div className={css.parts}>
        <WhatIfList
          rows={sorted}
          isKnown={changes !== null}
          onSort={isOutOfOrder ? () => setOrder({ ids: wanted, isKnown: true }) : null}
        />
        <div className={css.side}>
          <TrialSection />
          <PlanSection />
          <p className={css.note}>
            Figures are computed jointly: what several mitigations clear together is not the sum of what each
            clears alone. What is planned cuts nothing until it is in force.
          </p>
        </div>
      </div>
    </div>
  )
}
