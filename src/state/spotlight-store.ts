import { create } from 'zustand'
import type { AttackPath } from '../core/analysis/more-paths.ts'
import type { BlastRadius } from '../core/analysis/questions.ts'

/** What this person has asked to see on the canvas beside the routes. */
export type SpotlightState = Readonly<{
  /** Another path of the exposure that is shown alone, in place of its shown one. */
  path: AttackPath | null
  /** The hop of that exposure that is being looked at, from 0; null for the whole path. */
  hop: number | null
  /** What one component would give an attacker; it takes the place of the routes. */
  blast: BlastRadius | null
  /** Whether choke points are ringed, by rank. */
  chokePoints: boolean
  separatingSet: boolean
}>

export const useSpotlight = create<SpotlightState>()(() => ({
  path: null,
  hop: null,
  blast: null,
  chokePoints: false,
  separatingSet: false,
}))

export const setSpotlight = (change: Partial<SpotlightState>): void => useSpotlight.setState(change)
