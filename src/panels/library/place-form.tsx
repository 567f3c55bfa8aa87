import { useMemo, useState } from 'react'
import { addMitigation, addRisk } from '../../commands/create.ts'
import { execute } from '../../commands/execute.ts'
import { applyEntry, recordEntry } from '../../commands/library.ts'
import { useBoard } from '../../state/board-store.ts'
import { useSelection } from '../../state/selection-store.ts'
import { setView } from '../../state/view-store.ts'
import { FieldPicker } from '../../ui/field-picker.tsx'
import { Icon } from '../../ui/icon.tsx'
import type { LibraryItem } from './library-items.ts'
import css from './library.module.css'
import { mitigationPlaces, riskPlaces } from './places.ts'

/** Asks where, at first what is selected on the canvas, and adds the entry there. The inspector asks for the rest. */
export function PlaceForm({ item }: { item: LibraryItem }) {
  const model = useBoard((board) => board.model)
  const [selected] = useSelection(({ ids }) => ids)
  const [picked, setPicked] = useState<string | undefined>(selected)
  const risks = useMemo(() => (item.of === 'risk' ? riskPlaces(model) : []), [item.of, model])
  const mitigations = useMemo(
    () => (item.of === 'mitigation' ? mitigationPlaces(model) : []),
    [item.of, model],
  )
  const places = item.of === 'risk' ? risks : mitigations
  const place = places.find(({ value }) => value === picked)
  const add = () => {
    const { own } = item
    const riskOn = risks.find(({ value }) => value === picked)?.on
    const mitigationOn = mitigations.find(({ value }) => value === picked)?.on
    if (riskOn !== undefined && own === null) execute(addRisk, { category: item.key, on: riskOn })
    else if (riskOn !== undefined && own !== null) execute(recordEntry, { entry: own, on: riskOn })
    if (mitigationOn !== undefined && own === null)
      execute(addMitigation, { control: item.key, treats: [], on: [mitigationOn] })
    else if (mitigationOn !== undefined && own !== null)
      execute(applyEntry, { entry: own, on: [mitigationOn] })
    setView({ dialog: null, right: true })
  }
  return (
    <div className={css.place}>
      <FieldPicker
        label={item.of === 'risk' ? 'On' : 'Covers'}
        value={place?.label ?? ''}
        chosen={place?.value ?? null}
        placeholder={item.of === 'risk' ? 'A component, vendor or product' : 'A component, segment or vendor'}
        readOnly={false}
        find={(query) => [
          {
            label: null,
            options: places
              .filter(({ label }) => label.toLowerCase().includes(query.trim().toLowerCase()))
              .map(({ value, label, mark }) => ({ value, label, mark })),
          },
        ]}
        onPick={setPicked}
      />
      <button type="button" className={css.primary} disabled={place === undefined} onClick={add}>
        <Icon name="add" size={14} /> Add to the board
      </button>
    </div>
  )
}
