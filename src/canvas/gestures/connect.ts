import { componentAt } from '../../core/layout/hit.ts'
import type { Point } from '../../core/model/records.ts'
import { setView } from '../../state/view-store.ts'
import { endGesture, setCanvas } from '../canvas-store.ts'
import { currentScene } from '../scene/current-scene.ts'
import type { Gesture } from './gesture.ts'

/** Draws a link from one component to whatever component it is let go on. */
export function connecting(from: string, toLocal: (client: Point) => Point): Gesture {
  const over = (point: Point) => {
    const id = componentAt(currentScene().frames, point)
    return id === from ? null : id
  }
  return {
    move: (point) => setCanvas({ connecting: { from, to: point, over: over(point) } }),
    end(point, client) {
      const to = over(point)
      endGesture()
      if (to !== null) choose(from, to, toLocal(client))
    },
  }
}

/** Opens the list of interfaces for two components. */
export function choose(from: string, to: string, at: Point): void {
  setCanvas({ choosing: { from, to, at }, connecting: null })
  setView({ tool: 'select' })
}
