import { create } from 'zustand'
import { loadIdentity, type OwnIdentity, saveIdentity } from './identity.ts'

/** Who this person is on this device, for whatever shows it. */
export const useIdentity = create<OwnIdentity>()(() => loadIdentity())

export const chooseIdentity = (change: Partial<OwnIdentity>): void =>
  useIdentity.setState(saveIdentity({ ...useIdentity.getState(), ...change, chosen: true }))
