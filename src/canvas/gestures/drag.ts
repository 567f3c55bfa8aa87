import { place } from '../../commands/arrange.ts'
import { duplicateTo } from '../../commands/clipboard.ts'
import { execute } from '../../commands/execute.ts'
import { withContents } from '../../core/layout/board-frames.ts'
import { minus } from '../../core/layout/geometry.ts'
import { dragRoots, dropOf, segmentUnder } from '../../core/layout/membership.ts'
import type { Point } from '../../core/model/records.ts'
import { endGesture, setCanvas } from '../canvas-store.ts'
import { currentScene } from '../scene/current-scene.ts'
import type { Gesture } from './gesture.ts'

/** Moves elements, or copies them; where they are let go they become members of the segment there, in one command. */
export function dragging(start: Point, ids: Iterable<string>, copies: boolean): Gesture {
  const roots = dragRoots(currentScene().settled, ids)
  const deltaTo = (point: Point): Point => {
    const [x, y] = minus(point, start)
    return [Math.round(x), Math.round(y)]
  }
  return {
    move(point) {
      const { settled } = currentScene()
      const under = segmentUnder(settled, point, withContents(settled, roots))
      const isNews = roots.some((id) => settled.get(id)?.home !== under)
      setCanvas({ drag: { roots, delta: deltaTo(point), copies }, dropTarget: isNews ? under : null })
    },
    end(point) {
      const delta = deltaTo(point)
      const placements = dropOf(currentScene().settled, roots, delta, point)
      if (placements.length > 0 && (delta[0] !== 0 || delta[1] !== 0)) {
        const label = placements.length === 1 ? 'Move' : `Move ${placements.length} elements`
        if (copies) execute(duplicateTo, { placements })
        else execute(place, { placements, label })
      }
      endGesture()
    },
  }
}
