import { execute } from '../../commands/execute.ts'
import { askForSignOff, signOffBoard } from '../../commands/reviews.ts'
import { useEnabled } from '../../commands/use-enabled.ts'
import { recordIn } from '../../core/model/lookup.ts'
import type { ReviewScope } from '../../core/model/records.ts'
import { useBoard } from '../../state/board-store.ts'
import { mayEdit, useConnection } from '../../state/connection-store.ts'
import { scopeInWords } from '../../state/review-scope.ts'
import { useSelection } from '../../state/selection-store.ts'
import { useView } from '../../state/view-store.ts'
import { Icon } from '../../ui/icon.tsx'
import css from './review.module.css'

/** Signs off what is looked at: the board, and the segment, vendor or exposure that is picked. */
export function ReviewBar() {
  const model = useBoard((board) => board.model)
  const editable = useConnection(mayEdit)
  const isBoard = useEnabled(signOffBoard)
  const scopes = usePicked()
  return (
    <div className={css.bar}>
      {editable && (
        <button
          type="button"
          className={css.action}
          disabled={!isBoard}
          onClick={() => execute(signOffBoard)}
        >
          <Icon name="accepted" size={14} /> {signOffBoard.label}
        </button>
      )}
      {editable &&
        scopes.map((scope) => (
          <button
            key={JSON.stringify(scope)}
            type="button"
            className={css.action}
            onClick={() => execute(askForSignOff, { scope })}
          >
            <Icon name="accepted" size={14} />
            <span className={css.name}>Sign off {scopeInWords(model, scope)}…</span>
          </button>
        ))}
      <span className={css.quiet}>A sign-off goes by the name kept on the device; it is no signature.</span>
    </div>
  )
}

function usePicked(): readonly ReviewScope[] {
  const model = useBoard((board) => board.model)
  const ids = useSelection((selection) => selection.ids)
  const exposure = useSelection((selection) => selection.exposure)
  const inspected = useView((view) => view.inspected)
  const [only] = ids
  const scopes: ReviewScope[] = []
  if (ids.size === 1 && only !== undefined && recordIn(model, 'segments', only) !== undefined)
    scopes.push({ segment: only })
  if (inspected !== null && recordIn(model, 'vendors', inspected) !== undefined)
    scopes.push({ vendor: inspected })
  if (exposure !== null) scopes.push({ risk: exposure.risk, target: exposure.target })
  return scopes
}
