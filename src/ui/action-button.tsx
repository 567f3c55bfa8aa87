import { ActionIcon, Kbd } from '@mantine/core'
import classes from './action-button.module.css'
import { Icon } from './icon.tsx'
import { useTip } from './use-tip.tsx'

/** An icon button whose label and keys show in its tooltip. `keys` is for reading, `ariaKeys` for assistive tools. */
export function ActionButton(props: {
  label: string
  icon: string
  keys?: string | undefined
  ariaKeys?: string | undefined
  disabled?: boolean
  pressed?: boolean
  onClick: () => void
}) {
  const { label, icon, keys, ariaKeys, disabled = false, pressed, onClick } = props
  const words = (
    <>
      {label} {keys !== undefined && <Kbd size="xs">{keys}</Kbd>}
    </>
  )
  const { rests, tip } = useTip(words, 400)
  return (
    <>
      <ActionIcon
        variant={pressed === true ? 'light' : 'subtle'}
        color={pressed === true ? 'ink' : 'gray'}
        size={30}
        className={classes.button}
        aria-label={label}
        aria-keyshortcuts={ariaKeys}
        aria-pressed={pressed}
        disabled={disabled}
        onClick={onClick}
        {...rests}
      >
        <Icon name={icon} />
      </ActionIcon>
      {tip}
    </>
  )
}
