import { useEffect, useState } from 'react'
import type { Point } from '../../core/model/records.ts'
import { useConnection } from '../../state/connection-store.ts'
import { useSelection } from '../../state/selection-store.ts'
import { Pointing } from './pointing.ts'

/** Tells the others what is selected here. Returns how to tell them where the pointer is, in canvas units, null for away. */
export function usePublish(): (cursor: Point | null) => void {
  useEffect(() => {
    const stop = useSelection.subscribe((now, before) => {
      if (now.ids !== before.ids) useConnection.getState().publish({ selection: [...now.ids] })
    })
    return () => {
      stop()
      useConnection.getState().publish({ cursor: null, selection: [] })
    }
  }, [])

  const [pointing] = useState(() => {
    const told = new Pointing((cursor) => useConnection.getState().publish({ cursor }))
    return { told, move: (cursor: Point | null) => told.move(cursor) }
  })
  useEffect(() => () => pointing.told.stop(), [pointing])
  return pointing.move
}
