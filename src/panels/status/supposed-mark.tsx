import { useSupposed } from '../../state/supposed.ts'
import { Icon } from '../../ui/icon.tsx'
import classes from './status-bar.module.css'

/** Before figures that are not those of the board as it stands. */
export function SupposedMark() {
  const supposed = useSupposed()
  if (supposed === null) return null
  const { icon, short, within } = supposed
  return (
    <span className={classes.figure} title={`As it stands → ${within}`}>
      <Icon name={icon} size={14} /> {short}:
    </span>
  )
}
