import { kindOf, recordIn } from '../../core/model/lookup.ts'
import type { Kind, Model } from '../../core/model/records.ts'
import { useBoard } from '../../state/board-store.ts'
import { useSelection } from '../../state/selection-store.ts'
import { NEW_MITIGATION, NEW_RISK, useView } from '../../state/view-store.ts'
import { BoardInspector } from './board-inspector.tsx'
import { ComponentInspector } from './component-inspector.tsx'
import { useReadOnly } from './editing.ts'
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
  const [only] = ids
  const single = ids.size === 1 ? only : undefined
  const known = (each: string | null | undefined) => typeof each === 'string' && kindOf(model, each) !== null
  const id = [inspected, single].find(known) ?? null
  const readOnly = useReadOnly()
  if (inspected === NEW_RISK && !readOnly)
    return (
      <div className={css.panel}>
        <NewRisk />
      </div>
    )
  if (inspected === NEW_MITIGATION && !readOnly)
    return (
      <div className={css.panel}>
        <NewMitigation />
      </div>
    )
  return (
    <div className={css.panel}>
      {id !== null ? (
        <RecordInspector key={id} model={model} kind={kindOf(model, id)} id={id} />
      ) : ids.size > 1 ? (
        <SelectionInspector />
      ) : (
        <BoardInspector />
      )}
    </div>
  )
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
