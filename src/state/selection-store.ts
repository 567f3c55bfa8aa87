import { create } from 'zustand'

/** An exposure is named by its risk and its target (AN9). */
export type ExposureKey = Readonly<{ risk: string; target: string }>

/** What this person has picked: records by id, and at most one exposure that is shown alone. */
export type SelectionState = Readonly<{ ids: ReadonlySet<string>; exposure: ExposureKey | null }>

export const useSelection = create<SelectionState>()(() => ({ ids: new Set(), exposure: null }))

export function select(ids: Iterable<string>): void {
  const next = new Set(ids)
  const { ids: current } = useSelection.getState()
  if (next.size === current.size && [...next].every((id) => current.has(id))) return
  useSelection.setState({ ids: next })
}

export const showExposure = (exposure: ExposureKey | null): void => useSelection.setState({ exposure })
