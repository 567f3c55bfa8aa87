import { boundsOf } from '../../layout/frames.ts'
import type { Box } from '../../layout/geometry.ts'
import type { Point } from '../../model/records.ts'
import { childOf, localName, type XmlElement } from '../xml.ts'
import {
  attributeOf,
  dictionaryOf,
  numberIn,
  type Objects,
  type Properties,
  propertiesOf,
  textOf,
} from './objects.ts'

/** An element of a drawing surface. */
export type Stencil = Readonly<{
  guid: string
  /** The class of the tool's own: `StencilEllipse`, `Connector`. */
  shape: string
  /** The stencil of the tool's catalogue: `SE.P.TMCore.WebServer`, `GE.DF`. */
  type: string
  name: string
  properties: Properties
  /** Where it is drawn, null where the file does not say; a line has no box. */
  box: Box | null
  /** Of a line: its ends, and the `Handle` that it is bent at. */
  points: Readonly<Record<Which, Point | null>>
  /** Of a line: what it is tied to; empty for nothing. */
  ends: Readonly<Record<'Source' | 'Target', string>>
}>

type Which = 'Source' | 'Target' | 'Handle'

export type Surface = Readonly<{ guid: string; name: string; stencils: readonly Stencil[] }>

export function surfaceOf(element: XmlElement, objects: Objects): Surface {
  const inBoth = ['Borders', 'Lines'].flatMap((list) => dictionaryOf(childOf(element, list), objects))
  return {
    guid: textOf(element, 'Guid'),
    name: propertiesOf(element).values.get('Name') ?? '',
    stencils: inBoth.map(([key, value]) => stencilOf(key, value)),
  }
}

const known = new WeakMap<XmlElement, Stencil>()

/** Read once for each element, which may be named by reference any number of times; each time it is one of its own. */
function stencilOf(key: string, element: XmlElement): Stencil {
  const stencil = known.get(element) ?? readStencil(element)
  known.set(element, stencil)
  return { ...stencil, guid: stencil.guid || key }
}

function readStencil(element: XmlElement): Stencil {
  const properties = propertiesOf(element)
  const at = (which: Which) => pointIn(element, which)
  return {
    guid: textOf(element, 'Guid'),
    shape: localName(attributeOf(element, 'type') ?? ''),
    type: textOf(element, 'TypeId') || textOf(element, 'GenericTypeId'),
    name: properties.values.get('Name') ?? properties.stencil,
    properties,
    box: boxOf(element),
    points: { Source: at('Source'), Target: at('Target'), Handle: at('Handle') },
    ends: { Source: textOf(element, 'SourceGuid'), Target: textOf(element, 'TargetGuid') },
  }
}

/** Of all that is drawn on a surface; null where that is nothing. */
export const surfaceBounds = ({ stencils }: Surface): Box | null =>
  boundsOf(
    stencils.flatMap(({ box, points }) => {
      return [
        box,
        ...[points.Source, points.Target].map((at) => (at === null ? null : { at, size: NOWHERE })),
      ].filter((box) => box !== null)
    }),
  )

function boxOf(element: XmlElement): Box | null {
  const [x, y, width, height] = ['Left', 'Top', 'Width', 'Height'].map((name) => numberIn(element, name))
  if (typeof x !== 'number' || typeof y !== 'number') return null
  return { at: [x, y], size: [Math.max(width ?? 0, 0), Math.max(height ?? 0, 0)] }
}

function pointIn(element: XmlElement, which: Which): Point | null {
  const [x, y] = [numberIn(element, `${which}X`), numberIn(element, `${which}Y`)]
  return x === null || y === null ? null : [x, y]
}

const NOWHERE: Point = [0, 0]
