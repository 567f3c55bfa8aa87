import type { BoardFrames } from '../../layout/board-frames.ts'
import { type Box, COMPONENT_SIZE, middle, minus } from '../../layout/geometry.ts'
import type { Component, Model, Point } from '../../model/records.ts'
import { foreignOf } from '../extension.ts'
import { type Fields, fieldsIn, listIn, numberIn, textIn } from '../loose.ts'
import { FORMAT } from './terms.ts'

/** The representations of an element: the board, and those that came with it. */
export type FrameIn = Readonly<{
  parentOf: (component: Component) => string | null
  shapes: (record: Readonly<{ id: string }>, parent: string | null) => readonly Fields[]
}>

export function frameIn(model: Model, frames: BoardFrames, diagram: string): FrameIn {
  const components = new Map(model.components.map((component) => [component.id, component]))
  /** The frame as the other tool has it: with the size that it had there, if it came from there. */
  const boxOf = (id: string): Box => {
    const frame = frames.get(id) ?? { at: [0, 0] as Point, size: COMPONENT_SIZE }
    const component = components.get(id)
    return component === undefined ? frame : theirBox(component, frame)
  }
  return {
    /** The component that it lay in, as long as both lie in the same segment. */
    parentOf: (component) => {
      const parent = components.get(textIn(foreignOf(component, FORMAT)['parent']))
      return parent === undefined || parent.segment !== component.segment ? null : parent.id
    },
    shapes: (record, parent) => {
      const foreign = foreignOf(record, FORMAT)
      const box = boxOf(record.id)
      const [x, y] = minus(box.at, parent === null ? [0, 0] : boxOf(parent).at)
      const [width, height] = box.size
      const shape = { id: `${record.id}-shape`, ...fieldsIn(foreign['shape']) }
      return [
        { representation: diagram, ...shape, position: { x, y }, size: { width, height } },
        ...listIn(foreign['shapes']).map(fieldsIn),
      ]
    },
  }
}

function theirBox(component: Component, frame: Box): Box {
  const { size: kept, isAround } = foreignOf(component, FORMAT)
  const [width, height] = listIn(kept).map(numberIn)
  const size: Point = [width ?? COMPONENT_SIZE[0], height ?? COMPONENT_SIZE[1]]
  const [x, y] = middle(frame)
  return { at: isAround === true ? frame.at : [x - size[0] / 2, y - size[1] / 2], size }
}
