import { type Box, COMPONENT_SIZE, encloses, middle, plus, SEGMENT_LEAST } from '../../layout/geometry.ts'
import type { Point } from '../../model/records.ts'
import { isSameData } from '../edits.ts'
import type { Standing } from '../placing.ts'
import type { Ends } from './ends.ts'
import type { Element, OtmFile } from './file.ts'
import type { Naming } from './naming.ts'
import type { Own } from './own.ts'

/** Where an element stands. `isKept`: just where our record says that it does, in the same segment. */
export type Stood = Standing & Readonly<{ isKept: boolean }>

/** Finds where everything stands, and in which segment. */
export function homesIn(file: OtmFile, naming: Naming, ends: Ends, own: Own | null): readonly Stood[] {
  const boxes = boxesOf(file, naming, own !== null)
  const standingOf = (element: Element, isSegment: boolean): Stood => {
    const id = naming.idOf(element)
    const theirs = boxes.get(element) ?? null
    const isAround = naming.isAround(element)
    const box = theirs === null || isSegment ? theirs : ourBox(theirs, isAround)
    const kind = isSegment ? 'segments' : 'components'
    const isOurs = own?.packed.has(kind, id) === true
    const written = own?.written.elements.get(id)
    const isKept =
      isOurs &&
      written !== undefined &&
      own.isWhole(kind, id) &&
      isSameData([written.drawn, written.parent], [element.drawn, element.parent])
    return {
      id,
      home: naming.homeOf(element),
      box,
      size: isSegment ? SEGMENT_LEAST : COMPONENT_SIZE,
      isSegment,
      isFixed: isOurs,
      isKept,
    }
  }
  return [
    ...file.zones.filter((zone) => !naming.isOutside(zone)).map((zone) => standingOf(zone, true)),
    ...file.components.map((component) => standingOf(component, false)),
    ...ends.standIns.map((id) => ({
      id,
      home: null,
      box: null,
      size: COMPONENT_SIZE,
      isSegment: false,
      isKept: false,
    })),
  ]
}

/** Our component has one size. It stands in the middle of theirs, or in the corner where others lie in it. */
function ourBox(box: Box, isAround: boolean): Box {
  if (isAround) return { at: box.at, size: COMPONENT_SIZE }
  const [x, y] = middle(box)
  return { at: [x - COMPONENT_SIZE[0] / 2, y - COMPONENT_SIZE[1] / 2], size: COMPONENT_SIZE }
}

/**
 * The frames of what the file has places for, on the open canvas. Places count from the corner of the parent, as in the files
 * of IriusRisk; the format itself does not say so, and where more lies in its parent if they count from the corner of the
 * diagram, they do.
 */
function boxesOf(file: OtmFile, naming: Naming, isOurs: boolean): ReadonlyMap<Element, Box> {
  const relative = placed(file, naming, true)
  if (isOurs) return relative
  const absolute = placed(file, naming, false)
  return fitting(absolute, naming) > fitting(relative, naming) ? absolute : relative
}

function placed(file: OtmFile, naming: Naming, isRelative: boolean): ReadonlyMap<Element, Box> {
  const boxes = new Map<Element, Box>()
  const origins = new Map<Element, Point>()
  const zones = new Set(file.zones)
  for (const element of naming.parentsFirst) {
    const parent = naming.elementOf(element.parent)
    const origin = (isRelative && parent !== null ? origins.get(parent) : undefined) ?? [0, 0]
    const { drawn } = element
    const at = drawn === null ? origin : plus(origin, drawn.pos)
    origins.set(element, at)
    const least = zones.has(element) ? SEGMENT_LEAST : COMPONENT_SIZE
    if (drawn !== null) boxes.set(element, { at, size: drawn.size ?? least })
  }
  return boxes
}

function fitting(boxes: ReadonlyMap<Element, Box>, naming: Naming): number {
  let count = 0
  for (const [element, box] of boxes) {
    const parent = naming.elementOf(element.parent)
    const around = parent === null ? undefined : boxes.get(parent)
    if (around !== undefined && encloses(around, box)) count++
  }
  return count
}
