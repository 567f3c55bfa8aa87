import type { DragEvent } from 'react'
import { addComponent, addNote, addSegment } from '../../commands/create.ts'
import { execute } from '../../commands/execute.ts'
import { COMPONENT_SIZE, minus } from '../../core/layout/geometry.ts'
import { segmentUnder } from '../../core/layout/membership.ts'
import type { Point } from '../../core/model/records.ts'
import { setCanvas, useCanvas } from '../canvas-store.ts'
import { currentScene } from '../scene/current-scene.ts'

/** What the palette puts on a drag: a function's id, `custom`, `segment:` and its kind (empty for one's own), or `note`. */
const DATA_TYPE = 'application/x-ringfence-function'

/** Takes what is dragged in from the palette, and puts it into the segment that it is dropped on. */
export function dropHandlers(toPoint: (client: Point) => Point) {
  const isOurs = (event: DragEvent) => event.dataTransfer.types.includes(DATA_TYPE)
  return {
    onDragOver(event: DragEvent) {
      if (!isOurs(event)) return
      event.preventDefault()
      event.dataTransfer.dropEffect = 'copy'
      const dropTarget = segmentUnder(currentScene().settled, toPoint([event.clientX, event.clientY]))
      if (dropTarget !== useCanvas.getState().dropTarget) setCanvas({ dropTarget })
    },
    onDragLeave(event: DragEvent) {
      const inside = event.relatedTarget instanceof Node && event.currentTarget.contains(event.relatedTarget)
      if (!inside) setCanvas({ dropTarget: null })
    },
    onDrop(event: DragEvent) {
      if (!isOurs(event)) return
      event.preventDefault()
      setCanvas({ dropTarget: null })
      const point = toPoint([event.clientX, event.clientY])
      const home = segmentUnder(currentScene().settled, point)
      const around = home === null ? undefined : currentScene().settled.get(home)
      create(event.dataTransfer.getData(DATA_TYPE), minus(point, around?.at ?? [0, 0]), home)
    },
  }
}

/** A component stands with its middle under the pointer, a segment or note with its corner. */
function create(what: string, [x, y]: Point, home: string | null): void {
  const corner: Point = [Math.round(x), Math.round(y)]
  if (what === 'note') execute(addNote, { pos: corner, segment: home })
  else if (what.startsWith('segment:')) {
    const kind = what.slice('segment:'.length)
    execute(addSegment, { kind: kind === '' ? null : kind, pos: corner, parent: home })
  } else {
    const pos: Point = [Math.round(x - COMPONENT_SIZE[0] / 2), Math.round(y - COMPONENT_SIZE[1] / 2)]
    execute(addComponent, { function: what === 'custom' ? null : what, pos, segment: home })
  }
}
