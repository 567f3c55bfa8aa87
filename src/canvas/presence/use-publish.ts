import { useStoreApi } from '@xyflow/react'
import { useEffect, useState } from 'react'
import { fittingIds } from '../../collab/doc/fitting-ids.ts'
import type { Presence } from '../../collab/doc/presence.ts'
import type { Point } from '../../core/model/records.ts'
import { useConnection } from '../../state/connection-store.ts'
import { useFollow } from '../../state/follow-store.ts'
import { useSelection } from '../../state/selection-store.ts'
import { useCanvas } from '../canvas-store.ts'
import { currentScene } from '../scene/current-scene.ts'

/** A pointer that rests for so long points at nothing any more. */
const IDLE_MS = 15_000

const publish = (change: Partial<Presence>): void => useConnection.getState().publish(change)

/** Tells the others what is selected, dragged and looked at here. Returns how to tell them where the pointer is, in canvas units, null for away. */
export function usePublish(): (cursor: Point | null) => void {
  const store = useStoreApi()
  useEffect(() => {
    const stops = [tellSelection(), tellDrags(), tellView(store)]
    return () => {
      for (const stop of stops) stop()
      publish({ cursor: null, selection: [], drag: null, view: null, follows: null, laser: null })
    }
  }, [store])

  const [pointing] = useState(startPointing)
  useEffect(() => pointing.stop, [pointing])
  return pointing.move
}

function startPointing() {
  let idle: ReturnType<typeof setTimeout> | undefined
  const move = (at: Point | null) => {
    clearTimeout(idle)
    publish({ cursor: at === null ? null : [Math.round(at[0]), Math.round(at[1])] })
    if (at !== null) idle = setTimeout(() => move(null), IDLE_MS)
  }
  return { move, stop: () => clearTimeout(idle) }
}

const tellSelection = () =>
  useSelection.subscribe((now, before) => {
    if (now.ids !== before.ids) publish({ selection: fittingIds(now.ids) })
  })

/** A drag is over for the others once its drop is stored, and with that on its way to them. */
function tellDrags(): () => void {
  let dropped = false
  const endWhenStored = () => {
    const { pending, phase } = useConnection.getState()
    if (!dropped || (pending > 0 && phase === 'online')) return
    dropped = false
    publish({ drag: null })
  }
  const stopDrags = useCanvas.subscribe(({ drag }, before) => {
    if (drag === before.drag) return
    if (drag === null) {
      dropped = true
      return endWhenStored()
    }
    dropped = false
    const ids = fittingIds(drag.roots)
    const from = currentScene().settled.get(ids[0] ?? '')?.at
    publish({ drag: drag.copies || from === undefined ? null : { ids, from, by: drag.delta } })
  })
  const stopStored = useConnection.subscribe(endWhenStored)
  return () => {
    stopDrags()
    stopStored()
  }
}

/** What is in view here; while this person follows another one, only whom. */
function tellView(store: ReturnType<typeof useStoreApi>): () => void {
  const tell = () => {
    const { transform, width, height } = store.getState()
    const { followed } = useFollow.getState()
    if (followed !== null) return publish({ view: null, follows: followed.client })
    const [x, y] = [Math.round(transform[0]), Math.round(transform[1])]
    const zoom = Math.round(transform[2] * 1e4) / 1e4
    const view = width < 1 || height < 1 ? null : { x, y, zoom, w: Math.round(width), h: Math.round(height) }
    publish({ view, follows: null })
  }
  tell()
  const stopFollow = useFollow.subscribe(tell)
  const stopMoves = store.subscribe((now, before) => {
    if (now.transform !== before.transform || now.width !== before.width || now.height !== before.height)
      tell()
  })
  return () => {
    stopFollow()
    stopMoves()
  }
}
