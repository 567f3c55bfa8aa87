import type { ReactNode } from 'react'
import css from './empty-state.module.css'
import { Icon } from './icon.tsx'

/** What stands where there is nothing yet, and what to do about it. */
export function EmptyState({
  icon,
  title,
  children,
}: Readonly<{ icon: string; title: string; children?: ReactNode }>) {
  return (
    <div className={css.empty}>
      <Icon name={icon} size={22} />
      <p className={css.title}>{title}</p>
      {children}
    </div>
  )
}
