import { kindOf } from '../../core/model/lookup.ts'
import type { Kind, Model } from '../../core/model/records.ts'
import { useBoard } from '../../state/board-store.ts'
import { select } from '../../state/selection-store.ts'
import { setView } from '../../state/view-store.ts'
import { EmptyState } from '../../ui/empty-state.tsx'
import classes from './set-aside-panel.module.css'
import { setAsideRows } from './set-aside-rows.ts'

/** What the board could not take as it stands (MO5): kept in the document, left out of what is shown and analysed. */
export function SetAsidePanel() {
  const model = useBoard((board) => board.model)
  const setAside = useBoard((board) => board.setAside)
  if (setAside.length === 0) {
    return <EmptyState icon="check" title="Nothing is set aside" />
  }
  return (
    <div className={classes.panel}>
      <p className={classes.about}>
        These records do not fit together, mostly because two people changed the board at the same moment.
        They stay in the document; what is said here is left out of the board and of the analysis.
      </p>
      <ul className={classes.list}>
        {setAsideRows(model, setAside).map(({ key, id, name, what, reason }) => (
          <li key={key} className={classes.row}>
            {name === null ? (
              <code>{id}</code>
            ) : (
              <button type="button" className={classes.name} onClick={() => show(model, id)}>
                {name}
              </button>
            )}
            <span className={classes.what}>{what}</span>
            <span>{reason}</span>
          </li>
        ))}
      </ul>
    </div>
  )
}

const ON_CANVAS: ReadonlySet<Kind | null> = new Set(['segments', 'components', 'links', 'notes'])

function show(model: Model, id: string): void {
  const placed = ON_CANVAS.has(kindOf(model, id))
  if (placed) select([id])
  setView({ inspected: placed ? null : id, right: true })
}
