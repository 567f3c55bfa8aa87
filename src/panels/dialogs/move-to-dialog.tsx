import { useMemo } from 'react'
import { execute, getHost } from '../../commands/execute.ts'
import { homesFor, moveInto, OUTSIDE } from '../../commands/homes.ts'
import { selectedPlaced } from '../../commands/placed.ts'
import { useBoard } from '../../state/board-store.ts'
import { useSelection } from '../../state/selection-store.ts'
import { nameOf } from '../../state/record-names.ts'
import { setView, useView } from '../../state/view-store.ts'
import { Dialog } from '../../ui/dialog.tsx'
import { PickList } from './pick-list.tsx'

const close = (): void => setView({ dialog: null })

/** Puts what is selected into a segment, or outside all, without a pointer. */
export function MoveToDialog() {
  const opened = useView((view) => view.dialog === 'move-to')
  const model = useBoard((board) => board.model)
  const selection = useSelection()
  const placed = useMemo(
    () => (opened ? selectedPlaced({ model, selection }) : []),
    [opened, model, selection],
  )
  const groups = useMemo(() => homesFor(model, placed), [model, placed])
  const [only] = placed
  const what = placed.length === 1 && only !== undefined ? nameOf(model, only.id) : `${placed.length} things`

  const move = (chosen: string) => {
    const home = chosen === OUTSIDE ? null : chosen
    const leaving = placed.filter((each) => each.home !== home)
    close()
    if (leaving.length === 0 || !execute(moveInto, { placed, home })) return
    // In the next frame the canvas knows where they stand.
    requestAnimationFrame(() => getHost()?.canvas?.reveal(leaving.map(({ id }) => id)))
  }
  return (
    <Dialog
      opened={opened && placed.length > 0}
      onClose={close}
      title={`Move ${what} to…`}
      closeButtonProps={{ 'aria-label': 'Close' }}
    >
      <PickList label="Segment to move to" placeholder="Search segments" groups={groups} onPick={move} />
    </Dialog>
  )
}
