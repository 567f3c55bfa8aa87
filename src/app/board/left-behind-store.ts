import { create } from 'zustand'
import type { LeftBehind } from '../../collab/client/left-behind.ts'

/** Changes to the open board that this device has, that never reached the server and that will not be merged. */
export const useLeftBehind = create<{ stores: readonly LeftBehind[] }>()(() => ({ stores: [] }))

/** Looks for such changes, beside the store `except` that is in use. What holds none is dropped. */
export async function lookForLeftBehind(
  board: string,
  except: string | null,
  remembered: string | null,
): Promise<void> {
  const { findLeftBehind } = await import('../../collab/client/left-behind.ts')
  useLeftBehind.setState({ stores: await findLeftBehind(board, except, remembered) })
}
