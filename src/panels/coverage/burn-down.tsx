import { useMemo } from 'react'
import type { BurnDownPoint } from '../../core/analysis/burn-down.ts'
import { overdueOf } from '../../core/analysis/projection.ts'
import type { Model } from '../../core/model/records.ts'
import { useAnswer } from '../../state/use-answer.ts'
import css from './coverage.module.css'

const QUESTION = { of: 'burn-down' } as const
const [WIDTH, HEIGHT, EDGE] = [520, 120, 8]

/** Exposures and coverage by date, as far as due dates and ends of acceptances say. */
export function BurnDown({ model, today }: { model: Model; today: string }) {
  const { answer, failed } = useAnswer(QUESTION)
  const overdue = useMemo(() => overdueOf(model.mitigations, today), [model, today])
  if (failed !== null) return <p className={css.hint}>The dates could not be worked out: {failed}</p>
  if (answer === undefined) return <p className={css.hint}>Working out the dates…</p>
  return (
    <div className={css.burnDown}>
      <p className={css.hint}>
        If every planned measure is in place by its due date. Nothing of this has happened yet.
        {overdue.length > 0 &&
          ` ${overdue.length} planned ${overdue.length === 1 ? 'measure is' : 'measures are'} overdue and never counted here until given a new date.`}
      </p>
      <Chart points={answer} />
      <table className={css.days}>
        <thead>
          <tr>
            {['Date', 'Taken', 'Reached', 'Covered'].map((name) => (
              <th key={name} scope="col">
                {name}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {answer.map(({ date, taken, reached, covered, counted }) => (
            <tr key={date}>
              <th scope="row">{date === today ? `${date}, today` : date}</th>
              <td>{taken}</td>
              <td>{reached}</td>
              <td>{counted === 0 ? '' : `${covered} of ${counted}`}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}

/** Steps, since nothing changes between two of the days. The table beside it says the same. */
function Chart({ points }: { points: readonly BurnDownPoint[] }) {
  const most = Math.max(1, ...points.map(({ taken, reached }) => taken + reached))
  const step = (WIDTH - 2 * EDGE) / Math.max(1, points.length)
  const line = (valueOf: (point: BurnDownPoint) => number) =>
    points
      .map((point, index) => {
        const y = HEIGHT - EDGE - (valueOf(point) / most) * (HEIGHT - 2 * EDGE)
        const x = EDGE + index * step
        return `${index === 0 ? 'M' : 'V'}${index === 0 ? `${x} ` : ''}${y}H${x + step}`
      })
      .join('')
  return (
    <svg viewBox={`0 0 ${WIDTH} ${HEIGHT}`} className={css.chart} aria-hidden>
      <path d={line(({ taken, reached }) => taken + reached)} className={css.all} />
      <path d={line(({ taken }) => taken)} className={css.taken} />
    </svg>
  )
}
