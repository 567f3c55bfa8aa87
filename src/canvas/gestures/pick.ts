import { select, useSelection } from '../../state/selection-store.ts'
import { setView } from '../../state/view-store.ts'

/** Selects one element, or adds it to what is selected; added once more, it is taken out. */
export function pick(id: string, adding: boolean): void {
  const { ids } = useSelection.getState()
  if (!adding) pickAll([id])
  else pickAll(ids.has(id) ? [...ids].filter((each) => each !== id) : [...ids, id])
}

/** Selects these on the canvas, so that the inspector turns to them. */
export function pickAll(ids: Iterable<string>): void {
  select(ids)
  setView({ inspected: null })
}
