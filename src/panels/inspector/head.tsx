import type { ReactNode } from 'react'
import { execute } from '../../commands/execute.ts'
import { removeRecords } from '../../commands/remove.ts'
import { countOpen, subjectIdOf } from '../../core/model/threats.ts'
import { useBoard } from '../../state/board-store.ts'
import { nameOf } from '../../state/record-names.ts'
import { useSelection } from '../../state/selection-store.ts'
import { setView, useView } from '../../state/view-store.ts'
import { ActionButton } from '../../ui/action-button.tsx'
import { Badge } from '../../ui/badge.tsx'
import { Icon } from '../../ui/icon.tsx'
import { useReadOnly } from './editing.ts'
import css from './inspector.module.css'

/** Marks the heading that takes the focus when a record takes the place of the one that had it. */
export const HEADING = 'data-inspector-heading'

/** What is shown and what it is called, with the way back to the canvas selection and the way out of the model. */
export function Head({
  icon,
  kind,
  id,
  children,
}: Readonly<{ icon: string; kind: string; id?: string; children?: ReactNode }>) {
  const readOnly = useReadOnly()
  const name = useBoard((board) => (id === undefined ? null : nameOf(board.model, id)))
  return (
    <header className={css.head}>
      <div className={css.kindRow}>
        <Icon name={icon} size={16} />
        <h2 className={css.kind} tabIndex={-1} {...{ [HEADING]: '' }}>
          {kind}
          {name !== null && <span className="rf-visually-hidden">: {name}</span>}
        </h2>
        {id !== undefined && <OpenThreats id={id} />}
        <Back />
        {id !== undefined && !readOnly && (
          <ActionButton
            label={`Delete ${kind.toLowerCase()}`}
            icon="delete"
            onClick={() => execute(removeRecords, { ids: [id] })}
          />
        )}
      </div>
      {children}
    </header>
  )
}

/** How many threats to it nobody has decided on. */
function OpenThreats({ id }: { id: string }) {
  const count = useBoard((board) => countOpen(board.model.threats.filter(({ on }) => subjectIdOf(on) === id)))
  if (count === 0) return null
  return <Badge icon="threat">{count === 1 ? '1 open threat' : `${count} open threats`}</Badge>
}

/** Vendors, risks and mitigations cover the selection while they are inspected; this uncovers it. */
function Back() {
  const inspected = useView((view) => view.inspected)
  const ids = useSelection((selection) => selection.ids)
  const model = useBoard((board) => board.model)
  if (inspected === null) return null
  const [only] = ids
  const name = ids.size === 1 && only !== undefined ? nameOf(model, only) : `${ids.size} selected`
  return (
    <button type="button" className={css.back} onClick={() => setView({ inspected: null })}>
      <Icon name="back" size={14} />
      <span>{ids.size === 0 ? 'Board' : name}</span>
    </button>
  )
}
