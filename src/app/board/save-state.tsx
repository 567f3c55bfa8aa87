import { Button } from '@mantine/core'
import { useConnection } from '../../state/connection-store.ts'
import type { ConnectionState } from '../../collab/client/connection.ts'
import classes from './board.module.css'

type Known = Pick<ConnectionState, 'phase' | 'role' | 'pending' | 'kept'>

/** What a person may rely on: "Saved" only when the server has acknowledged everything. */
export function savedInWords({ phase, role, pending, kept }: Known): string {
  if (phase === 'ended') return 'Disconnected'
  if (phase === 'offline') {
    if (pending === 0) return 'Offline'
    const changes = `${pending} ${pending === 1 ? 'change' : 'changes'}`
    return `Offline – ${changes} ${kept ? 'kept on this device' : 'only in this tab'}`
  }
  if (phase === 'connecting') return 'Connecting…'
  if (role === 'viewer') return 'Read-only'
  return pending === 0 ? 'Saved' : 'Saving…'
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
