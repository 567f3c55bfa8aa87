import { addComponent, addNote, addSegment } from '../../commands/create.ts'
import { execute, getHost } from '../../commands/execute.ts'
import { recordIn } from '../../core/model/lookup.ts'
import { useBoard } from '../../state/board-store.ts'
import { useSelection } from '../../state/selection-store.ts'
import type { PaletteItem } from './palette-items.ts'
import { type Spot, spotFor } from './placing.ts'

/** Puts an entry on the board, where `spotFor` says, and tells where that is. */
export function addItem(item: PaletteItem, label: string): void {
  const host = getHost()
  const { model } = useBoard.getState()
  const centre = host?.canvas?.centre() ?? [0, 0]
  const spot = spotFor(item, model, useSelection.getState().ids, centre)
  if (!put(item, spot)) return
  const home = spot.home === null ? undefined : recordIn(model, 'segments', spot.home)
  host?.announce(home === undefined ? `${label} added` : `${label} added in ${home.name}`)
  // In the next frame the canvas knows where it stands.
  requestAnimationFrame(() => host?.canvas?.reveal([...useSelection.getState().ids]))
}

function put(item: PaletteItem, { home, pos }: Spot): boolean {
  switch (item.kind) {
    case 'component':
      return execute(addComponent, { function: item.function?.id ?? null, pos, segment: home })
    case 'segment':
      return execute(addSegment, { kind: item.segment, pos, parent: home })
    case 'note':
      return execute(addNote, { pos, segment: home })
  }
}
