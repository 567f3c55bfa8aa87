import { Button } from '@mantine/core'
import { useConnection } from '../../state/connection-store.ts'
import classes from './board.module.css'
import { savedInWords } from './saved-in-words.ts'

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
