import type { ReactNode } from 'react'
import css from './badge.module.css'
import { Icon } from './icon.tsx'

type Tone = 'plain' | 'good' | 'warning' | 'taken' | 'reached'

/** A word in a frame. The tone adds to the word and the icon, and never says anything by itself. */
export function Badge({
  tone = 'plain',
  icon,
  title,
  children,
}: Readonly<{ tone?: Tone; icon?: string; title?: string; children: ReactNode }>) {
  return (
    <span className={css.badge} data-tone={tone} title={title}>
      {icon !== undefined && <Icon name={icon} size={13} />}
      <span>{children}</span>
    </span>
  )
}
