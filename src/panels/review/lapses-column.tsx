import { useMemo } from 'react'
import { lapsesOf } from '../../core/analysis/review/lapses.ts'
import { useAnalysis } from '../../state/analysis-store.ts'
import { todayOf } from '../../state/moved-day.ts'
import { useBoard } from '../../state/board-store.ts'
import { Badge } from '../../ui/badge.tsx'
import { Icon } from '../../ui/icon.tsx'
import { show } from './difference-column.tsx'
import css from './review.module.css'
import { LAPSE_WORDS, lapseInWords } from './review-words.ts'

const MOST = 200

/** Everything that ends on a day, what is over on top. */
export function LapsesColumn() {
  const model = useBoard((board) => board.model)
  const date = useAnalysis(todayOf)
  const lapses = useMemo(() => (date === null ? [] : lapsesOf(model, date)), [model, date])
  return (
    <section className={css.column} aria-label="Lapses next">
      <header className={css.head}>
        <h2 className={css.title}>
          Lapses next <span className={css.quiet}>{lapses.length}</span>
        </h2>
      </header>
      <div className={css.body}>
        {lapses.length === 0 && (
          <p className={css.says}>
            {date === null
              ? 'Coming with the analysis…'
              : 'Nothing on this board ends on a day: no acceptance, judgement, waiver, support or due mitigation.'}
          </p>
        )}
        <ul className={css.list} aria-label="What lapses, by day">
          {lapses.slice(0, MOST).map((lapse) => {
            const { kind, id, what, name, overdue } = lapse
            const { label, icon } = LAPSE_WORDS[what]
            return (
              <li key={`${what}/${id}`}>
                <button type="button" className={css.element} onClick={() => show(kind, id)}>
                  <Icon name={icon} size={13} />
                  <span className={css.words}>
                    {label}: {name}
                  </span>
                  <Badge {...(overdue ? { tone: 'warning', icon: 'warning' } : {})}>
                    {lapseInWords(lapse)}
                  </Badge>
                </button>
              </li>
            )
          })}
        </ul>
        {lapses.length > MOST && <p className={css.says}>And {lapses.length - MOST} later ones.</p>}
      </div>
    </section>
  )
}
