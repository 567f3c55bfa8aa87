import { Button } from '@mantine/core'
import { Icon } from './icon.tsx'
import css from './trouble.module.css'

/** What failed, what that leaves and why, with a way to try again. Nothing here is said aloud. */
export function Trouble(props: { title: string; left?: string; reason: string; onRetry: () => void }) {
  const { title, left = '', reason, onRetry } = props
  return (
    <div className={css.trouble}>
      <Icon name="warning" size={16} />
      <span>
        <strong>{title}</strong> {left} <span className={css.reason}>{reason}</span>
      </span>
      <Button size="compact-sm" variant="default" onClick={onRetry}>
        Try again
      </Button>
    </div>
  )
}
