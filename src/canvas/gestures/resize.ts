import { resize } from '../../commands/arrange.ts'
import { execute } from '../../commands/execute.ts'
import { minus } from '../../core/layout/geometry.ts'
import { keptInPlace, type Pull, resized } from '../../core/layout/resizing.ts'
import type { Point } from '../../core/model/records.ts'
import { endGesture, setCanvas } from '../canvas-store.ts'
import { currentScene } from '../scene/current-scene.ts'
import type { Gesture } from './gesture.ts'

/** Pulls an edge or corner of a segment or note. What stands inside stays where it is on the canvas. */
export function resizing(start: Point, id: string, pull: Pull): Gesture {
  const frameAt = (point: Point) => {
    const [x, y] = minus(point, start)
    return resized(currentScene().settled, id, pull, [Math.round(x), Math.round(y)])
  }
  return {
    move(point) {
      const frame = frameAt(point)
      if (frame !== null) setCanvas({ resizing: { id, frame } })
    },
    end(point) {
      const { settled } = currentScene()
      const [before, frame] = [settled.get(id), frameAt(point)]
      if (before !== undefined && frame !== null && before.kind !== 'components') {
        const around = before.home === null ? undefined : settled.get(before.home)
        const pos = around === undefined ? frame.at : minus(frame.at, around.at)
        const keep = keptInPlace(settled, id, frame)
        execute(resize, { id, kind: before.kind, pos, size: frame.size, keep })
      }
      endGesture()
    },
  }
}
