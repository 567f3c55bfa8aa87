import { boxBetween } from '../../core/layout/geometry.ts'
import { touchedBy } from '../../core/layout/touching.ts'
import { indexById } from '../../core/model/lookup.ts'
import type { Point } from '../../core/model/records.ts'
import { useSelection } from '../../state/selection-store.ts'
import { endGesture, setCanvas } from '../canvas-store.ts'
import { currentScene } from '../scene/current-scene.ts'
import type { Gesture } from './gesture.ts'
import { pickAll } from './pick.ts'

/** Selects what a rectangle touches, as it is drawn; adding to what was selected before where that is asked for. */
export function marquee(start: Point, adding: boolean): Gesture {
  const before = adding ? [...useSelection.getState().ids] : []
  return {
    move(point) {
      const { frames, routes, model } = currentScene()
      const box = boxBetween(start, point)
      setCanvas({ marquee: box })
      pickAll([...before, ...touchedBy(frames, routes, indexById(model.links), box)])
    },
    end: endGesture,
  }
}
