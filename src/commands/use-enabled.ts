import { useSyncExternalStore } from 'react'
import { useAnalysis } from '../state/analysis-store.ts'
import { useAsking } from '../state/asking-store.ts'
import { useBoard } from '../state/board-store.ts'
import { useConnection } from '../state/connection-store.ts'
import { useInquiry } from '../state/inquiry-store.ts'
import { useSelection } from '../state/selection-store.ts'
import { useSpotlight } from '../state/spotlight-store.ts'
import { useTrial } from '../state/trial-store.ts'
import { useView } from '../state/view-store.ts'
import type { Command } from './command.ts'
import { isEnabled } from './execute.ts'

/** Whether a command would do something now; draws again only when the answer changes. */
export const useEnabled = <Args>(command: Command<Args>): boolean =>
  useSyncExternalStore(subscribe, () => isEnabled(command))

/** Everything that a command's `when` may look at. Undo and redo change with the board. */
function subscribe(changed: () => void): () => void {
  const stops = [
    useBoard.subscribe(changed),
    useSelection.subscribe(changed),
    useView.subscribe(changed),
    useAnalysis.subscribe(changed),
    useTrial.subscribe(changed),
    useInquiry.subscribe(changed),
    useSpotlight.subscribe(changed),
    useAsking.subscribe(changed),
    // Peers move their cursors many times a second, which no command asks about.
    useConnection.subscribe((now, before) => {
      if (now.role !== before.role || now.phase !== before.phase) changed()
    }),
  ]
  return () => {
    for (const stop of stops) stop()
  }
}
