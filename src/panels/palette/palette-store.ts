import { create } from 'zustand'
import { persist } from 'zustand/middleware'
import { FIRST_OPEN } from './palette-items.ts'

/** The groups that this person left open; outlives a reload. */
export const usePalette = create<Readonly<{ open: readonly string[] }>>()(
  persist(() => ({ open: FIRST_OPEN }), { name: 'ringfence.palette' }),
)

export function openGroups(keys: readonly string[], open: boolean): void {
  usePalette.setState(({ open: before }) => {
    const others = before.filter((key) => !keys.includes(key))
    return { open: open ? [...others, ...keys] : others }
  })
}
