import { useMemo } from 'react'
import { overdueOf } from '../../core/analysis/projection-days.ts'
import type { Model } from '../../core/model/records.ts'
import { useTrial } from '../../state/trial-store.ts'
import { useAnswer } from '../../state/use-answer.ts'
import { EmptyState } from '../../ui/empty-state.tsx'
import { BurnDownChart } from './burn-down-chart.tsx'
import css from './by-date.module.css'
import { DaySlider } from './day-slider.tsx'
import { DayTable } from './day-table.tsx'

const QUESTION = { of: 'burn-down' } as const

/** Exposures and coverage by date, as far as due dates and ends of acceptances say. `today` is the day of the analysis. */
export function BurnDown({ model, today }: { model: Model; today: string }) {
  const { answer, failed } = useAnswer(QUESTION)
  if (failed !== null)
    return (
      <EmptyState icon="warning" title="No dates">
        {failed}
      </EmptyState>
    )
  if (answer === undefined) return <EmptyState icon="coverage" title="Working out the dates…" />
  const { points, more } = answer
  const days = points.map(({ date }) => date)
  return (
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- it scrolls, also by keys
    <section className={css.burnDown} aria-label="Exposures and coverage by date" tabIndex={0}>
      <Reservations model={model} today={today} />
      {days.length > 1 && <DaySlider days={days} today={today} />}
      <div className={css.beside}>
        <DayTable points={points} today={today} />
        {points.length > 1 && <BurnDownChart points={points} />}
      </div>
      {points.length === 1 && (
        <p className={css.hint}>No planned measure is due, and no acceptance ends, on a later day.</p>
      )}
      {more > 0 && <p className={css.hint}>{`The first days are shown. ${more} later ones are not.`}</p>}
    </section>
  )
}

function Reservations({ model, today }: { model: Model; today: string }) {
  const overdue = useMemo(() => overdueOf(model.mitigations, today).length, [model, today])
  const undated = useMemo(
    () => model.mitigations.filter(({ status, due }) => status === 'planned' && due === null).length,
    [model],
  )
  const isTrying = useTrial(({ switched }) => switched !== null)
  const { scenario } = model.meta.policy
  const never = scenario === 'inherent' || scenario === 'assured'
  return (
    <div className={css.hint}>
      <p>
        {never
          ? 'In the scenario of this board no planned measure counts, even once it is in place: only acceptances that end change anything.'
          : 'If every planned measure is in place on its due date and nothing else changes. Nothing of this has happened yet.'}
      </p>
      {scenario === 'target' && (
        <p>The target scenario counts planned measures at once. By date, each waits for its day.</p>
      )}
      {overdue > 0 && <p>{`${measures(overdue)} overdue, and left out until given a new date.`}</p>}
      {undated > 0 && <p>{`${measures(undated)} without a due date, and left out.`}</p>}
      {isTrying && <p>What is tried out is left out here.</p>}
    </div>
  )
}

const measures = (count: number): string =>
  count === 1 ? '1 planned measure is' : `${count} planned measures are`
