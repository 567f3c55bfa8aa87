import { useEffect, useRef } from 'react'
import { kindOf, recordIn } from '../../core/model/lookup.ts'
import type { Kind, Model } from '../../core/model/records.ts'
import { useBoard } from '../../state/board-store.ts'
import { useSelection } from '../../state/selection-store.ts'
import { NEW_MITIGATION, NEW_RISK, useView } from '../../state/view-store.ts'
import { BoardInspector } from './board-inspector.tsx'
import { ComponentInspector } from './component-inspector.tsx'
import { useReadOnly } from './editing.ts'
import { HEADING } from './head.tsx'
import css from './inspector.module.css'
import { LinkInspector } from './link-inspector.tsx'
import { MitigationInspector } from './mitigation-inspector.tsx'
import { RiskInspector } from './risk-inspector.tsx'
import { NewMitigation } from './new-mitigation.tsx'
import { NewRisk } from './new-risk.tsx'
import { NoteInspector, SegmentInspector } from './segment-inspector.tsx'
import { SelectionInspector } from './selection-inspector.tsx'
import { VendorInspector } from './vendor-inspector.tsx'

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

/** A record that is gone shows nothing; keyed by id, so that nothing half typed passes from one record to another. */
function RecordInspector({ model, kind, id }: { model: Model; kind: Kind | null; id: string }) {
  switch (kind) {
    case 'components': {
      const component = recordIn(model, kind, id)
      return component === undefined ? null : <ComponentInspector component={component} />
    }
    case 'links': {
      const link = recordIn(model, kind, id)
      return link === undefined ? null : <LinkInspector link={link} />
    }
    case 'segments': {
      const segment = recordIn(model, kind, id)
      return segment === undefined ? null : <SegmentInspector segment={segment} />
    }
    case 'notes': {
      const note = recordIn(model, kind, id)
      return note === undefined ? null : <NoteInspector note={note} />
    }
    case 'vendors': {
      const vendor = recordIn(model, kind, id)
      return vendor === undefined ? null : <VendorInspector vendor={vendor} />
    }
    case 'risks': {
      const risk = recordIn(model, kind, id)
      return risk === undefined ? null : <RiskInspector risk={risk} />
    }
    case 'mitigations': {
      const mitigation = recordIn(model, kind, id)
      return mitigation === undefined ? null : <MitigationInspector mitigation={mitigation} />
    }
    case 'comments':
    case 'reviews':
    case null:
      return null
  }
}
