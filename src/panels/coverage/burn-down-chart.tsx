import type { BurnDownPoint } from '../../core/analysis/burn-down.ts'
import { useTrial } from '../../state/trial-store.ts'
import css from './by-date.module.css'
import { stopOf } from './stops.ts'

const [WIDTH, HEIGHT, EDGE] = [520, 96, 4]
/** Of the width: the last day's figures, which hold on from there. */
const TAIL = 0.1
const DAY_MS = 86_400_000

/** Steps over time, since nothing changes between two of the days; two or more. The table beside it says the same. */
export function BurnDownChart({ points }: { points: readonly BurnDownPoint[] }) {
  const [first, last] = [points[0]?.date ?? '', points.at(-1)?.date ?? '']
  const most = Math.max(1, ...points.map(taken), ...points.map(exposed))
  const days = Math.max(1, daysBetween(first, last))
  const across = ({ date }: BurnDownPoint) =>
    EDGE + (daysBetween(first, date) / days) * (1 - TAIL) * (WIDTH - 2 * EDGE)
  const line = (valueOf: (point: BurnDownPoint) => number) => {
    const steps = points.map((point, index) => {
      const down = HEIGHT - EDGE - (valueOf(point) / most) * (HEIGHT - 2 * EDGE)
      return `${index === 0 ? 'M' : 'H'}${across(point)} ${index === 0 ? '' : 'V'}${down}`
    })
    return `${steps.join('')}H${WIDTH - EDGE}`
  }
  const moved = useTrial(({ day }) => day)
  const here =
    points[
      stopOf(
        points.map(({ date }) => date),
        moved,
      )
    ]
  return (
    <div className={css.chart} aria-hidden>
      <p className={css.chartKey}>
        <span>
          <Sample className={css.taken} /> Taken
        </span>
        <span>
          <Sample className={css.exposed} /> Taken or reached
        </span>
        <span>{`${most} at most`}</span>
      </p>
      <svg viewBox={`0 0 ${WIDTH} ${HEIGHT}`}>
        <path d={`M0 ${HEIGHT - 1}H${WIDTH}`} />
        <path d={line(exposed)} className={css.exposed} />
        <path d={line(taken)} className={css.taken} />
        {moved !== null && here !== undefined && (
          <path d={`M${across(here)} 0V${HEIGHT}`} className={css.here} />
        )}
      </svg>
      <p className={css.chartDays}>
        <span>{first}</span>
        <span style={{ insetInlineEnd: `${TAIL * 100}%` }}>{last}</span>
      </p>
    </div>
  )
}

function Sample({ className }: { className: string | undefined }) {
  return (
    <svg viewBox="0 0 24 6" width="24" height="6">
      <path d="M0 3H24" className={className} />
    </svg>
  )
}

const taken = (point: BurnDownPoint): number => point.taken
const exposed = (point: BurnDownPoint): number => point.taken + point.reached
const daysBetween = (from: string, to: string): number => (Date.parse(to) - Date.parse(from)) / DAY_MS
