import { Suspense, useEffect, useRef } from 'react'
import { kindOf } from '../../core/model/lookup.ts'
import { useBoard } from '../../state/board-store.ts'
import { useSelection } from '../../state/selection-store.ts'
import { NEW_MITIGATION, NEW_RISK, useView } from '../../state/view-store.ts'
import { BoardInspector } from './board-inspector.tsx'
import { useReadOnly } from './editing.ts'
import { HEADING } from './head.tsx'
import { late } from '../../ui/late.ts'
import css from './inspector.module.css'

// A board opens with nothing selected: what it takes to look at records, catalogue and all, comes with the first one.
const loadRecord = async () => ({ default: (await import('./record-inspector.tsx')).RecordInspector })
const loadSelection = async () => ({
  default: (await import('./selection-inspector.tsx')).SelectionInspector,
})
const loadNewRisk = async () => ({ default: (await import('./new-risk.tsx')).NewRisk })
const loadNewMitigation = async () => ({ default: (await import('./new-mitigation.tsx')).NewMitigation })
const RecordInspector = late(loadRecord)
const SelectionInspector = late(loadSelection)
const NewRisk = late(loadNewRisk)
const NewMitigation = late(loadNewMitigation)

/** What is looked at: a record without a place on the canvas, else the one selected, else all selected, else the board. */
export function InspectorPanel() {
  const model = useBoard((board) => board.model)
  const inspected = useView((view) => view.inspected)
  const ids = useSelection((selection) => selection.ids)
  const readOnly = useReadOnly()
  const [only] = ids
  const single = ids.size === 1 ? only : undefined
  const isRecord = (each: string | null | undefined) =>
    typeof each === 'string' && kindOf(model, each) !== null
  const isNew = !readOnly && (inspected === NEW_RISK || inspected === NEW_MITIGATION)
  const id = isNew ? inspected : ([inspected, single].find(isRecord) ?? null)
  const focus = useKeptFocus()
  return (
    <div className={css.panel} {...focus}>
      <Suspense fallback={null}>
        {id === NEW_RISK ? (
          <NewRisk />
        ) : id === NEW_MITIGATION ? (
          <NewMitigation />
        ) : id !== null ? (
          <RecordInspector key={id} model={model} kind={kindOf(model, id)} id={id} />
        ) : ids.size > 1 ? (
          <SelectionInspector />
        ) : (
          <BoardInspector />
        )}
      </Suspense>
    </div>
  )
}

/**
 * Where the focused control goes away, as with its record, the heading of what is shown then takes the focus: it would fall to the
 * page otherwise. A control that is taken away sends no blur, which is how it is told from one that was left.
 */
function useKeptFocus() {
  const panel = useRef<HTMLDivElement>(null)
  const within = useRef(false)
  useEffect(() => {
    const lost = document.activeElement === null || document.activeElement === document.body
    if (within.current && lost) panel.current?.querySelector<HTMLElement>(`[${HEADING}]`)?.focus()
  })
  return {
    ref: panel,
    onFocus: () => {
      within.current = true
    },
    onBlur: () => {
      within.current = false
    },
  }
}
