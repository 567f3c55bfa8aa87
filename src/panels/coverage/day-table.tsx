import type { BurnDownPoint } from '../../core/analysis/burn-down.ts'
import { execute } from '../../commands/execute.ts'
import { moveToDay } from '../../commands/move-board.ts'
import { useEnabled } from '../../commands/use-enabled.ts'
import { useTrial } from '../../state/trial-store.ts'
import css from './by-date.module.css'
import { stopOf } from './stops.ts'

const COLUMNS = ['Date', 'Taken', 'Reached', 'Of these accepted', 'Risks covered']

/** The days with their figures; each moves the board to it. */
export function DayTable({ points, today }: { points: readonly BurnDownPoint[]; today: string }) {
  const moved = useTrial(({ day }) => day)
  const isFree = useEnabled(moveToDay)
  const days = points.map(({ date }) => date)
  const shown = days[stopOf(days, moved)]
  return (
    <table className={css.days}>
      <thead>
        <tr>
          {COLUMNS.map((name) => (
            <th key={name} scope="col">
              {name}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {points.map(({ date, taken, reached, accepted, covered, counted }) => (
          <tr key={date} data-shown={date === shown || undefined}>
            <th scope="row">
              <button
                type="button"
                className={css.day}
                aria-pressed={date === shown}
                title={date === today ? 'Show the board as it stands' : 'Move the board to this day'}
                disabled={!isFree}
                onClick={() => execute(moveToDay, { day: date, today })}
              >
                {date === today ? `${date}, today` : date}
              </button>
            </th>
            <td>{taken}</td>
            <td>{reached}</td>
            <td>{accepted}</td>
            <td>{counted === 0 ? 'Nothing to cover' : `${covered} of ${counted}`}</td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}
