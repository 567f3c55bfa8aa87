import { meaningOf } from '../meaning.ts'
import { type Box, NOTE_LEAST, SEGMENT_LEAST } from '../../layout/geometry.ts'
import { BLANK_COMPONENT, BLANK_LINK } from '../../model/blank.ts'
import type { Component, Point, Segment } from '../../model/records.ts'
import type { Draft } from '../draft.ts'
import type { Drawing, Told } from '../drawing/drawing.ts'
import type { DrawnEnd } from '../drawing/ends.ts'
import { TOO_MANY_FIELDS } from '../drawing/fields.ts'
import { Nest } from '../drawing/nest.ts'
import { withForeign } from '../extension.ts'
import type { Stencil, Surface } from './surfaces.ts'

/** Where a surface comes to stand among others, and the segment that stands for it, if one does. */
export type SurfacePlace = Readonly<{ space: string; home: string | null; shift: Point }>

/** What the classes of the tool are, in its words. */
const KINDS: Readonly<Record<string, string>> = {
  StencilEllipse: 'process',
  StencilRectangle: 'external interactor',
  StencilParallelLines: 'data store',
  BorderBoundary: 'trust boundary',
  LineBoundary: 'trust line boundary',
  Connector: 'flow',
}

/** Free text that somebody put beside the drawing. */
const ANNOTATION = 'GE.A'

/**
 * Puts what is on a surface into the drawing, in the order of the file: boundaries around others are segments, flows links,
 * and all else that has a shape is a component. False where boundaries lie across each other too much to tell.
 */
export function addSurface(surface: Surface, place: SurfacePlace, draft: Draft, drawing: Drawing): boolean {
  const idOf = (guid: string) => draft.id(place.space, guid)
  const boxes = new Map(surface.stencils.map((stencil) => [stencil, shifted(stencil.box, place.shift)]))
  const seen = new Set<string>()
  const ids = new Map(
    surface.stencils.map((stencil) => {
      const id = seen.has(stencil.guid) ? draft.fresh(stencil.guid) : idOf(stencil.guid)
      seen.add(stencil.guid)
      return [stencil, id]
    }),
  )
  const boundaries = new Nest(
    surface.stencils.flatMap((stencil) => {
      const box = boxes.get(stencil) ?? null
      const isOne = stencil.shape === 'BorderBoundary' && box !== null
      return isOne ? [[ids.get(stencil) ?? '', box] as const] : []
    }),
  )
  for (const stencil of surface.stencils) {
    const box = boxes.get(stencil) ?? null
    const inner = box === null || stencil.shape === 'BorderBoundary' ? box : centreOf(box)
    const home = inner === null ? null : boundaries.around(inner)
    const named = { id: ids.get(stencil) ?? '', home: home ?? place.home, box }
    addStencil(stencil, named, { draft, drawing, idOf, shift: place.shift, known: seen })
  }
  return !boundaries.gaveUp
}

type Placed = Readonly<{ id: string; home: string | null; box: Box | null }>
type Context = Readonly<{
  draft: Draft
  drawing: Drawing
  idOf: (guid: string) => string
  shift: Point
  known: ReadonlySet<string>
}>

function addStencil(stencil: Stencil, { id, home, box }: Placed, context: Context): void {
  const { shape, type, name, guid } = stencil
  const { draft, drawing } = context
  const what = type === ANNOTATION ? 'annotation' : (meaningOf(KINDS, shape) ?? 'element')
  const told = (changes: readonly string[]): Told => ({ what, at: guid, changes })
  if (shape === 'Connector') {
    addFlow(stencil, id, told, context)
  } else if (shape === 'BorderBoundary') {
    const size: [number, number] = [SEGMENT_LEAST[0], SEGMENT_LEAST[1]]
    const blank: Segment = { id, name, kind: null, parent: home, zone: null, pos: [0, 0], size }
    const { record, words } = kept(blank, stencil)
    drawing.addPiece({ kind: 'segments', record, box }, told(words))
  } else if (shape === 'LineBoundary' || type === ANNOTATION) {
    const isLine = shape === 'LineBoundary'
    const text = isLine ? `Trust boundary: ${name}` : name
    const words = isLine ? ['is a line, which has no inside: a note stands where it is drawn'] : []
    const size: [number, number] = [NOTE_LEAST[0] * 2, NOTE_LEAST[1]]
    const at = stencil.points.Handle
    const spot = isLine && at !== null ? shifted({ at, size }, context.shift) : box
    drawing.addPiece(
      { kind: 'notes', record: { id, text, segment: home, pos: [0, 0], size }, box: spot },
      told(words),
    )
  } else if (shape.startsWith('Stencil')) {
    const { record, words } = kept<Component>({ ...BLANK_COMPONENT, id, name, segment: home }, stencil)
    const isOut = stencil.properties.values.get('Out Of Scope') === 'true'
    const scope = isOut ? ['was out of scope, and is in scope as all is on a board'] : []
    drawing.addPiece({ kind: 'components', record, box }, told([...words, ...scope]))
    draft.isForeign(id, type || shape, name)
  } else {
    drawing.tell(() =>
      draft.account.dropped(what, guid, `is a ${shape || 'thing of no class'}, which nothing is known of`),
    )
  }
}

function addFlow(
  stencil: Stencil,
  id: string,
  told: (changes: readonly string[]) => Told,
  { drawing, idOf, shift, known }: Context,
): void {
  const { points, ends, name } = stencil
  const end = (which: 'Source' | 'Target'): DrawnEnd => {
    const guid = ends[which]
    const at = points[which]
    return {
      on: known.has(guid) ? idOf(guid) : null,
      at: at === null ? null : [at[0] + shift[0], at[1] + shift[1]],
    }
  }
  const { record, words } = kept({ ...BLANK_LINK, id, name, direction: 'forward' as const }, stencil)
  drawing.addLine({ record, from: end('Source'), to: end('Target') }, told(words))
}

/** With what the tool says of it beside its name. */
function kept<T extends object>(
  record: T,
  { type, properties }: Stencil,
): { record: T; words: readonly string[] } {
  const fields = properties.kept
  const more = fields === null || Object.keys(fields).length === 0 ? {} : { properties: fields }
  return {
    record: withForeign(record, 'tm7', { type, ...more }),
    words: fields === null ? [TOO_MANY_FIELDS] : [],
  }
}

const centreOf = ({ at, size }: Box): Box => ({
  at: [at[0] + size[0] / 2, at[1] + size[1] / 2],
  size: [0, 0],
})
const shifted = (box: Box | null, by: Point): Box | null =>
  box === null ? null : { at: [box.at[0] + by[0], box.at[1] + by[1]], size: box.size }
