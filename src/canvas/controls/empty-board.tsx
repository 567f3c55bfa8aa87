import { formatKeys } from '../../commands/keys.ts'
import { connectTool, openPalette } from '../../commands/view.ts'
import classes from './controls.module.css'

/** What a board says while there is nothing on it. */
export function EmptyBoard({ editable }: { editable: boolean }) {
  return (
    <div className={classes.empty}>
      <div className={classes.emptyText}>
        <h2>{editable ? 'Draw your network' : 'Nothing here yet'}</h2>
        {editable ? (
          <p>
            Drag a segment from the palette onto the canvas, then functions into it. Join two by dragging from
            the edge of one to the other, or with <kbd>{formatKeys(connectTool.keys)}</kbd>. Everything else:{' '}
            <kbd>{formatKeys(openPalette.keys)}</kbd>.
          </p>
        ) : (
          <p>You are looking at this board. What its editors draw appears here at once.</p>
        )}
      </div>
    </div>
  )
}
