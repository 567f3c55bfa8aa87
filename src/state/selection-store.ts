import { create } from 'zustand'
import { askBlast, setPlaying, useInquiry } from './inquiry-store.ts'
import { setSpotlight } from './spotlight-store.ts'

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

/** Shows one exposure alone, with its shown path, in place of a blast radius; null shows all. */
export function showExposure(exposure: ExposureKey | null): void {
  const { exposure: shown } = useSelection.getState()
  if (exposure !== null && useInquiry.getState().blastOf !== null) askBlast(null)
  if (exposure?.risk !== shown?.risk || exposure?.target !== shown?.target) {
    setSpotlight({ path: null, hop: null })
    setPlaying(false)
  }
  useSelection.setState({ exposure })
}
