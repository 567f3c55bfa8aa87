import { create } from 'zustand'
import type { Folded } from './outline-tree.ts'

/** What outlives a switch to the palette and back; nothing of it is shared. */
type OutlineState = Readonly<{
  folded: Folded
  /** The row that the actions above the tree are for. */
  current: string | null
  /** The row whose name is being typed. */
  renaming: string | null
}>

export const useOutline = create<OutlineState>()(() => ({ folded: new Set(), current: null, renaming: null }))

/** Folds or unfolds, whatever the rows are at first. */
export function toggleRows(keys: readonly string[]): void {
  const folded = new Set(useOutline.getState().folded)
  for (const key of keys) if (!folded.delete(key)) folded.add(key)
  useOutline.setState({ folded })
}
