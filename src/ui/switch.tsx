import type { ReactNode } from 'react'
import css from './switch.module.css'

/** On or off, at once. Without children it needs a `label`. */
export function Switch(props: {
  on: boolean
  label?: string
  title?: string
  onSwitch: () => void
  children?: ReactNode
}) {
  const { on, label, title, onSwitch, children } = props
  return (
    <button
      type="button"
      role="switch"
      aria-checked={on}
      aria-label={label}
      title={title}
      className={css.switch}
      onClick={onSwitch}
    >
      <span className={css.track} />
      {children}
    </button>
  )
}
