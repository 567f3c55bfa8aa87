import { type KeyboardEvent, type MouseEvent, useEffect, useMemo, useRef, useState } from 'react'
import { ariaKeys, formatKeys, matchesKeys } from '../../commands/keys.ts'
import { useAnalysis } from '../../state/analysis-store.ts'
import { useBoard } from '../../state/board-store.ts'
import { mayEdit, useConnection } from '../../state/connection-store.ts'
import { useSelection } from '../../state/selection-store.ts'
import { useView } from '../../state/view-store.ts'
import { ActionButton } from '../../ui/action-button.tsx'
import { ContextMenu } from '../../ui/context-menu.tsx'
import { EmptyState } from '../../ui/empty-state.tsx'
import { Tree } from '../../ui/tree.tsx'
import { ROW_ACTIONS, type RowAction, selectRow } from './outline-actions.ts'
import { indexOutline } from './outline-index.ts'
import { markOutline } from './outline-marks.ts'
import classes from './outline-panel.module.css'
import { OutlineRowView } from './outline-row.tsx'
import { toggleRows, useOutline } from './outline-store.ts'
import { foldedAbove, type OutlineRow, outlineRows } from './outline-tree.ts'

const ROW_HEIGHT = 28

/** The whole board as a tree: what the canvas shows and lets one do, without a pointer and without sight. */
export function OutlinePanel() {
  const model = useBoard((board) => board.model)
  const result = useAnalysis((analysis) => analysis.result)
  const routes = useAnalysis((analysis) => analysis.routes)
  const selected = useSelection((selection) => selection.ids)
  const inspected = useView((view) => view.inspected)
  const editable = useConnection(mayEdit)
  const folded = useOutline((outline) => outline.folded)
  const current = useOutline((outline) => outline.current)

  const index = useMemo(() => indexOutline(model), [model])
  const rows = useMemo(() => outlineRows(index, folded), [index, folded])
  const marks = useMemo(() => markOutline(model, result, routes), [model, result, routes])
  const row = rows.find(({ key }) => key === current) ?? null

  const [menu, setMenu] = useState<readonly [number, number] | null>(null)
  const menuFrom = useRef<HTMLElement>(null)

  // What is picked elsewhere is shown here, inside whatever was folded.
  const [only] = selected
  const picked = selected.size === 1 && only !== undefined ? only : null
  useEffect(() => {
    if (picked === null) return
    const { folded: now } = useOutline.getState()
    const above = foldedAbove(indexOutline(useBoard.getState().model), picked, now)
    if (above.length > 0) toggleRows(above)
  }, [picked])

  if (rows.length === 0) {
    return (
      <EmptyState icon="outline" title="Nothing on the board yet">
        <p>Segments, components, links and risks are listed here as you add them.</p>
      </EmptyState>
    )
  }
  const allowed = (action: RowAction, on: OutlineRow) =>
    action.kinds.includes(on.kind) && (action.role === 'viewer' || editable)
  const onKey = (on: OutlineRow, event: KeyboardEvent): boolean => {
    const action = ROW_ACTIONS.find(({ keys }) => keys.some((each) => matchesKeys(each, event.nativeEvent)))
    if (action === undefined) return false
    if (allowed(action, on)) action.run(on)
    return true
  }

  // The menu key and Shift+F10 come as this event as well, on the row in focus.
  const openMenu = (on: OutlineRow, event: MouseEvent<HTMLDivElement>) => {
    event.preventDefault()
    const panel = event.currentTarget.closest(`.${classes.panel}`)?.getBoundingClientRect()
    const place = event.currentTarget.getBoundingClientRect()
    const [x, y] = event.button === 2 ? [event.clientX, event.clientY] : [place.left + 40, place.bottom]
    menuFrom.current = event.currentTarget
    useOutline.setState({ current: on.key })
    setMenu([x - (panel?.left ?? 0), y - (panel?.top ?? 0)])
  }

  return (
    <div className={classes.panel}>
      <div className={classes.actions} role="toolbar" aria-label="For the row in focus">
        {ROW_ACTIONS.map((action) => (
          <ActionButton
            key={action.label}
            label={action.label}
            icon={action.icon}
            keys={formatKeys(action.keys)}
            ariaKeys={ariaKeys(action.keys)}
            disabled={row === null || !allowed(action, row)}
            onClick={() => row !== null && action.run(row)}
          />
        ))}
      </div>
      <Tree
        label="Outline"
        rows={rows}
        rowHeight={ROW_HEIGHT}
        selected={({ id, kind }) => (kind === 'risks' ? inspected === id : selected.has(id))}
        revealed={picked}
        onActivate={selectRow}
        onToggle={(keys) => toggleRows(keys)}
        onKey={onKey}
        onFocusRow={({ key }) => useOutline.setState({ current: key })}
        rowProps={(on) => ({ onContextMenu: (event) => openMenu(on, event) })}
      >
        {(each) => <OutlineRowView row={each} model={model} marks={marks} />}
      </Tree>
      <ContextMenu
        at={row === null ? null : menu}
        label="For the row in focus"
        groups={[
          ROW_ACTIONS.map((action) => ({
            id: action.label,
            label: action.label,
            icon: action.icon,
            keys: formatKeys(action.keys),
            ariaKeys: ariaKeys(action.keys),
            disabled: row === null || !allowed(action, row),
            run: () => row !== null && action.run(row),
          })),
        ]}
        onClose={() => {
          setMenu(null)
          menuFrom.current?.focus({ preventScroll: true })
        }}
      />
    </div>
  )
}
