import { create } from 'zustand'

/**
 * What this person tries out (what-if, AN13): mitigations, by id, taken to count (true) or not (false) whatever their
 * status. Null while nothing is tried. Nothing of it is in the document until it is kept.
 */
export type TrialState = Readonly<{ switched: ReadonlyMap<string, boolean> | null }>

export const useTrial = create<TrialState>()(() => ({ switched: null }))

export const setTrial = (switched: ReadonlyMap<string, boolean> | null): void =>
  useTrial.setState({ switched })
