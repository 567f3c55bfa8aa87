import { create } from 'zustand'

/**
 * What this person sees the board with instead of as it stands today, of which nothing is in the document: mitigations, by
 * id, taken to count (true) or not (false) whatever their status (what-if, AN13); or a later day, `YYYY-MM-DD`, with what
 * is planned until then in place (PR1). One at most is not null.
 */
export type TrialState = Readonly<{ switched: ReadonlyMap<string, boolean> | null; day: string | null }>

export const useTrial = create<TrialState>()(() => ({ switched: null, day: null }))

/** Ends a move to another day. */
export const setTrial = (switched: ReadonlyMap<string, boolean> | null): void =>
  useTrial.setState({ switched, day: null })

/** Moves the board to a later day, which ends a trial; null back to today. */
export const moveBoard = (day: string | null): void => useTrial.setState({ switched: null, day })

/** Whether the board is not seen as it stands today. */
export const isSupposed = ({ switched, day }: TrialState): boolean => switched !== null || day !== null
