import { create } from 'zustand'
import { setView } from './view-store.ts'

/** The threat that this person decides on, in the table; null for none. */
export const useThreats = create<Readonly<{ deciding: string | null }>>()(() => ({ deciding: null }))

export const decideOn = (deciding: string | null): void => {
  useThreats.setState({ deciding })
  if (deciding !== null) setView({ bottom: true, bottomTab: 'threats' })
}
