import { create } from 'zustand'

/** The request to come that this person makes of the others, while it stands. */
export type AskingState = Readonly<{ asking: string | null }>

export const useAsking = create<AskingState>()(() => ({ asking: null }))
