import { stopFollowing, useFollow } from '../../state/follow-store.ts'
import { inkOn } from '../../ui/ink.ts'
import classes from './follow-frame.module.css'

/** Round the canvas, in the colour of the one who is followed. */
export function FollowFrame() {
  const followed = useFollow((state) => state.followed)
  if (followed === null) return null
  const { name, colour } = followed
  return (
    <div className={classes.frame} style={{ borderColor: colour }} data-canvas-ui="">
      <div className={classes.pill} style={{ background: colour, color: inkOn(colour) }}>
        <span className={classes.name}>Following {name}</span>
        <span aria-hidden>·</span>
        <button type="button" className={classes.stop} title="Stop following (Esc)" onClick={stopFollowing}>
          Stop
        </button>
      </div>
    </div>
  )
}
