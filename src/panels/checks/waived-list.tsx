import { liftWaiver, revealFinding } from '../../commands/checks.ts'
import { execute } from '../../commands/execute.ts'
import type { Waived } from '../../core/analysis/checks/findings.ts'
import { recordIn } from '../../core/model/lookup.ts'
import { useBoard } from '../../state/board-store.ts'
import css from './checks.module.css'

/** As many as are listed; the waivers themselves are few, what one of them waives may not be. */
const MOST = 200

/** What the rules find and somebody has waived: why, who, and to which day. */
export function WaivedList({ waived, editable }: Readonly<{ waived: readonly Waived[]; editable: boolean }>) {
  const model = useBoard((board) => board.model)
  return (
    <details className={css.group}>
      <summary className={css.summary}>
        <span className={css.title}>Waived</span>
        <span className={css.count}>{waived.length}</span>
      </summary>
      <ul className={css.list}>
        {waived.slice(0, MOST).map(({ finding, waiver, until }) => {
          const record = recordIn(model, 'waivers', waiver)
          return (
            <li key={`${finding.check} ${finding.records.join(' ')}`} className={css.row}>
              <div className={css.line}>
                <button type="button" className={css.words} onClick={() => execute(revealFinding, finding)}>
                  {finding.words}
                </button>
                {editable && (
                  <button
                    type="button"
                    className={css.action}
                    aria-label={`Lift the waiver: ${finding.words}`}
                    onClick={() => execute(liftWaiver, waiver)}
                  >
                    Lift
                  </button>
                )}
              </div>
              <p className={css.rule}>
                {record?.reason} – {record?.by}, {until === null ? 'until lifted' : `until ${until}`}
                {record?.on.length === 0 && ', for the whole board'}
              </p>
            </li>
          )
        })}
      </ul>
    </details>
  )
}
