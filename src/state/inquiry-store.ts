import { create } from 'zustand'
import type { CoreResult } from '../core/analysis/result.ts'
import { setSpotlight } from './spotlight-store.ts'

/** What this person is asking the analysis about; the answers go to the spotlight (`spotlight-keeper.ts`). */
export type InquiryState = Readonly<{
  /** The component whose blast radius is asked for. */
  blastOf: string | null
  /** The result that the blast radius in the spotlight belongs to: an older one while the next answer is on its way. */
  blastFrom: CoreResult | null
  /** Why there is no blast radius. */
  blastFailed: string | null
  /** The hops of the exposure that is shown alone go by one after another. */
  playing: boolean
}>

export const useInquiry = create<InquiryState>()(() => ({
  blastOf: null,
  blastFrom: null,
  blastFailed: null,
  playing: false,
}))

export const setPlaying = (playing: boolean): void => useInquiry.setState({ playing })

/** Asks for the blast radius of a component in place of any other; null asks for none. */
export function askBlast(component: string | null): void {
  setSpotlight({ blast: null })
  useInquiry.setState({ blastOf: component, blastFrom: null, blastFailed: null })
}
