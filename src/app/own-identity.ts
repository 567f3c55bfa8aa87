import { create } from 'zustand'
import { loadIdentity, type OwnIdentity, saveIdentity } from './identity.ts'

/** Who this person is on this device, for whatever shows it. */
export const useIdentity = create<OwnIdentity>()(() => loadIdentity())

export const chooseIdentity = (change: Partial<OwnIdentity>): void =>
  useIdentity.setState(saveIdentity({ ...useIdentity.getState(), ...change, chosen: true }))

/** Another colour for one who has chosen none, and may still be asked. */
export const recolour = (colour: string): void =>
  useIdentity.setState(saveIdentity({ ...useIdentity.getState(), colour }))

/** Whether the form for it is open. */
export const useNaming = create<{ opened: boolean }>()(() => ({ opened: false }))

export const openNaming = (opened: boolean): void => useNaming.setState({ opened })
