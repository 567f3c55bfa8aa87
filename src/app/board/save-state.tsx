import { Button } from '@mantine/core'
import { mayComment, useConnection } from '../../state/connection-store.ts'
import type { ConnectionState } from '../../collab/client/connection.ts'
import classes from './board.module.css'

/** What a person may rely on: "Saved" only when the server has acknowledged everything. */
function savedInWords(state: ConnectionState): string {
  const changes = `${state.pending} ${state.pending === 1 ? 'change' : 'changes'}`
  if (state.phase === 'ended') return 'Disconnected'
  if (state.phase === 'offline')
    return state.pending === 0 ? 'Offline' : `Offline – ${changes} only in this tab`
  if (!state.loaded) return 'Opening…'
  if (state.phase === 'connecting') return 'Connecting…'
  if (!mayComment(state)) return 'Read-only'
  return state.pending === 0 ? 'Saved' : 'Saving…'
}

const COLOURS = {
  ended: 'var(--rf-taken)',
  offline: 'var(--rf-reached)',
  connecting: 'var(--rf-text-muted)',
  online: '#2f7d4f',
}

export function SaveState({ onRetry }: { onRetry: () => void }) {
  const words = useConnection(savedInWords)
  const phase = useConnection((state) => state.phase)
  return (
    <span className={classes.saved}>
      <span role="status" data-testid="save-state" className={classes.saved}>
        <span className={classes.dot} style={{ color: COLOURS[phase] }} aria-hidden />
        {words}
      </span>
      {phase === 'offline' && (
        <Button size="compact-xs" variant="default" onClick={onRetry}>
          Try now
        </Button>
      )}
    </span>
  )
}
