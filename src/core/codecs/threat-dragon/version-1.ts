import { type Fields, fieldsIn, isObject, listIn, without } from '../loose.ts'

/** Of a cell of version 1 what is not about the element itself, but about how and where it is drawn. */
const DRAWN = [
  'id',
  'type',
  'size',
  'position',
  'angle',
  'z',
  'attrs',
  'labels',
  'source',
  'target',
  'vertices',
  'smooth',
]

/**
 * A diagram as version 2 has it: version 1 keeps the cells in `diagramJson`, with all that they say at the top of each, and the
 * ends of flows as `{id}`. What is of version 2 comes back as it is.
 */
export function toVersion2(diagram: Fields): Fields {
  if (!isObject(diagram['diagramJson'])) return diagram
  const cells = fieldsIn(diagram['diagramJson'])['cells']
  const rest = without(diagram, ['diagramJson', 'size'])
  if (!Array.isArray(cells)) return { ...rest, cells: cells ?? [] }
  return { ...rest, cells: listIn(cells).map(upgrade) }
}

function upgrade(item: unknown): Fields {
  const cell = fieldsIn(item)
  const data = { ...without(cell, DRAWN), type: cell['type'] }
  return { ...cell, data }
}
